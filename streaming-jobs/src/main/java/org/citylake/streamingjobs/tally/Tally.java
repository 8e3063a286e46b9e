package org.citylake.streamingjobs.tally;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/**
 * So many of a kind.
 *
 * @param name what is counted
 * @param count how many
 */
public record Tally(String name, long count) {
  /** Records that came. */
  public static final String ARRIVED = "arrived";

  /** Readings written. */
  public static final String ACCEPTED = "accepted";

  /** Records put into quarantine. */
  public static final String QUARANTINED = "quarantined";

  /** Records that were there already. */
  public static final String DUPLICATE = "duplicate";

  /** Empty cells, which are no records. */
  public static final String MISSING = "missing";

  /** Before the rule of a reason for quarantine. */
  public static final String REASON = "reason ";

  /** Its type in a stream. */
  public static final TypeInformation<Tally> TYPE = TypeInformation.of(Tally.class);

  /** Side output of counts. */
  public static final OutputTag<Tally> TAG = new OutputTag<>("tally", TYPE);
}
