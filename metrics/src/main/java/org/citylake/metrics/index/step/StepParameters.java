package org.citylake.metrics.index.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.jspecify.annotations.Nullable;

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
    return findNumber(name).orElse(otherwise);
  }

  /** A finite number, if it is given. */
  public OptionalDouble findNumber(String name) {
    Object value = find(name);
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return OptionalDouble.of(number.doubleValue());
    }
    problem(name, value, "has to be a number");
    return OptionalDouble.empty();
  }

  /** A number within bounds, or the default when it is not given. */
  public double number(String name, double otherwise, double least, double most) {
    double value = number(name, otherwise);
    if (value < least || value > most) {
      problem(name, value, "has to lie between " + least + " and " + most);
      return otherwise;
    }
    return value;
  }

  /** A number above zero, or the default when it is not given. */
  public double positive(String name, double otherwise) {
    double value = number(name, otherwise);
    if (value <= 0) {
      problem(name, value, "has to be above zero");
      return otherwise;
    }
    return value;
  }

  /** A whole number of at least zero, or the default when it is not given. */
  public int count(String name, int otherwise) {
    double value = number(name, otherwise);
    if (value < 0 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
      problem(name, value, "has to be a whole number of at least zero");
      return otherwise;
    }
    return (int) value;
  }

  /** A yes or no, or the default when it is not given. */
  public boolean flag(String name, boolean otherwise) {
    Object value = find(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    problem(name, value, "has to be true or false");
    return otherwise;
  }

  /** A text, if it is given. */
  public Optional<String> findText(String name) {
    return Optional.ofNullable(find(name)).map(Object::toString);
  }

  /** A text that has to be given. */
  public String text(String name) {
    Optional<String> text = findText(name);
    if (text.isEmpty()) {
      problems.add(
          file,
          0,
          "step-parameter",
          name,
          "Parameter '" + name + "' of step '" + step + "' is missing");
    }
    return text.orElse("");
  }

  /** A list of texts; none when it is not given. */
  public List<String> texts(String name) {
    Object value = find(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    problem(name, value, "has to be a list");
    return List.of();
  }

  /** A list of finite numbers; none when it is not given. */
  public List<Double> numbers(String name) {
    Object value = find(name);
    return value == null ? List.of() : numbersOf(name, value);
  }

  private List<Double> numbersOf(String name, Object value) {
    List<Double> numbers = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Number number && Double.isFinite(number.doubleValue())) {
          numbers.add(number.doubleValue());
        } else {
          problem(name, String.valueOf(item), "has to hold numbers only");
        }
      }
    } else {
      problem(name, value, "has to be a list of numbers");
    }
    return List.copyOf(numbers);
  }

  /** Tables of numbers by name, such as a matrix of comparisons for each group of siblings. */
  public Map<String, List<List<Double>>> tables(String name) {
    Map<String, List<List<Double>>> tables = new LinkedHashMap<>();
    Object value = find(name);
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, rows) -> {
            List<List<Double>> table = new ArrayList<>();
            if (rows instanceof List<?> list) {
              list.forEach(row -> table.add(numbersOf(name, row == null ? "" : row)));
            } else {
              problem(name, String.valueOf(rows), "has to hold lists of numbers");
            }
            tables.put(String.valueOf(key), List.copyOf(table));
          });
    } else if (value != null) {
      problem(name, value, "has to be a mapping");
    }
    return tables;
  }

  /** One of the choices, or the default when it is not given. */
  public String choice(String name, List<String> choices, String otherwise) {
    Object value = find(name);
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

  /** Declares a parameter that another reader of the step takes, so that it is not unknown. */
  public void ignore(String name) {
    known.add(name);
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

  private @Nullable Object find(String name) {
    known.add(name);
    return given.get(name);
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
