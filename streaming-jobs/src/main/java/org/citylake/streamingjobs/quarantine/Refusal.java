package org.citylake.streamingjobs.quarantine;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/**
 * A record that was refused.
 *
 * @param line physical line, from 1
 * @param variable the wide column; empty when there is none
 * @param bytes the record as it came
 * @param reasons every reason, as {@code rule: message}
 */
@SuppressWarnings("ArrayRecordComponent") // equality of refusals is never asked for
public record Refusal(long line, String variable, byte[] bytes, List<String> reasons) {
  /** Its type in a stream. */
  public static final TypeInformation<Refusal> TYPE = TypeInformation.of(Refusal.class);

  /** Side output of refused records. */
  public static final OutputTag<Refusal> TAG = new OutputTag<>("refusal", TYPE);
}
