package org.citylake.metrics.index.robustness;

import java.util.List;

/**
 * How far ranks and scores moved over the draws.
 *
 * @param units one for each unit in each period, in the order of periods and units
 * @param draws how many draws were made
 * @param failed how many of them could not be scored
 * @param failures the rules that they broke; one draw may break several
 */
public record UncertaintyResult(
    List<UnitUncertainty> units, int draws, int failed, List<FailedDraws> failures) {
  public UncertaintyResult {
    units = List.copyOf(units);
    failures = List.copyOf(failures);
  }
}
