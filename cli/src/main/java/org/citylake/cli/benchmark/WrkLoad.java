package org.citylake.cli.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citylake.cli.benchmark.PageLoad.Seen;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * The same load by {@code wrk}, a program of its own that takes far less of the processors than
 * clients of the JDK, so what it sees is more of the server's doing.
 *
 * @param program where it is
 */
record WrkLoad(Path program) {
  private static final Map<String, Double> MILLISECONDS = Map.of("us", 0.001, "ms", 1.0, "s", 1e3);
  private static final Pattern QUANTILE = Pattern.compile("(50|99)%\\s+([0-9.]+)(us|ms|s)\\b");
  private static final Pattern REQUESTS = Pattern.compile("([0-9]+) requests in ([0-9.]+)s");
  private static final Pattern FAILURES = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");

  /** Where the system has it. */
  static Optional<WrkLoad> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "wrk"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(WrkLoad::new);
  }

  /**
   * Loads an address for a time.
   *
   * @param bytes of one answer's body, which wrk does not tell
   */
  Seen measure(String name, URI address, int clients, Duration time, long bytes) {
    try {
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--threads=1",
                  "--connections=" + clients,
                  "--duration=" + time.toSeconds() + "s",
                  "--latency",
                  "--header=Accept-Encoding: gzip",
                  address.toString())
              .redirectErrorStream(true)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return parse(name, text, bytes);
    } catch (IOException e) {
      throw new CityLakeException(Kind.EXTERNAL, "Cannot run " + program + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while " + program + " runs", e);
    }
  }

  static Seen parse(String name, String text, long bytes) {
    Matcher requests = find(REQUESTS, text);
    Matcher failures = FAILURES.matcher(text);
    long failed = failures.find() ? Long.parseLong(failures.group(1)) : 0;
    return new Seen(
        name,
        bytes,
        Long.parseLong(requests.group(1)) - failed,
        failed,
        Double.parseDouble(requests.group(2)),
        quantile(text, "50"),
        quantile(text, "99"));
  }

  private static double quantile(String text, String percent) {
    return QUANTILE
        .matcher(text)
        .results()
        .filter(found -> found.group(1).equals(percent))
        .mapToDouble(
            found ->
                Double.parseDouble(found.group(2)) * MILLISECONDS.getOrDefault(found.group(3), 1.0))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Matcher find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new CityLakeException(
          Kind.EXTERNAL, "wrk told no figures: " + List.of(text.split("\n", 3)));
    }
    return matcher;
  }
}
