package org.citylake.dashboard.stewardship;

import java.util.Objects;
import java.util.function.Supplier;
import org.citylake.core.CityLakeException;
import org.citylake.dashboard.answer.ProblemException;

/** Wrong use of the journal as an answer; every other failure is passed on. */
final class Refusal {
  private Refusal() {}

  /** What is said is wrong in itself: a 400. */
  static <T> T asWrong(Supplier<T> work) {
    return told(400, "bad-request", "The request is wrong", work);
  }

  /** What is said may not be said now: a 409. */
  static <T> T asConflict(Supplier<T> work) {
    return told(409, "not-now", "This step may not come now", work);
  }

  private static <T> T told(int status, String type, String title, Supplier<T> work) {
    try {
      return work.get();
    } catch (CityLakeException e) {
      if (e.kind() != CityLakeException.Kind.USER) {
        throw e;
      }
      throw new ProblemException(status, type, title, Objects.toString(e.getMessage(), ""));
    }
  }
}
