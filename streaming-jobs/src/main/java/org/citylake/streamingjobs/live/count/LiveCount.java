package org.citylake.streamingjobs.live.count;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/**
 * So many messages of a source that came to one end.
 *
 * @param source the source's id
 * @param name what they came to
 * @param count how many
 */
public record LiveCount(String source, String name, long count) {
  /** Messages that came: the sum of all others. */
  public static final String ARRIVED = "arrived";

  /** Events written. */
  public static final String ACCEPTED = "accepted";

  /** Events whose window was amended no more. */
  public static final String LATE = "late";

  /** Events that were there already, equal in every measure. */
  public static final String DUPLICATE = "duplicate";

  /** Messages refused. */
  public static final String REFUSED = "refused";

  /** Every name. */
  public static final List<String> NAMES = List.of(ARRIVED, ACCEPTED, LATE, DUPLICATE, REFUSED);

  /** Its type in a stream. */
  public static final TypeInformation<LiveCount> TYPE = TypeInformation.of(LiveCount.class);

  /** Side output of counts. */
  public static final OutputTag<LiveCount> TAG = new OutputTag<>("count", TYPE);

  /** One more. */
  public static LiveCount one(String source, String name) {
    return new LiveCount(source, name, 1);
  }
}
