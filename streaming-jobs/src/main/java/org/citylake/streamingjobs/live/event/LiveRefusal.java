package org.citylake.streamingjobs.live.event;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/**
 * A message that is not taken.
 *
 * @param place where it was read
 * @param position offset or line there
 * @param arrivedAt when it came, milliseconds since 1970
 * @param bytes the message as it came
 * @param reasons every reason, as {@code rule: message}
 */
@SuppressWarnings("ArrayRecordComponent") // equality of refusals is never asked for
public record LiveRefusal(
    String place, long position, long arrivedAt, byte[] bytes, List<String> reasons) {
  /** Its type in a stream. */
  public static final TypeInformation<LiveRefusal> TYPE = TypeInformation.of(LiveRefusal.class);

  /** Side output of refusals. */
  public static final OutputTag<LiveRefusal> TAG = new OutputTag<>("refusal", TYPE);
}
