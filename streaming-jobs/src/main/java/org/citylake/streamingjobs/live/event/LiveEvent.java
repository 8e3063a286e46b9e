package org.citylake.streamingjobs.live.event;

import java.math.BigDecimal;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * A measurement of a source. Its key is series and time.
 *
 * @param series the columns of the series, joined by a slash
 * @param observedAt time that it is of, milliseconds since 1970
 * @param measures numbers in the order of the stream's measures, of scale 10; null for what was not
 *     measured, and at least one is not
 * @param place where it was read
 * @param position offset or line there
 * @param arrivedAt when it came, milliseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // equality of events is never asked for
public record LiveEvent(
    String series,
    long observedAt,
    @Nullable BigDecimal[] measures,
    String place,
    long position,
    long arrivedAt) {
  /** Its type in a stream. */
  public static final TypeInformation<LiveEvent> TYPE = TypeInformation.of(LiveEvent.class);
}
