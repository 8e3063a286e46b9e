package org.citylake.dashboard.answer;

/** An answer that is no success, told as problem details (RFC 9457). */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final String title;

  /**
   * A problem.
   *
   * @param status HTTP status
   * @param type kebab-case name of the problem
   * @param title one short sentence, the same for every occurrence
   * @param detail what is wrong here and the way out
   */
  public ProblemException(int status, String type, String title, String detail) {
    super(detail);
    this.status = status;
    this.type = type;
    this.title = title;
  }

  /** What was asked for is not there. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(404, "not-found", "There is nothing here", detail);
  }

  /** The request breaks a rule of its own. */
  public static ProblemException badRequest(String detail) {
    return new ProblemException(400, "bad-request", "The request is wrong", detail);
  }

  /** Somebody who has not signed in asks for what visitors may not read. */
  public static ProblemException notSignedIn() {
    return new ProblemException(
        401, "not-signed-in", "You are not signed in", "Sign in at POST /api/v1/session first.");
  }

  /** Too much is asked at once. */
  public static ProblemException busy(String detail) {
    return new ProblemException(503, "busy", "The server is busy", detail);
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  String title() {
    return title;
  }
}
