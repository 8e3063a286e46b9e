package org.citylake.metrics.index;

import java.util.List;
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
 * @param status of the datum behind it: reported, computed, imputed, synthetic and so on, or why
 *     there is none; what a step changed bears the change: imputed, winsorised, transformed,
 *     clipped
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

  public TracePoint {
    evidence = List.copyOf(evidence);
  }
}
