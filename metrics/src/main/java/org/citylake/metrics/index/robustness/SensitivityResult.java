package org.citylake.metrics.index.robustness;

import java.util.List;

/**
 * Which factors the ranking's uncertainty comes from. The output is the mean absolute change of
 * rank against the edition as it is, over the units that are ranked in both.
 *
 * @param factors one each, in the order of the edition; none when the output is the same in all
 *     runs, so that there is nothing to share out
 * @param base how many base points there were
 * @param used how many of them could be used: all runs of it were scored
 * @param runs how many variants were scored
 * @param meanRankChange mean of the output over the base points A and B
 * @param failed how many runs could not be scored
 * @param failures the rules that they broke
 */
public record SensitivityResult(
    List<FactorSensitivity> factors,
    int base,
    int used,
    int runs,
    double meanRankChange,
    int failed,
    List<FailedDraws> failures) {
  public SensitivityResult {
    factors = List.copyOf(factors);
    failures = List.copyOf(failures);
  }
}
