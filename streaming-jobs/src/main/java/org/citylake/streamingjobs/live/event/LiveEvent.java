package org.citylake.streamingjobs.live.event;

import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A measurement of a source. Its key is series and time.
 *
 * @param series the columns of the series, joined by a slash
 * @param observedAt time that it is of, milliseconds since 1970
 * @param measures its numbers, of which at least one was measured
 * @param place where it was read
 * @param position offset or line there
 * @param arrivedAt when it came, milliseconds since 1970
 */
@TypeInfo(LiveEventSerializer.Factory.class)
public record LiveEvent(
    String series,
    long observedAt,
    Measures measures,
    String place,
    long position,
    long arrivedAt) {
  /** Its type in a stream. */
  public static final TypeInformation<LiveEvent> TYPE = TypeInformation.of(LiveEvent.class);
}
