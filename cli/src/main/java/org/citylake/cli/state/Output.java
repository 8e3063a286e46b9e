package org.citylake.cli.state;

import java.io.PrintWriter;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.json.Json;

/**
 * What a command says. Progress goes to standard error. Results for people go to standard output,
 * or to standard error with {@code --json}, where one JSON object is the last line of standard
 * output (docs/adr/0010).
 */
public final class Output {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;

  /** An output over two writers. */
  @SuppressWarnings("InconsistentOverloads")
  public Output(PrintWriter out, PrintWriter err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  /** Whether {@code --json} was given. */
  public boolean json() {
    return json;
  }

  /** Standard output itself, for rows that stream. */
  public PrintWriter out() {
    return out;
  }

  /** A line of a result for people. */
  public void say(String line) {
    PrintWriter writer = json ? err : out;
    writer.println(line);
    writer.flush();
  }

  /** A line that tells what goes on. */
  public void progress(String line) {
    err.println(line);
    err.flush();
  }

  /** The command's object; printed with {@code --json} only, as the last thing. */
  public void result(Map<String, ?> object) {
    if (json) {
      out.println(Json.line(object));
      out.flush();
    }
  }

  /** Tells a failure; with {@code --json} as the object {@code error} too. */
  public void failure(CityLakeException.Kind kind, String message) {
    err.println("Error: " + message);
    err.flush();
    result(Map.of("error", Map.of("kind", kind.name(), "message", message)));
  }
}
