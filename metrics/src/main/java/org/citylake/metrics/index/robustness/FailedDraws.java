package org.citylake.metrics.index.robustness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.problem.Problem;

/**
 * Draws that could not be scored, by the rule that they broke.
 *
 * @param rule such as {@code constant-column} or {@code value-not-positive}
 * @param draws how many broke it, at least 1
 * @param example what the first of them said
 */
public record FailedDraws(String rule, int draws, String example) {

  /** Counts failures. */
  static final class Counter {
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();
    private int failed;

    void add(DrawResult result) {
      if (result.scored()) {
        return;
      }
      failed++;
      for (Problem problem : result.failures()) {
        counts.merge(problem.rule(), 1, Integer::sum);
        examples.putIfAbsent(problem.rule(), problem.toString());
      }
    }

    int failed() {
      return failed;
    }

    List<FailedDraws> list() {
      List<FailedDraws> list = new ArrayList<>();
      counts.forEach(
          (rule, count) -> list.add(new FailedDraws(rule, count, examples.getOrDefault(rule, ""))));
      return List.copyOf(list);
    }
  }
}
