package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ITBadInput {
  private static final Path PLAN =
      CommandRun.ROOT.resolve("ingestion/sources/plan/plan_indicator/data/indicators.csv");
  private static final String FIGURE =
      "%s,broadband_usage_rate,宽带,Rate,%s,higher,baseline,85,=,2017,%s,network_readiness,,x,001 L1\n";

  private final Home home = SharedHome.get().home();
  private final Path folder;

  ITBadInput(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void badRecordsAreQuarantinedWithTheirPlaceAndReplayedAfterTheFix() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(Files.readAllBytes(PLAN));
    file.writeBytes(figure("I901", "percent", "Baoshan"));
    file.writeBytes(figure("I902", "percent", "Atlantis"));
    file.writeBytes(figure("I903", "parsec", "Baoshan"));
    file.writeBytes("I904,only,three\n".getBytes(StandardCharsets.UTF_8));
    file.writeBytes("I905,\"open,x\n".getBytes(StandardCharsets.UTF_8));
    file.writeBytes(
        FIGURE.formatted("I906", "percent", "Baoshan").getBytes(Charset.forName("GB18030")));
    Path bad = Files.write(folder.resolve("bad.csv"), file.toByteArray());

    JsonNode dry = ingest("plan_indicator", bad, "--dry-run");
    JsonNode load = ingest("plan_indicator", bad);
    JsonNode again = ingest("plan_indicator", bad);

    assertThat(counts(dry)).isEqualTo("408 = 1 + 5 + 402");
    assertThat(counts(load)).isEqualTo("408 = 1 + 5 + 402");
    assertThat(counts(again)).isEqualTo("408 = 0 + 0 + 408");
    assertThat(reasons("bad.csv"))
        .contains("405 codelist: 'Atlantis' in district")
        .contains("406 codelist: 'parsec' in unit")
        .contains("407 ragged: 3 values where the contract has 15 columns")
        .contains("408 malformed: a quote is opened and not closed")
        .contains("409 encoding: byte 27 of the line (0xBF) is not UTF-8");

    Path city = city("unit_label", "parsec,km\n");
    JsonNode replay =
        CommandRun.of(
                home, "quarantine", "replay", "plan_indicator", "--city", city.toString(), "--json")
            .expect(0)
            .json();

    assertThat(replay.path("passed").asLong()).isOne();
    assertThat(reasons("bad.csv")).contains("Atlantis").doesNotContain("parsec");
  }

  @Test
  void impossibleReadingsOfAStreamAreQuarantinedAndReplayedAfterTheFix() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("pm.csv"),
            """
            No,year,month,day,hour,season,PM_Jingan,PM_US Post,PM_Xuhui,DEWP,HUMI,PRES,TEMP,cbwd,Iws,precipitation,Iprec
            1,2016,1,1,0,4,50,60,-3,-6,59.48,1026.1,1,cv,1,0,0
            2,2016,1,1,1,4,5000,61,NA,-6,59,1026,1,cv,1,0,0
            3,2016,1,1,2,4,51,52,53,-6,59,1026,1,cv,1,0,0
            3,2016,1,1,2,4,51,52,53,-6,59,1026,1,cv,1,0,0
            x,2016,1
            """);

    JsonNode load = ingest("air_quality_pm25", file);
    JsonNode again = ingest("air_quality_pm25", file);

    assertThat(counts(load)).isEqualTo("12 = 6 + 3 + 3");
    assertThat(counts(again)).isEqualTo("12 = 0 + 0 + 12");
    assertThat(reasons("pm.csv")).contains("2 range: ", "3 range: ", "6 ragged: ");

    String[] replay = {
      "quarantine",
      "replay",
      "air_quality_pm25",
      "--city",
      cityThatAllows("maximum: 1000}", "maximum: 5000}").toString(),
      "--json"
    };
    JsonNode first = CommandRun.of(home, replay).expect(0).json();
    JsonNode second = CommandRun.of(home, replay).expect(0).json();

    assertThat(first.path("read").asLong()).isEqualTo(3);
    assertThat(first.path("passed").asLong()).isOne();
    assertThat(reasons("pm.csv")).contains("2 range: ", "6 ragged: ").doesNotContain("3 range: ");
    assertThat(second.path("read").asLong()).isEqualTo(2);
    assertThat(second.path("passed").asLong()).isZero();
  }

  @Test
  void whatOnlyWarnsIsCountedAndKept() {
    Path cases =
        CommandRun.ROOT.resolve(
            "ingestion/sources/city_management/grid_event/tests/steps_and_habits/input.csv");

    JsonNode load = ingest("grid_event", cases, "--dry-run");

    assertThat(counts(load)).isEqualTo("13 = 5 + 8 + 0");
    assertThat(load.at("/warnings/known-channel").asLong()).isOne();
  }

  @Test
  void changedColumnsStopTheLoadAndShowTheDifference() throws IOException {
    String text = Files.readString(PLAN, StandardCharsets.UTF_8).replaceFirst("code", "kode");
    Path changed = Files.writeString(folder.resolve("changed.csv"), text);

    CommandRun run =
        CommandRun.of(home, "ingest", "plan_indicator", changed.toString(), "--json").expect(1);

    assertThat(run.error())
        .contains("The columns changed in changed.csv", "- code", "+ kode", "nothing was loaded");
  }

  @Test
  void aCutOffFullDeliveryStopsTheLoad() throws IOException {
    String text = Files.readString(PLAN, StandardCharsets.UTF_8);
    Path half =
        Files.writeString(
            folder.resolve("half.csv"), text.substring(0, text.indexOf("\nI200,") + 1));

    CommandRun run =
        CommandRun.of(home, "ingest", "plan_indicator", half.toString(), "--json").expect(1);

    assertThat(run.error()).contains("lacks", "of 40", "--allow-vanishing");
  }

  @Test
  void aCorruptDeclarationIsToldWithFileLineRuleAndValue() throws IOException {
    Path indicator = Files.createDirectories(folder.resolve("city/indicators/environment/broken"));
    Files.writeString(
        indicator.resolve("indicator.yaml"), "code: broken\nname-zh: 坏\nunitt: percent\n");

    CommandRun run =
        CommandRun.of(home, "validate", folder.resolve("city").toString(), "--json").expect(1);

    JsonNode problem = run.json().path("problems").path(0);
    assertThat(run.json().path("problems").findValuesAsText("value")).contains("unitt");
    assertThat(problem.path("file").asText()).endsWith("broken/indicator.yaml");
    assertThat(run.err()).contains("indicator.yaml:3").contains("'unit'");
  }

  @Test
  void aHomeThatIsAFileAndACityThatIsMissingAreWrongUse() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThat(CommandRun.of(new Home(file), "demo", "--once", "--json").expect(2).error())
        .contains("it is a file");
    assertThat(CommandRun.of(home, "run", "--city", "/nowhere/city", "--json").expect(2).error())
        .contains("/nowhere/city");
  }

  private JsonNode ingest(String source, Path file, String... options) {
    String[] args =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("ingest", source, file.toString(), "--json"),
                java.util.stream.Stream.of(options))
            .toArray(String[]::new);
    return CommandRun.of(home, args).expect(0).json();
  }

  private static String counts(JsonNode load) {
    return "%d = %d + %d + %d"
        .formatted(
            load.path("arrived").asLong(),
            load.path("accepted").asLong(),
            load.path("quarantined").asLong(),
            load.path("duplicate").asLong());
  }

  private String reasons(String file) {
    StringBuilder text = new StringBuilder();
    for (JsonNode row : CommandRun.of(home, "quarantine", "list", "--json").json().path("rows")) {
      if (row.path("file").asText().equals(file)) {
        text.append(row.path("line").asLong()).append(' ');
        row.path("reasons").forEach(reason -> text.append(reason.asText()).append('\n'));
      }
    }
    return text.toString();
  }

  /** A city directory whose copy of a code list has one more line. */
  private Path city(String codelist, String line) throws IOException {
    Path from = CommandRun.ROOT.resolve("core/codelists").resolve(codelist);
    Path to = Files.createDirectories(folder.resolve("my-city/codelists").resolve(codelist));
    for (Map.Entry<String, String> file :
        Map.of("codelist.yaml", "", "codes.csv", line).entrySet()) {
      Files.writeString(
          to.resolve(file.getKey()),
          Files.readString(from.resolve(file.getKey()), StandardCharsets.UTF_8) + file.getValue());
    }
    return folder.resolve("my-city");
  }

  /** A city directory whose contract of the PM2.5 source says something else. */
  private Path cityThatAllows(String was, String now) throws IOException {
    Path from = CommandRun.ROOT.resolve("ingestion/sources/environment/air_quality_pm25");
    Path to = Files.createDirectories(folder.resolve("looser/sources/air/air_quality_pm25"));
    Path test = Files.createDirectories(to.resolve("tests/one"));
    for (String file : List.of("contract.odcs.yaml", "mapping.yaml", "stream.yaml")) {
      String text = Files.readString(from.resolve(file), StandardCharsets.UTF_8);
      Files.writeString(to.resolve(file), text.replace(was, now));
    }
    // The data stay where they are; a source that replaces another needs its origin all the same.
    String origin = Files.readString(from.resolve("origin.yaml"), StandardCharsets.UTF_8);
    Files.writeString(
        to.resolve("origin.yaml"), origin.substring(0, origin.indexOf("deliveries:")));
    for (String file : List.of("input.csv", "accepted.csv", "quarantined.csv")) {
      Files.copy(from.resolve("tests/hours_of_three_sites").resolve(file), test.resolve(file));
    }
    return folder.resolve("looser");
  }

  private static byte[] figure(String id, String unit, String district) {
    return FIGURE.formatted(id, unit, district).getBytes(StandardCharsets.UTF_8);
  }
}
