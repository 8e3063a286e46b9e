package org.citylake.dashboard.server;

/** An answer that is no success, told as problem details (RFC 9457). */
final class ProblemException extends RuntimeException {
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
  ProblemException(int status, String type, String title, String detail) {
    super(detail);
    this.status = status;
    this.type = type;
    this.title = title;
  }

  static ProblemException notFound(String detail) {
    return new ProblemException(404, "not-found", "There is nothing here", detail);
  }

  static ProblemException badRequest(String detail) {
    return new ProblemException(400, "bad-request", "The request is wrong", detail);
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
