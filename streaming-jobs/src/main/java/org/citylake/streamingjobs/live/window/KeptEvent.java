package org.citylake.streamingjobs.live.window;

import java.math.BigDecimal;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of an event while its window can change.
 *
 * @param revision 1 for the first version
 * @param measures numbers in the order of the stream's measures; null for what was not measured
 */
@SuppressWarnings("ArrayRecordComponent") // equality is asked for measure by measure
public record KeptEvent(int revision, @Nullable BigDecimal[] measures) {
  /** Its type in the state. */
  public static final TypeInformation<KeptEvent> TYPE = TypeInformation.of(KeptEvent.class);
}
