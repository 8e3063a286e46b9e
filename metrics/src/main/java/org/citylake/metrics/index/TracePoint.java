package org.citylake.metrics.index;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One unit's value of one indicator or node at one stage; a row of {@code metric.index_trace}.
 *
 * @param edition {@code index/edition}
 * @param stage which stage
 * @param unit the unit's code
 * @param timePeriod the period whose data are scored
 * @param indicator the indicator's or node's code
 * @param value in the stage's own scale; null when missing
 * @param status of the datum behind it: reported, computed, imputed, synthetic, missing; clipped
 *     where the normalisation cut it off
 * @param evidence selectors of the rows behind a raw value, empty at later stages
 */
public record TracePoint(
    String edition,
    Stage stage,
    String unit,
    String timePeriod,
    String indicator,
    @Nullable Double value,
    String status,
    List<String> evidence) {

  /** The stages, in order. */
  public enum Stage {
    /** The indicator's value in its own unit. */
    RAW,
    /** The indicator's value in the common scale. */
    NORMALISED,
    /** What an indicator or node adds to its parent. */
    WEIGHTED,
    /** The score of a node that has children: the sum of what they add (arithmetic mean). */
    AGGREGATED;

    /** As the table writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public TracePoint {
    evidence = List.copyOf(evidence);
  }
}
