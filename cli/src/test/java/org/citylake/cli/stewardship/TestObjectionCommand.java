package org.citylake.cli.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeCommand;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestObjectionCommand {
  private static final String ROOT =
      Path.of(System.getProperty("citylake.root", "..")).toAbsolutePath().normalize().toString();

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path home;

  @BeforeEach
  void makeHome() throws IOException {
    Files.createDirectories(home.resolve("catalog"));
    Files.createFile(home.resolve("catalog/catalog.db"));
  }

  @Test
  void anObjectionIsCarriedToItsReceipt() throws Exception {
    assertThat(run("objection", "raise", "legal_entity", "e1-07", "--text", "two <b>firms"))
        .isZero();
    assertThat(run("objection", "decide", "1", "--upheld", "--reason", "yes")).isEqualTo(2);
    assertThat(err.toString()).contains("cannot be decided now: it is raised, and next is sent");
    assertThat(run("objection", "send", "1", "--source", "tax_registration")).isZero();
    assertThat(
            run(
                "objection",
                "decide",
                "1",
                "--upheld",
                "--reason",
                "one code used twice",
                "--apart",
                "tax_registration/T/1",
                "legal_entity_registration/R1"))
        .isZero();
    assertThat(run("objection", "correct", "1", "--delivery", "2026-11-25")).isZero();
    assertThat(run("objection", "receipt", "1", "--to", "subdistrict office")).isZero();
    assertThat(told().at("/objection/state").asText()).isEqualTo("receipt");

    assertThat(run("objection", "list")).isZero();
    assertThat(told().path("objections")).isEmpty();
    assertThat(run("objection", "list", "--all")).isZero();
    assertThat(told().at("/objections/0/steps").findValuesAsText("entry"))
        .containsExactly("raised", "sent", "decided", "corrected", "receipt");
    assertThat(run("link-decision", "list")).isZero();
    assertThat(told().at("/decisions/0/link/key_a").asText()).isEqualTo("T/1");
    assertThat(told().at("/decisions/0/objection").asInt()).isEqualTo(1);
  }

  @Test
  void latestDecisionOnTwoRecordsIsListed() throws Exception {
    String[] records = {"health_record/1", "household_registration/2"};
    for (String decision : List.of("same", "apart")) {
      assertThat(
              run(
                  "link-decision",
                  "add",
                  "person",
                  decision,
                  records[0],
                  records[1],
                  "--reason",
                  "looked at"))
          .isZero();
    }

    assertThat(run("link-decision", "list")).isZero();
    assertThat(told().path("decisions")).hasSize(1);
    assertThat(told().at("/decisions/0/link/decision").asText()).isEqualTo("apart");
    assertThat(run("link-decision", "list", "--all")).isZero();
    assertThat(told().path("decisions")).hasSize(2);
  }

  @Test
  void unknownNamesAreWrongUse() {
    assertThat(run("objection", "raise", "ghost", "g1", "--text", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no such entity, only [building, credit_record");
    assertThat(
            run(
                "link-decision",
                "add",
                "person",
                "same",
                "ghost/1",
                "health_record/2",
                "--reason",
                "x"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("There is no such source");
    assertThat(run("link-decision", "add", "person", "same", "a", "b", "--reason", "x"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("named SOURCE/KEY");
    assertThat(run("objection", "send", "7", "--source", "health_record")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no objection 7");
  }

  private int run(String... command) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--home", home.toString(), "--json"));
    return CityLakeCommand.execute(
        Map.of("CITYLAKE_ROOT", ROOT),
        new PrintWriter(out),
        new PrintWriter(err),
        all.toArray(String[]::new));
  }

  private JsonNode told() throws IOException {
    return Json.mapper().readTree(out.toString().strip());
  }
}
