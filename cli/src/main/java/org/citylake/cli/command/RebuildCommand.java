package org.citylake.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.cli.run.CodeVersion;
import org.citylake.cli.run.LinkageAccess;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.DeclarationStore;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleaseReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rebuild}: a release computed again from what it pinned. */
@Command(
    name = "rebuild",
    description = {
      "Compute a release again from its snapshots and its stored declarations, and compare.",
      "Exit code 1 when a value differs."
    },
    footer = {"", "Example:", "  ./citylake rebuild 20261121-0123abcd"})
final class RebuildCommand extends CityLakeSubcommand {
  @Parameters(paramLabel = "RELEASE", description = "The release's id.")
  private String releaseId = "";

  @Override
  protected int run(Settings settings, Output output) {
    requireHome(settings);
    try (HomeLock lock = HomeLock.take(settings.home());
        Lake lake = Lake.start(settings.home(), 0);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      Release release = Releases.load(new ReleaseReader(live), releaseId);
      Path folder = settings.home().run().resolve("rebuild-" + release.releaseId());
      Path declarations = folder.resolve("declarations");
      new DeclarationStore(live).load(release.declarationsHash()).writeTo(declarations);
      EngineJob job =
          new EngineJob(
              "spark",
              EngineModule.spark(settings.root()),
              folder,
              settings.home().logs().resolve(folder.getFileName()).resolve("spark.log"),
              lake.token());
      LinkageAccess.record(
          live,
          DeclarationReader.load(List.of(declarations)),
          release.inputs().keySet(),
          Clock.systemUTC());
      JsonNode result =
          job.run(keys(settings, lake, release, declarations), output::progress).result();
      return tell(release, CodeVersion.of(settings.root()), result, output);
    }
  }

  private static Map<String, Object> keys(
      Settings settings, Lake lake, Release release, Path declarations) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("job", "rebuild");
    keys.put("home", settings.home().root().toString());
    keys.put("catalog_uri", lake.uri().toString());
    keys.put("declaration_roots", List.of(declarations.toString()));
    keys.put("run_id", "rebuild-" + release.releaseId());
    keys.put("code_version", CodeVersion.of(settings.root()));
    keys.put("inputs", release.inputs());
    keys.put("release", release.releaseId());
    keys.put("release_tables", release.tables());
    return keys;
  }

  private static int tell(Release release, String code, JsonNode result, Output output) {
    boolean equal = result.path("equal").asBoolean();
    boolean codeChanged =
        result.path("code_changed").asBoolean() || !code.equals(release.codeVersion());
    List<Map<String, Object>> tables = new ArrayList<>();
    for (JsonNode table : result.path("tables")) {
      JsonNode differences = table.path("differences");
      output.say(
          "%-28s %8d rows  %s"
              .formatted(
                  table.path("table").asText(),
                  table.path("rows").asLong(),
                  differences.isEmpty() ? "equal" : differences.size() + " differences"));
      differences.forEach(difference -> output.say("  " + text(difference)));
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("table", table.path("table"));
      told.put("rows", table.path("rows"));
      told.put("differences", differences);
      tables.add(told);
    }
    output.say("Computed from: " + names(result.path("inputs")));
    if (!result.path("not_compared").isEmpty()) {
      output.say("No figures, not compared: " + names(result.path("not_compared")));
    }
    if (codeChanged) {
      output.say(
          "The code has changed since: the release was made by "
              + release.codeVersion()
              + ", this is "
              + code);
    }
    output.say(
        equal
            ? "Release " + release.releaseId() + " gives the same figures again."
            : "Release " + release.releaseId() + " differs: see above.");
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("release", release.releaseId());
    told.put("equal", equal);
    told.put("code_changed", codeChanged);
    told.put("tables", tables);
    told.put("inputs", result.path("inputs"));
    told.put("not_compared", result.path("not_compared"));
    output.result(told);
    return equal ? 0 : 1;
  }

  private static String text(JsonNode difference) {
    return difference.path("key").asText()
        + "  "
        + difference.path("column").asText()
        + ": was "
        + difference.path("was").asText()
        + ", now "
        + difference.path("now").asText();
  }

  private static String names(JsonNode tables) {
    List<String> names = new ArrayList<>();
    tables.forEach(table -> names.add(table.asText()));
    return String.join(", ", names);
  }
}
