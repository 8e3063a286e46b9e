package org.citylake.batchjobs.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.citylake.batchjobs.publish.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * What the job {@code compute} did; its {@code result.json}.
 *
 * @param tables table to what became of it, in the order of computing
 * @param checks outcomes of all checks
 * @param indicators how many indicators have at least one value
 * @param indexes editions with how many of their units have a score, and what it rests on
 * @param seconds step to seconds
 * @param warnings what a person should know, a sentence each
 */
public record ComputeResult(
    Map<String, TableState> tables,
    List<CheckResult> checks,
    long indicators,
    List<EditionState> indexes,
    Map<String, Double> seconds,
    List<String> warnings) {

  /**
   * A table after the job.
   *
   * @param rows how many it has
   * @param snapshot main's
   * @param changed whether main was moved
   * @param inputs the tables that it is computed from
   * @param account how its rows came about; empty when there is nothing to tell
   */
  public record TableState(
      long rows, long snapshot, boolean changed, List<String> inputs, String account) {
    public TableState {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * An edition after the job.
   *
   * @param edition {@code index/edition}
   * @param model whether it is a model of ours and no official index
   * @param units how many different units are scored at its root
   * @param periods in how many different periods
   * @param weightImputed mean share of their weight that rests on imputed values, 0..1; null when
   *     no unit is scored
   * @param weightSynthetic the same of synthetic values
   */
  public record EditionState(
      String edition,
      boolean model,
      long units,
      long periods,
      @JsonProperty("weight_imputed") @Nullable Double weightImputed,
      @JsonProperty("weight_synthetic") @Nullable Double weightSynthetic) {}
}
