package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command that README, guides and runbooks tell their readers to type is run: here, in the
 * order in which it stands, or by the test that {@link #ELSEWHERE} names.
 */
class ITGuideCommands {
  /** Which commands are not run here (guide and line, as a pattern), and by whom they are. */
  private static final Map<String, String> ELSEWHERE = elsewhere();

  /** What takes minutes and reads nothing of the guide's own: once is enough. */
  private static final Set<String> ONCE = Set.of("./citylake run", "./citylake rebuild RELEASE");

  private static Map<String, String> elsewhere() {
    Map<String, String> elsewhere = new LinkedHashMap<>();
    elsewhere.put("README.md ./citylake demo", "ITMainJob");
    elsewhere.put(".* ./citylake serve.*", "ITServing; what it serves is read here");
    elsewhere.put(".* ./citylake notebooks (run|up).*", "ITNotebooks");
    elsewhere.put("docs/guides/add-a(n-indicator|-source).md .*", "ITGuides");
    elsewhere.put("docs/guides/publish-an-evaluation.md .*", "ITGuides");
    elsewhere.put("docs/guides/import-an-index.md .*", "TestIndexImportGuide");
    elsewhere.put("docs/guides/schedule-exports.md .*", "ITSchedules");
    elsewhere.put("docs/guides/stream.md .*", "ITStream, ITFaultSeeds, ITStreamBenchmark");
    elsewhere.put("docs/guides/superset.md .*", "ITSuperset");
    elsewhere.put("docs/guides/clients.md .*", "ITNotebooks");
    elsewhere.put("docs/guides/sql.md ./citylake sql", "nobody: it needs a terminal");
    elsewhere.put(".*/make-a-sample-city.md ./citylake ingest SOURCE .*", "the line with a source");
    return elsewhere;
  }

  private final Home home = SampleHome.get().home();
  private final Path folder;

  ITGuideCommands(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyCommandRunsAsItStands() throws Exception {
    SqlJava.require();
    List<GuideCommand> here = new ArrayList<>();
    Set<String> unused = new HashSet<>(ELSEWHERE.keySet());
    for (GuideCommand command : GuideCommand.all()) {
      String place = command.guide() + " " + command.line();
      Optional<String> other = ELSEWHERE.keySet().stream().filter(place::matches).findFirst();
      other.ifPresentOrElse(unused::remove, () -> here.add(command));
    }
    assertThat(unused).isEmpty();
    assertThat(here).hasSizeGreaterThan(50);

    Set<String> done = new HashSet<>();
    try (ServedHome served = ServedHome.start(home, folder)) {
      Map<String, GuideShell> shells = new LinkedHashMap<>();
      for (GuideCommand command : here) {
        if (ONCE.contains(command.line()) && !done.add(command.line())) {
          continue;
        }
        GuideShell shell = shells.get(command.guide());
        if (shell == null) {
          shell = prepare(command.guide());
          shells.put(command.guide(), shell);
        }
        shell.run(real(command.line(), served));
      }
    }
  }

  /** A folder with the files of which a guide says that its reader has them. */
  private GuideShell prepare(String guide) throws IOException {
    Path own = Files.createDirectories(folder.resolve(guide.replace('/', '_')));
    Path edition = CommandRun.ROOT.resolve("metrics/indexes/human_development/example");
    Files.copy(edition.resolve("tests/published_2022/panel.csv"), own.resolve("panel.csv"));
    CopiedFolder.copy(edition, own.resolve("my-edition"));
    GuideFiles.write(own);
    Files.copy(
        CommandRun.ROOT.resolve(
            "ingestion/sources/city_management/grid_event/tests/steps_and_habits/input.csv"),
        own.resolve("cases.csv"));
    CopiedFolder.copy(
        CommandRun.ROOT.resolve("metrics/warnings/pm25_annual_mean_over_limit"),
        own.resolve("my-city/warnings/pm25_annual_mean_over_limit"));
    Files.writeString(
        own.resolve("statements.sql"), "SELECT 1;\nSELECT count(*) FROM views.area;\n");
    Files.writeString(
        own.resolve("sign-in.json"),
        "{\"user\": \"admin\", \"password\": \""
            + Files.readString(home.access().resolve("first-password")).strip()
            + "\"}");
    return GuideShell.in(own, home);
  }

  /** The command with what a reader puts in the place of words that stand for something. */
  private String real(String line, ServedHome served) {
    return line.replace("RELEASE", SampleHome.get().release())
        .replace(" var/", " " + home.root() + "/")
        .replace("http://127.0.0.1:8080/", served.services().page())
        .replace("curl -s", "curl -sf")
        .replace("--persons 10000", "--persons 300")
        .replace("quarantine show ID", "quarantine show " + refused("quarantine_id"))
        .replace("echo KEY", "echo " + resident())
        .replace("credit WHO", "credit " + judged("min"))
        .replace("raise legal_entity ID", "raise legal_entity " + judged("min"))
        .replace("query WHO", "query " + judged("min"))
        .replace("compare WHO OTHER", "compare " + judged("min") + " " + judged("max"))
        .replace("show SOURCE", "show household_registration")
        .replace("export SOURCE", "export " + refused("source"));
  }

  private String judged(String which) {
    return rows("SELECT " + which + "(legal_entity_id) FROM city.credit_reason")
        .path(0)
        .path(0)
        .asText();
  }

  private String resident() {
    return rows("SELECT min(source_key) FROM raw.household_registration").path(0).path(0).asText();
  }

  /** What the list of refused records says of the first one that is of persons. */
  private String refused(String key) {
    JsonNode list = CommandRun.of(home, "quarantine", "list", "--json").expect(0).json();
    for (JsonNode row : list.path("rows")) {
      if (row.path("personal").asBoolean()) {
        return row.path(key).asText();
      }
    }
    throw new AssertionError("no refused record is of persons");
  }

  private JsonNode rows(String statement) {
    return CommandRun.of(home, "sql", "--json", statement).expect(0).json().path("rows");
  }
}
