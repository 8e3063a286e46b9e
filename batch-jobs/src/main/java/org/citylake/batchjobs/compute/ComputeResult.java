package org.citylake.batchjobs.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.citylake.batchjobs.publish.CheckResult;

/**
 * What the job {@code compute} did; its {@code result.json}.
 *
 * @param tables table to what became of it, in the order of computing
 * @param checks outcomes of all checks
 * @param indicators how many indicators have at least one value
 * @param indexes editions with how many of their units have a score
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

  /** A table after the job: its rows, main's snapshot, and whether main was moved. */
  public record TableState(long rows, long snapshot, boolean changed) {}

  /** An edition after the job: how many units are scored at its root. */
  public record EditionState(
      @JsonProperty("edition") String edition, @JsonProperty("units") long units) {}
}
