package org.citylake.metrics.index.step;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;

/**
 * The methods of one step by the names that editions give them.
 *
 * @param step the step's name, such as {@code normalise}
 * @param methods method name to what makes the method of its parameters
 */
public record MethodTable<T>(String step, Map<String, Function<StepParameters, T>> methods) {
  public MethodTable {
    methods = new TreeMap<>(methods);
  }

  /** The method that the edition names for this step; empty after a problem. */
  public Optional<T> find(EditionDeclaration edition, Problems problems) {
    Step declared = edition.steps().get(step);
    if (declared == null) {
      problems.add(
          file(edition),
          0,
          "step-missing",
          step,
          "Step '" + step + "' is missing; give it one of the methods " + methods.keySet());
      return Optional.empty();
    }
    return find(edition, declared, problems);
  }

  /** The method that the edition names for this step, or that of the default step. */
  public Optional<T> find(EditionDeclaration edition, Step otherwise, Problems problems) {
    Step declared = edition.steps().getOrDefault(step, otherwise);
    Function<StepParameters, T> maker = methods.get(declared.method());
    if (maker == null) {
      problems.add(
          file(edition),
          0,
          "unknown-method",
          declared.method(),
          "Step '"
              + step
              + "' has no method '"
              + declared.method()
              + "'"
              + NearestName.hint(declared.method(), methods.keySet()));
      return Optional.empty();
    }
    StepParameters parameters =
        new StepParameters(file(edition), step, declared.parameters(), problems);
    T method = maker.apply(parameters);
    parameters.refuseUnknown();
    return Optional.of(method);
  }

  /** The file that a problem of this edition is found in. */
  public static String file(EditionDeclaration edition) {
    return "metrics/indexes/" + edition.id() + "/index.yaml";
  }
}
