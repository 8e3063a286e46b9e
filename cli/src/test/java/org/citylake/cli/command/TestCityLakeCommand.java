package org.citylake.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class TestCityLakeCommand {
  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  TestCityLakeCommand(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<String> commands() {
    List<String> names = new ArrayList<>();
    collect(
        CityLakeCommand.commandLine(
            Map.of(), new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())),
        "",
        names);
    return names.stream();
  }

  private static void collect(CommandLine line, String prefix, List<String> names) {
    line.getSubcommands()
        .forEach(
            (name, sub) -> {
              names.add(prefix + name);
              collect(sub, prefix + name + " ", names);
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithAnExample(String command) {
    int code = run((command + " --help").split(" "));

    assertThat(code).isZero();
    assertThat(out.toString()).contains("Usage: citylake " + command).contains("./citylake");
    assertThat(out.toString()).contains("--home", "--json", "Example");
  }

  @Test
  void anUnknownCommandIsWrongUse() {
    assertThat(run("dmeo", "--json")).isEqualTo(2);

    assertThat(error().path("kind").asText()).isEqualTo("USER");
    assertThat(error().path("message").asText()).contains("dmeo");
  }

  @Test
  void aMissingParameterIsWrongUse() {
    assertThat(run("rebuild")).isEqualTo(2);

    assertThat(err.toString()).contains("Missing required parameter: 'RELEASE'");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void readingAHomeThatIsNotThereSaysWhatToDo() {
    assertThat(run("sql", "SELECT 1", "--home", folder.toString(), "--json")).isEqualTo(2);

    assertThat(error().path("message").asText())
        .contains("Cannot find a home at " + folder)
        .contains("./citylake demo");
  }

  @Test
  void verifyingAFolderThatIsNoExportFailsAndListsEveryFault() throws Exception {
    Files.writeString(folder.resolve("extra.txt"), "x");

    assertThat(run("verify", folder.toString(), "--json")).isEqualTo(1);

    assertThat(lastLine().path("valid").asBoolean(true)).isFalse();
    assertThat(err.toString()).contains("missing-file").contains("extra-file");
  }

  @Test
  void statusOfANewHomeSaysThatNothingRuns() {
    assertThat(run("status", "--home", folder.toString(), "--json")).isZero();

    assertThat(lastLine().path("running").asBoolean(true)).isFalse();
    assertThat(lastLine().path("release").asText("-")).isEmpty();
  }

  @Test
  void withoutJsonNothingButTheResultIsOnStandardOutput() {
    assertThat(run("status", "--home", folder.toString())).isZero();

    assertThat(out.toString()).contains("Running  nothing").doesNotContain("{");
  }

  @Test
  void aSampleCityIsMadeIntoAnEmptyFolderAlone() {
    String[] generate = {
      "generate",
      "--persons",
      "60",
      "--seed",
      "1",
      "--out",
      folder.resolve("city").toString(),
      "--json"
    };

    assertThat(run(generate)).isZero();
    assertThat(lastLine().path("synthetic").asBoolean()).isTrue();
    assertThat(lastLine().path("rows").path("household_registration").asInt()).isBetween(50, 70);

    assertThat(run(generate)).isEqualTo(2);
    assertThat(error().path("message").asText()).contains("name an empty folder");
  }

  private JsonNode error() {
    return lastLine().path("error");
  }

  private JsonNode lastLine() {
    List<String> lines = Arrays.asList(out.toString().split("\n"));
    try {
      return Json.mapper().readTree(lines.get(lines.size() - 1));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError("the last line is no JSON: " + lines, e);
    }
  }

  private int run(String... args) {
    Map<String, String> environment =
        Map.of("CITYLAKE_ROOT", String.valueOf(System.getProperty("citylake.root")));
    return CityLakeCommand.execute(
        environment, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
