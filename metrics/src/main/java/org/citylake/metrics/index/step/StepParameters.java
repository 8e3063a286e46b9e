package org.citylake.metrics.index.step;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;

/**
 * The parameters of one step of an edition. A method asks for what it knows; what is left over is a
 * problem, and so is a value of the wrong type. After a problem the default stands in, so that the
 * other problems are found too.
 */
public final class StepParameters {
  private final String file;
  private final String step;
  private final Map<String, Object> given;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  StepParameters(String file, String step, Map<String, Object> given, Problems problems) {
    this.file = file;
    this.step = step;
    this.given = given;
    this.problems = problems;
  }

  /** A finite number, or the default when it is not given. */
  public double number(String name, double otherwise) {
    known.add(name);
    Object value = given.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    problem(name, value, "has to be a number");
    return otherwise;
  }

  /** One of the choices, or the default when it is not given. */
  public String choice(String name, List<String> choices, String otherwise) {
    known.add(name);
    Object value = given.get(name);
    if (value == null) {
      return otherwise;
    }
    String text = value.toString();
    if (choices.contains(text)) {
      return text;
    }
    problem(name, value, "has to be one of " + choices + NearestName.hint(text, choices));
    return otherwise;
  }

  /** Reports a value that is of the right type but cannot be used. */
  public void problem(String name, Object value, String what) {
    problems.add(
        file,
        0,
        "step-parameter",
        name + ": " + value,
        "Parameter '" + name + "' of step '" + step + "' " + what);
  }

  /** Reports the parameters that nobody asked for. */
  void refuseUnknown() {
    given.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(
            name ->
                problems.add(
                    file,
                    0,
                    "unknown-key",
                    name,
                    "Step '"
                        + step
                        + "' has no parameter '"
                        + name
                        + "'"
                        + NearestName.hint(name, known)));
  }
}
