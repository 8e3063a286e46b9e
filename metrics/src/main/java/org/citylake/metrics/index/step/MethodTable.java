package org.citylake.metrics.index.step;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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

  /**
   * The method that a step names; empty after a problem.
   *
   * @param file the edition's file, for messages
   */
  public Optional<T> find(String file, Step declared, Problems problems) {
    Function<StepParameters, T> maker = methods.get(declared.method());
    if (maker == null) {
      problems.add(
          file,
          0,
          "unknown-method",
          declared.method(),
          "Step '"
              + step
              + "' has no method '"
              + declared.method()
              + "'"
              + NearestName.hint(declared.method(), methods.keySet())
              + "; there are "
              + String.join(", ", methods.keySet()));
      return Optional.empty();
    }
    StepParameters parameters = new StepParameters(file, step, declared.parameters(), problems);
    T method = maker.apply(parameters);
    parameters.refuseUnknown();
    return Optional.of(method);
  }
}
