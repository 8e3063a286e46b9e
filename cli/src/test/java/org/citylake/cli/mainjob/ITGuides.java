package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the guides: their files are written as they stand there, their commands are run. */
class ITGuides {
  /** A file's name in backticks on its own line, and the block that follows. */
  private static final Pattern FILE =
      Pattern.compile("^`([^`\\s]+)`\\n```\\w+\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  /** What stands between double quotes behind {@code sql --format csv}. */
  private static final Pattern STATEMENT = Pattern.compile("citylake sql --format csv \"(.+)\"");

  /** The same behind {@code sql}. */
  private static final Pattern TABLE = Pattern.compile("citylake sql \"(.+)\"");

  private final Home home;
  private final Path folder;

  ITGuides(@TempDir Path folder) {
    this.folder = folder;
    // A home of its own: what other tests load under their own code lists has no meaning here.
    this.home = new Home(folder.resolve("home"));
  }

  @Test
  void aNewIndicatorAndANewSourceNeedAFolderEachAndNoBuild() throws IOException {
    String indicator = guide("add-an-indicator.md");
    String source = guide("add-a-source.md");
    Path city = folder.resolve("my-city");
    write(indicator, city.resolve("indicators/environment/pm25_valid_day_share"));
    write(source, city.resolve("sources/economy/street_revenue"));
    Path delivery =
        Files.move(
            city.resolve("sources/economy/street_revenue/revenue-2016.csv"),
            folder.resolve("revenue-2016.csv"));

    run("validate", city.toString());
    run(
        "sources",
        "--city",
        city.toString(),
        "--directory",
        folder.resolve("directory").toString());
    assertThat(Files.readString(folder.resolve("directory/resources.csv")))
        .contains("信息资源代码", "307001/1,区级收入,区财政局", "无条件共享", "每年");
    assertThat(Files.readAllLines(folder.resolve("directory/items.csv")))
        .filteredOn(item -> item.startsWith("307001/1,"))
        .hasSize(3);
    assertThat(run("test", "--city", city.toString())).contains("2 cases, all pass");
    String loaded =
        run(
            "ingest",
            "street_revenue",
            delivery.toString(),
            "--city",
            city.toString(),
            "--snapshot-date",
            "2017-01-31");
    run("run", "--city", city.toString());
    assertThat(run("quarantine", "replay", "street_revenue", "--city", city.toString()))
        .contains("street_revenue");

    assertThat(loaded)
        .contains("street_revenue: 3 arrived = 2 accepted + 1 quarantined + 0 duplicate");
    SqlJava.require();
    assertThat(run("sql", statement(indicator, TABLE))).contains("not_restatable", "2020");
    assertThat(run("sql", "--format", "csv", statement(indicator, STATEMENT)))
        .startsWith("ref_area,time_period,value\n310104,2013,91.2328767123\n");
    assertThat(run("sql", "--format", "csv", statement(source, STATEMENT)))
        .isEqualTo(
            "ref_area,time_period,value\n310101,2016,172.0500000000\n310106,2016,229.2600000000\n");
  }

  @Test
  void anEvaluationIsPublishedMadeFinalAndCorrected() throws IOException {
    List<List<String>> commands = commands(guide("publish-an-evaluation.md"));
    Path city = folder.resolve("my-city");
    Path edition = city.resolve("metrics/indexes/plan_attainment/2015");
    CopiedFolder.copy(CommandRun.ROOT.resolve("metrics/indexes/plan_attainment/2015"), edition);
    Path index = edition.resolve("index.yaml");
    Files.writeString(index, Files.readString(index).replace("cap: 100", "cap: 90"));

    assertThat(run(commands.get(0))).contains("plan_attainment/2015 (model), 2 units scored");
    String first = newest();
    assertThat(run(commands.get(1))).contains(first + " ", "Evaluation of 2015, first figures");
    assertThat(run(commands.get(2)))
        .contains("stage raw: ", "stage normalised: ", "stage weighted: ", "as sent: ");
    assertThat(run(with(commands.get(3), first))).contains(first + "-final is final");
    assertThat(newest()).isEqualTo(first + "-final");
    assertThat(CommandRun.of(home, with(commands.get(3), first).toArray(new String[0])).code())
        .isEqualTo(2);
    run(commands.get(4).stream().map(a -> a.equals("my-city") ? city.toString() : a).toList());
    String second = newest();
    assertThat(run(with(commands.get(5), second)))
        .contains("corrects       " + first + "-final", "reason         Attainment counts up to 90")
        .contains("definition metrics/indexes/plan_attainment/2015")
        .contains("metric.index_score?edition=plan_attainment%2F2015&unit=310106")
        .doesNotContain("metric.indicator_value?", "code,");
    assertThat(
            CommandRun.of(
                    home,
                    "explain",
                    "index",
                    "plan_attainment/2015",
                    "--district",
                    "310106",
                    "--release",
                    first + "-final")
                .expect(0)
                .out())
        .contains("step normalise: target-attainment {cap=100}");
    assertThat(commands).hasSize(6);
  }

  private String newest() {
    JsonNode releases = CommandRun.of(home, "release", "list", "--json").expect(0).json();
    return releases
        .path("releases")
        .path(releases.path("releases").size() - 1)
        .path("release")
        .asText();
  }

  /** The arguments of every call of the command in a guide, in order. */
  private static List<List<String>> commands(String guide) {
    return Pattern.compile("^\\./citylake (.+)$", Pattern.MULTILINE)
        .matcher(guide)
        .results()
        .map(
            call ->
                Pattern.compile("\"([^\"]*)\"|(\\S+)")
                    .matcher(call.group(1))
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toList())
        .toList();
  }

  /** The arguments with a real release in the place of the guide's. */
  private static List<String> with(List<String> arguments, String release) {
    return arguments.stream()
        .map(a -> a.matches("2026[0-9]{4}-[0-9a-f]{8}") ? release : a)
        .toList();
  }

  private String run(List<String> arguments) {
    return run(arguments.toArray(new String[0]));
  }

  private String run(String... args) {
    return CommandRun.of(home, args).expect(0).out();
  }

  private static String guide(String name) throws IOException {
    return Files.readString(
        CommandRun.ROOT.resolve("docs/guides").resolve(name), StandardCharsets.UTF_8);
  }

  private static String statement(String guide, Pattern where) {
    Matcher found = where.matcher(guide);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static void write(String guide, Path into) throws IOException {
    Matcher file = FILE.matcher(guide);
    while (file.find()) {
      Path path = into.resolve(file.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.group(2));
    }
  }
}
