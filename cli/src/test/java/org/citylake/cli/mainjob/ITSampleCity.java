package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ITSampleCity {
  private final SampleHome sample = SampleHome.get();
  private final Home home = sample.home();

  @Test
  void theShanghaiEditionIsScoredOnASyntheticCityAndSaysSo() {
    JsonNode first = sample.first();

    List<String> sources = first.path("loads").findValuesAsText("source");
    assertThat(sources).contains("household_registration", "hotline_ticket", "indicator_report");
    assertThat(sources.stream().distinct().count()).isGreaterThanOrEqualTo(45);
    for (JsonNode load : first.path("loads")) {
      assertThat(load.path("arrived").asLong())
          .as("%s", load)
          .isEqualTo(
              load.path("accepted").asLong()
                  + load.path("quarantined").asLong()
                  + load.path("duplicate").asLong());
    }
    JsonNode edition = edition(first, "smart_city_development/2016").orElseThrow();
    assertThat(edition.path("units").asInt()).isEqualTo(16);
    assertThat(edition.path("weight_synthetic").asDouble()).isGreaterThan(0.9);
    JsonNode earlier = edition(first, "smart_city_development/2014").orElseThrow();
    // All 17 of that day but Pudong, which is alone in its group and has no measure there.
    assertThat(earlier.path("units").asInt()).isEqualTo(16);
    assertThat(earlier.path("weight_synthetic").asDouble()).isGreaterThan(0.9);
    for (JsonNode plan : first.path("indexes")) {
      if (plan.path("edition").asText().startsWith("plan_attainment/")) {
        assertThat(plan.path("weight_synthetic").asDouble()).as("%s", plan).isZero();
      }
    }
    assertThat(sample.second().path("release")).isEqualTo(first.path("release"));
  }

  @Test
  void theDistrictsOfTheDayAreExplained() {
    String zhabei =
        CommandRun.of(
                home, "explain", "index", "smart_city_development/2014", "--district", "310108")
            .expect(0)
            .out();

    assertThat(zhabei).contains("闸北区", "indicator_report_20161231_synthetic.csv");
  }

  @Test
  void aPlanRefusesWhatIsMadeUp() {
    String baoshan =
        CommandRun.of(
                home, "explain", "index", "plan_attainment/baoshan_2020", "--district", "310113")
            .expect(0)
            .out();

    assertThat(baoshan).contains("synthetic-refused", "(synthetic_refused)");
  }

  @Test
  void personsAreMergedFromTheAgenciesRecords() {
    List<String> persons = LakeRows.column(home, "city.person", "person_id");

    assertThat(persons).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    assertThat(LakeRows.column(home, "city.person_link", "person_id"))
        .hasSizeGreaterThan(persons.size())
        .hasSameElementsAs(persons);
    assertThat(LakeRows.column(home, "city.person_attribute", "person_id"))
        .hasSameElementsAs(persons);
    assertThat(CommandRun.of(home, "explain", "person", persons.get(0)).expect(0).out())
        .contains("attribute name: chosen by", "linked_by: ");
    CommandRun unknown = CommandRun.of(home, "explain", "person", "P1-0").expect(2);
    assertThat(unknown.err()).contains("has no person P1-0");
  }

  @Test
  void legalEntitiesAreMergedFromTheRegistersByDeclarationsAlone() {
    List<String> entities = LakeRows.column(home, "city.legal_entity", "legal_entity_id");

    assertThat(entities).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(LakeRows.column(home, "city.legal_entity_link", "legal_entity_id"))
        .hasSizeGreaterThan(entities.size())
        .hasSameElementsAs(entities);
    assertThat(
            CommandRun.of(home, "explain", "entity", "legal_entity", entities.get(0))
                .expect(0)
                .out())
        .contains("attribute name: chosen by", "linked_by: ");
    assertThat(CommandRun.of(home, "explain", "entity", "boat", "B1-0").expect(2).err())
        .contains(
            "has no golden records of 'boat'; it has those of building, house, household,"
                + " legal_entity, licence, person");
  }

  @Test
  void buildingsAndHousesAreMergedAndRelated() {
    List<String> buildings = LakeRows.column(home, "city.building", "building_id");
    List<String> houses = LakeRows.column(home, "city.house", "house_id");

    assertThat(buildings).isNotEmpty().doesNotHaveDuplicates();
    assertThat(houses).isNotEmpty().doesNotHaveDuplicates();
    assertThat(LakeRows.column(home, "city.house_building", "building_id")).isSubsetOf(buildings);
    assertThat(LakeRows.column(home, "city.person_house", "house_id")).isSubsetOf(houses);
    assertThat(LakeRows.column(home, "city.person_house", "relation"))
        .contains("residence", "ownership", "address");
    assertThat(LakeRows.column(home, "city.entity_building", "building_id"))
        .isNotEmpty()
        .isSubsetOf(buildings);
    assertThat(LakeRows.column(home, "city.source_agreement", "entity"))
        .contains("person", "legal_entity", "building", "house");
    assertThat(
            CommandRun.of(home, "explain", "entity", "building", buildings.get(0)).expect(0).out())
        .contains("linked_by: ", "synthetic: true");
  }

  @Test
  void creditIsScoredAndExplained() {
    List<String> scored = LakeRows.column(home, "city.credit_score", "legal_entity_id");
    List<String> reasons = LakeRows.column(home, "city.credit_reason", "legal_entity_id");

    assertThat(scored).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(reasons).isNotEmpty().isSubsetOf(scored);
    assertThat(LakeRows.column(home, "city.credit_record", "legal_entity_id"))
        .as("each record of the sample city is of a legal entity")
        .doesNotContain("null");
    assertThat(LakeRows.column(home, "city.credit_list_entry", "valid")).contains("true", "false");
    assertThat(LakeRows.column(home, "city.credit_measure", "applicable"))
        .contains("true", "false");
    assertThat(LakeRows.column(home, "city.credit_score_history", "quarter"))
        .contains("2015-Q1", "2016-Q4");
    assertThat(LakeRows.column(home, "city.credit_warning", "legal_entity_id"))
        .isNotEmpty()
        .isSubsetOf(scored);
    assertThat(CommandRun.of(home, "explain", "credit", reasons.get(0)).expect(0).out())
        .contains("points by model legal_entity", "delivered line", "synthetic: true");
    assertThat(CommandRun.of(home, "explain", "credit", "nobody").expect(2).err())
        .contains("No legal entity of the release has the id, number or name 'nobody'");
  }

  @Test
  void creditIsShownToItsAudienceComparedAndScreened(@TempDir Path folder) throws IOException {
    List<String> scored = LakeRows.column(home, "city.credit_score", "legal_entity_id");
    String judged = LakeRows.column(home, "city.credit_reason", "legal_entity_id").get(0);

    assertThat(CommandRun.of(home, "credit", "query", judged).expect(0).out())
        .contains(
            "credit of legal_entity_id: " + judged, "model: legal_entity", "quarter: 2016-Q4");
    assertThat(
            CommandRun.of(home, "credit", "query", judged, "--audience", "public").expect(0).out())
        .contains("credit of legal_entity_id: " + judged, "scores: 0", "1 scores")
        .doesNotContain("credit_class: ");
    assertThat(
            CommandRun.of(home, "credit", "query", judged, "--audience", "press").expect(2).err())
        .contains("--audience");
    assertThat(CommandRun.of(home, "credit", "compare", judged, judged).expect(0).out())
        .contains("   legal_entity_id: " + judged + " | " + judged);

    Path list =
        Files.writeString(folder.resolve("list.csv"), "who\n" + scored.get(0) + "\nnobody\n");
    Path out = folder.resolve("out.csv");
    CommandRun.of(home, "credit", "screen", "--input", list.toString(), "--out", out.toString())
        .expect(0);
    assertThat(Files.readAllLines(out))
        .hasSize(3)
        .anyMatch(line -> line.contains(scored.get(0)) && line.contains(",legal_entity,"))
        .anyMatch(line -> line.startsWith("nobody,") && line.endsWith(",unknown"));
    assertThat(
            CommandRun.of(home, "credit", "screen", "--input", folder + "/none.csv")
                .expect(2)
                .err())
        .contains("there is no such file");
  }

  /**
   * The extract stands beside the home's tables and is synthetic; nothing else may hold a number.
   */
  @Test
  void personalValuesStandInTheVaultAlone() throws IOException {
    Path extract;
    try (Stream<Path> files = Files.walk(home.root().resolve("sample"))) {
      extract =
          files
              .filter(f -> f.getFileName().toString().startsWith("household_registration_"))
              .findFirst()
              .orElseThrow();
    }
    String number =
        Files.readString(extract, java.nio.charset.Charset.forName("GB18030"))
            .lines()
            .skip(1)
            .flatMap(line -> Stream.of(line.split(",")))
            .filter(cell -> cell.matches("[0-9]{17}[0-9X]"))
            .findFirst()
            .orElseThrow();
    for (Path folder : List.of(home.warehouse(), home.deliveries(), home.logs())) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .as("%s", file)
              .doesNotContain(number);
        }
      }
    }
  }

  private static Optional<JsonNode> edition(JsonNode run, String id) {
    for (JsonNode edition : run.path("indexes")) {
      if (edition.path("edition").asText().equals(id)) {
        return Optional.of(edition);
      }
    }
    return Optional.empty();
  }
}
