package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citylake.cli.Main;
import org.citylake.cli.command.CityLakeCommand;
import org.citylake.cli.engine.JavaHome;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;

/**
 * A command line that was run as a user runs it.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int code, String out, String err) {
  static final Path ROOT = Path.of(System.getProperty("citylake.root"));

  /** Runs a command in this JVM. */
  static CommandRun of(Home home, String... args) {
    return of(home, Map.of(), args);
  }

  /** Runs a command in this JVM with further variables in its environment. */
  static CommandRun of(Home home, Map<String, String> variables, String... args) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(variables);
    environment.put("CITYLAKE_ROOT", ROOT.toString());
    environment.put("CITYLAKE_HOME", home.root().toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CityLakeCommand.execute(
            environment, new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** Starts a command in a JVM of its own, so that it can be killed. */
  static Process start(Home home, Map<String, String> environment, Path err, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                JavaHome.current().path().resolve("bin/java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CITYLAKE_ROOT", ROOT.toString());
    builder.environment().put("CITYLAKE_HOME", home.root().toString());
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(err.toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot start " + command, e);
    }
  }

  /** Fails with everything that the command said unless it ended so. */
  CommandRun expect(int expected) {
    assertThat(code).as("%s\n%s", out, err).isEqualTo(expected);
    return this;
  }

  /** The JSON object in the last line of standard output. */
  JsonNode json() {
    List<String> lines = out.lines().toList();
    try {
      return Json.mapper().readTree(lines.get(lines.size() - 1));
    } catch (JsonProcessingException e) {
      throw new AssertionError("the last line is no JSON: " + lines, e);
    }
  }

  /** Message of the error in the JSON object. */
  String error() {
    return json().path("error").path("message").asText();
  }
}
