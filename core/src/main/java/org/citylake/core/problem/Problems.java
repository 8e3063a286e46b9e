package org.citylake.core.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;

/** Gathers problems so that all are reported at once. Not safe for several threads. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Adds one problem. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Adds a problem from its parts. */
  public void add(String file, int line, String rule, String value, String message) {
    add(new Problem(file, line, rule, value, message));
  }

  /** All problems in the order found. */
  public List<Problem> all() {
    return List.copyOf(found);
  }

  /** Whether none was found. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Throws one exception that lists every problem, a line each; does nothing when there is none.
   *
   * @throws CityLakeException of kind DATA
   */
  public void throwIfAny(String what) {
    if (!found.isEmpty()) {
      throw new CityLakeException(
          CityLakeException.Kind.DATA,
          what
              + ": "
              + found.size()
              + (found.size() == 1 ? " problem" : " problems")
              + "\n"
              + found.stream().map(p -> "  " + p).collect(Collectors.joining("\n")));
    }
  }
}
