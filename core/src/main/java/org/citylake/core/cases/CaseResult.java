package org.citylake.core.cases;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What a test case of a declaration gave.
 *
 * @param declaration id of the source, full name of the table, code of the indicator, {@code
 *     index/edition}
 * @param folder the case's folder
 * @param differences between what was expected and what was found, a sentence each; none when the
 *     case passes
 */
public record CaseResult(String declaration, Path folder, List<String> differences) {
  public CaseResult {
    differences = List.copyOf(differences);
  }

  /** Expected and found rows as text, in their order. */
  public record Rows(List<String> expected, List<String> found) {
    public Rows {
      expected = List.copyOf(expected);
      found = List.copyOf(found);
    }

    /** The same rows of two parts of a case, one after the other. */
    public Rows and(Rows other) {
      List<String> allExpected = new ArrayList<>(expected);
      List<String> allFound = new ArrayList<>(found);
      allExpected.addAll(other.expected);
      allFound.addAll(other.found);
      return new Rows(allExpected, allFound);
    }

    private List<String> differences() {
      if (expected.equals(found)) {
        return List.of();
      }
      List<String> differences = new ArrayList<>();
      List<String> unexpected = new ArrayList<>(found);
      for (String row : expected) {
        if (!unexpected.remove(row)) {
          differences.add("missing:    " + row);
        }
      }
      unexpected.forEach(row -> differences.add("unexpected: " + row));
      return differences.isEmpty() ? List.of("the rows stand in another order") : differences;
    }
  }

  /**
   * Runs a case.
   *
   * @param rows gives the rows; a failure is the case's result
   */
  @SuppressWarnings("CatchingUnchecked") // Spark's exceptions are checked; Scala does not say so.
  public static CaseResult of(String declaration, Path folder, Callable<Rows> rows) {
    try {
      return new CaseResult(declaration, folder, rows.call().differences());
    } catch (Exception e) {
      return new CaseResult(declaration, folder, List.of("cannot be run: " + message(e)));
    }
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    if (failure instanceof NoSuchFileException) {
      return "there is no file " + message;
    }
    return message == null || message.isBlank() ? failure.toString() : message.strip();
  }

  /** Whether nothing differs. */
  public boolean passed() {
    return differences.isEmpty();
  }

  /** The declaration with the case's name. */
  public String title() {
    return declaration + "/" + folder.getFileName();
  }
}
