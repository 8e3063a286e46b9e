package org.citylake.metrics.index;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One unit's score at one node; a row of {@code metric.index_score}.
 *
 * @param edition {@code index/edition}
 * @param unit the unit's code
 * @param timePeriod the period whose data are scored
 * @param node the node's code
 * @param level 0 for the root
 * @param score in the scale of the normalisation, finite; null when unscored
 * @param weight effective weight of the node in the root, 0..1
 * @param weightAvailable share of the node's applicable weight that has data, 0..1
 * @param weightImputed share of it that rests on imputed data, 0..1
 * @param weightSynthetic share of it that rests on synthetic data, 0..1
 * @param rank within the peer group, 1 is best, ties share the lower number; null when not ranked
 * @param rankOverall among all units, likewise
 * @param peerGroup name of the unit's peer group; null when it has none
 * @param status scored, partial or unscored
 * @param reason why unscored, partial or unranked; null when there is nothing to say
 * @param model whether the edition is a model of ours and no official index
 */
public record NodeScore(
    String edition,
    String unit,
    String timePeriod,
    String node,
    int level,
    @Nullable Double score,
    double weight,
    double weightAvailable,
    double weightImputed,
    double weightSynthetic,
    @Nullable Integer rank,
    @Nullable Integer rankOverall,
    @Nullable String peerGroup,
    Status status,
    @Nullable String reason,
    boolean model) {

  /** How much of a node could be scored. */
  public enum Status {
    /** Every indicator below has a value. */
    SCORED,
    /** Some weight is missing. */
    PARTIAL,
    /** There is no score. */
    UNSCORED;

    /** As the table writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
