package org.citylake.metrics.index.robustness;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.citylake.core.declaration.RobustnessDeclaration.Factor;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.CompiledEdition;

/**
 * Finds what is wrong with the factors of an edition: a factor that says neither or both of {@code
 * at} and {@code weight-noise}, a range without width, a place that the edition lacks, a value that
 * no edition could have. Each value is tried by itself.
 */
final class FactorCheck {
  private static final Pattern VARIABLE =
      Pattern.compile("/(steps|tree|peer-groups)/.+|/minimum-units");

  private final VariedEdition varied;
  private final Problems problems;

  private FactorCheck(VariedEdition varied, Problems problems) {
    this.varied = varied;
    this.problems = problems;
  }

  static void check(VariedEdition varied, List<Factor> factors, Problems problems) {
    FactorCheck check = new FactorCheck(varied, problems);
    Set<String> names = new HashSet<>();
    for (Factor factor : factors) {
      if (!names.add(factor.name())) {
        check.problem("factor-twice", factor.name(), "Two factors have this name");
      }
      check.check(factor);
    }
  }

  private void check(Factor factor) {
    if (factor.weightNoise().isPresent() == factor.at().isPresent()) {
      problem("factor-form", factor.name(), "A factor has either 'at' or 'weight-noise'");
      return;
    }
    if (factor.weightNoise().isPresent()) {
      checkLevels(factor);
      return;
    }
    String at = factor.at().orElseThrow();
    boolean range = factor.low().isPresent() && factor.high().isPresent();
    if (range == !factor.values().isEmpty()) {
      problem("factor-form", factor.name(), "A factor with 'at' has 'values', or 'low' and 'high'");
    } else if (range && !(factor.low().getAsDouble() < factor.high().getAsDouble())) {
      problem("factor-form", factor.name(), "'low' has to be below 'high'");
    } else if (!VARIABLE.matcher(at).matches()) {
      problem(
          "factor-place",
          factor.name() + ": " + at,
          "Only what stands below /steps, /tree or /peer-groups, and /minimum-units, can be"
              + " varied");
    } else if (!varied.hasPlace(at)) {
      problem(
          "factor-place",
          factor.name() + ": " + at,
          "The edition has nothing at this JSON pointer");
    } else {
      List<Object> values =
          range
              ? List.of(factor.low().getAsDouble(), factor.high().getAsDouble())
              : factor.values();
      values.forEach(value -> checkValue(Map.of(at, value)));
    }
  }

  private void checkLevels(Factor factor) {
    int deepest =
        org.citylake.metrics.index.tree.EditionTree.of(varied.edition()).nodes().stream()
            .mapToInt(node -> node.level())
            .max()
            .orElse(0);
    factor.levels().stream()
        .filter(level -> level > deepest)
        .forEach(
            level ->
                problem(
                    "factor-level",
                    factor.name() + ": " + level,
                    "The tree has the levels 1 to " + deepest + " below its root"));
  }

  private void checkValue(Map<String, Object> values) {
    int before = problems.all().size();
    varied.check(values, problems);
    if (problems.all().size() == before) {
      CompiledEdition.of(varied.with(values), problems);
    }
  }

  private void problem(String rule, String value, String message) {
    problems.add(varied.edition().file(), 0, rule, value, message);
  }
}
