package org.citylake.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeCommand;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.PlannedSystem;
import org.citylake.core.declaration.SystemDeclaration;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSourcesCommand {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  TestSourcesCommand(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theListHasSourcesAndTheSystemsThatDeliverByThem() throws IOException {
    JsonNode list = run("sources", "--json");

    JsonNode source = withId(list.path("sources"), "grid_event");
    assertThat(source.path("domain").asText()).isEqualTo("city_management");
    assertThat(source.path("provider_zh").asText()).isEqualTo("区城市网格化综合管理中心");
    assertThat(source.path("format").asText()).isEqualTo("csv");
    assertThat(source.path("classification").asText()).startsWith("general-");
    assertThat(source.path("personal").asBoolean(true)).isFalse();
    assertThat(source.path("columns").asInt()).isGreaterThan(20);
    long systems =
        list.path("systems").findValuesAsText("contract").stream()
            .filter("grid_event"::equals)
            .count();
    assertThat(source.path("systems").asLong()).isEqualTo(systems).isPositive();
    JsonNode system = withId(list.path("systems"), "S225");
    assertThat(system.path("plan").asText()).isEqualTo("000");
    assertThat(system.path("district").asText()).isEqualTo("310107");
    assertThat(system.path("owner_zh").asText()).isEqualTo("普陀区城市网格化综合管理中心");
    assertThat(system.path("cadence").asText()).isEqualTo("daily");
    assertThat(system.path("contract").asText()).isEqualTo("grid_event");
    assertThat(system.path("fields").get(0).asText()).isEqualTo("task_no");
  }

  @Test
  void aSourceOfAHomeWithoutLoadsWasNeverFresh() throws IOException {
    JsonNode freshness =
        withId(run("sources", "--json").path("sources"), "grid_event").path("freshness");

    assertThat(freshness.path("status").asText()).isEqualTo("never");
    assertThat(freshness.path("due").isNull()).isTrue();
  }

  @Test
  void oneSourceIsShownWithItsColumns() throws IOException {
    JsonNode source = run("sources", "grid_event", "--json");

    JsonNode field = source.path("fields").get(0);
    assertThat(field.path("name").asText()).isEqualTo("task_no");
    assertThat(field.path("header").asText()).isEqualTo("任务号");
    assertThat(field.path("classification").asText()).isEqualTo("general-1");
    assertThat(field.path("key").asBoolean()).isTrue();
    assertThat(err.toString()).contains("任务号: number of the case", "S225 普陀区城市网格化综合管理信息平台");
  }

  @Test
  void anUnknownSourceIsNamedWithTheNearest() {
    int code = execute("sources", "grid_evnt", "--json");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .contains("There is no source 'grid_evnt'; did you mean 'grid_event'?");
  }

  @Test
  void theCoveragePageOfTheReferenceIsUpToDate() throws IOException {
    run("sources", "--coverage", folder.toString(), "--json");

    assertThat(Files.readString(ROOT.resolve("docs/reference/coverage.md")))
        .as("write it anew by ./citylake sources --coverage docs/reference")
        .isEqualTo(Files.readString(folder.resolve("coverage.md")));
  }

  @Test
  void everyShippedSystemIsOneThatPlansWantTakenIn() {
    DeclarationLibrary library =
        DeclarationReader.load(
            List.of(
                ROOT.resolve("core"),
                ROOT.resolve("lakehouse"),
                ROOT.resolve("ingestion"),
                ROOT.resolve("metrics")));

    assertThat(library.systems()).hasSizeGreaterThanOrEqualTo(150);
    for (SystemDeclaration system : library.systems()) {
      PlannedSystem planned =
          PlannedSystem.of(
              library.loadCodelist(PlannedSystem.LIST).find(system.id()).orElseThrow());
      assertThat(planned.isSource()).as(system.id()).isTrue();
      assertThat(system.nameZh()).isEqualTo(planned.nameZh());
      assertThat(system.plannedBy()).as(system.id()).isEqualTo(planned.plannedBy());
    }
  }

  private static JsonNode withId(JsonNode list, String id) {
    for (JsonNode object : list) {
      if (object.path("id").asText().equals(id)) {
        return object;
      }
    }
    throw new AssertionError("there is no " + id);
  }

  private JsonNode run(String... args) throws IOException {
    assertThat(execute(args)).as(err.toString()).isZero();
    String[] lines = out.toString().split("\n", -1);
    return Json.mapper().readTree(lines[lines.length - 2]);
  }

  private int execute(String... args) {
    Map<String, String> environment =
        Map.of(
            "CITYLAKE_ROOT", ROOT.toString(), "CITYLAKE_HOME", folder.resolve("none").toString());
    return CityLakeCommand.execute(
        environment, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
