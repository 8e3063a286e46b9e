package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.InputField;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClientUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lineage events as the library that consumers use reads them. */
class ITLineage {
  private static final Path CASES =
      CommandRun.ROOT.resolve(
          "ingestion/sources/city_management/grid_event/tests/steps_and_habits/input.csv");
  private static final Path PERSONS =
      CommandRun.ROOT.resolve(
          "ingestion/sources/legal_entity/legal_representative/tests/persons_of_two_firms/input.csv");

  private final Home home;
  private final Path folder;

  ITLineage(@TempDir Path temporary) {
    folder = temporary;
    home = new Home(temporary.resolve("home"));
  }

  @Test
  void aLoadTellsWhatItMadeFromWhatAndHowGoodItWas() throws IOException {
    JsonNode load = ingest(Map.of(), CASES).expect(0).json();

    assertThat(load.at("/lineage/events").asLong()).isEqualTo(2);
    assertThat(load.at("/lineage/undelivered").asLong()).isZero();
    List<RunEvent> events = events();
    assertThat(events)
        .extracting(RunEvent::getEventType)
        .containsExactly(EventType.START, EventType.COMPLETE);
    assertThat(events)
        .extracting(e -> e.getRun().getRunId())
        .containsOnly(events.get(0).getRun().getRunId());
    RunEvent whole = events.get(1);
    assertThat(whole.getJob().getNamespace()).isEqualTo("citylake");
    assertThat(whole.getJob().getName()).isEqualTo("load.grid_event");
    assertThat(whole.getRun().getFacets().getNominalTime().getNominalStartTime())
        .isEqualTo("2016-06-30T00:00+08:00");

    InputDataset file = whole.getInputs().get(0);
    assertThat(file.getNamespace()).isEqualTo("file");
    assertThat(Path.of(file.getName())).hasSameBinaryContentAs(CASES);
    assertThat(file.getFacets().getSchema().getFields().get(0).getName()).isEqualTo("任务号");
    assertThat(file.getInputFacets().getDataQualityMetrics().getRowCount()).isEqualTo(13);
    assertThat(file.getInputFacets().getDataQualityAssertions().getAssertions())
        .filteredOn(a -> a.getAssertion().equals("known-channel"))
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.getSuccess()).isFalse();
              assertThat(a.getSeverity()).isEqualTo("warn");
              assertThat(a.getActual()).isEqualTo("1");
            });

    OutputDataset raw = whole.getOutputs().get(0);
    assertThat(raw.getNamespace()).isEqualTo("iceberg://citylake");
    assertThat(raw.getName()).isEqualTo("raw.grid_event");
    assertThat(raw.getFacets().getVersion().getDatasetVersion())
        .isEqualTo(load.path("snapshot").asText());
    assertThat(raw.getOutputFacets().getOutputStatistics().getRowCount()).isEqualTo(5);
    assertThat(raw.getOutputFacets().getOutputStatistics().getSize()).isPositive();
    assertThat(origins(raw, "task_no"))
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.getName()).isEqualTo(file.getName());
              assertThat(field.getField()).isEqualTo("任务号");
            });
    assertThat(whole.getOutputs().get(1).getName()).isEqualTo("audit.quarantine");
  }

  @Test
  void aPullTellsOfTheKeptFileThatItLoaded() throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    Path city = folder.resolve("city");
    Files.writeString(
        CopiedFolder.source("grid_event", city).resolve("connector.yaml"),
        "type: folder\npath: %s\nfiles: '*.csv'\ncontrol: {suffix: .ok}\n".formatted(inbox));
    Files.copy(CASES, inbox.resolve("events.csv"));
    Files.createFile(inbox.resolve("events.csv.ok"));

    JsonNode pull =
        CommandRun.of(
                home,
                "pull",
                "grid_event",
                "--city",
                city.toString(),
                "--snapshot-date",
                "2016-06-30",
                "--json")
            .expect(0)
            .json();

    assertThat(pull.at("/loads/0/accepted").asLong()).isEqualTo(5);
    assertThat(pull.at("/lineage/events").asLong()).isEqualTo(2);
    assertThat(events())
        .extracting(e -> e.getJob().getName() + " " + e.getEventType())
        .containsExactly("load.grid_event START", "load.grid_event COMPLETE");
    RunEvent whole = events().get(1);
    // What was fetched is gone from where it was fetched to; the home keeps it.
    assertThat(Path.of(whole.getInputs().get(0).getName())).hasSameBinaryContentAs(CASES);
    assertThat(whole.getOutputs())
        .extracting(OutputDataset::getName)
        .containsExactly("raw.grid_event", "audit.quarantine");
  }

  @Test
  void aReplayTellsWhatPassedOfTheSameFile() throws IOException {
    Path city = folder.resolve("city");
    Path contract = CopiedFolder.source("subdistrict", city).resolve("contract.odcs.yaml");
    Path sent =
        Files.writeString(
            folder.resolve("subdistricts.csv"),
            "code,name_zh,district_code\n310101002,A,310101\n410101013,B,310101\n");
    CommandRun.of(home, "ingest", "subdistrict", sent.toString(), "--snapshot-date", "2016-06-30")
        .expect(0);
    Files.writeString(
        contract, Files.readString(contract).replace("310[0-9]{6}", "[34]10[0-9]{6}"));

    JsonNode replay =
        CommandRun.of(
                home, "quarantine", "replay", "subdistrict", "--city", city.toString(), "--json")
            .expect(0)
            .json();

    assertThat(replay.path("passed").asLong()).isOne();
    List<RunEvent> events = events();
    assertThat(events)
        .extracting(e -> e.getJob().getName() + " " + e.getEventType())
        .containsExactly(
            "load.subdistrict START",
            "load.subdistrict COMPLETE",
            "replay.subdistrict START",
            "replay.subdistrict COMPLETE");
    RunEvent whole = events.get(3);
    InputDataset file = whole.getInputs().get(0);
    assertThat(file.getName()).isEqualTo(events.get(1).getInputs().get(0).getName());
    assertThat(file.getInputFacets().getDataQualityMetrics().getRowCount()).isOne();
    assertThat(whole.getOutputs().get(0).getName()).isEqualTo("raw.subdistrict");
    assertThat(whole.getOutputs().get(0).getOutputFacets().getOutputStatistics().getRowCount())
        .isOne();
  }

  @Test
  void aStoppedLoadTellsWhy() throws IOException {
    Path changed = Files.writeString(folder.resolve("changed.csv"), "a,b\n1,2\n");

    ingest(Map.of(), changed).expect(1);

    RunEvent failed = events().get(1);
    assertThat(failed.getEventType()).isEqualTo(EventType.FAIL);
    assertThat(failed.getRun().getFacets().getErrorMessage().getMessage())
        .startsWith("DATA: ")
        .contains("changed.csv");
  }

  @Test
  void aLoadGoesOnWhenNobodyTakesItsEvents() throws IOException {
    CommandRun run = ingest(Map.of("CITYLAKE_LINEAGE", "http://127.0.0.1:1"), CASES).expect(0);

    assertThat(run.json().path("accepted").asLong()).isEqualTo(5);
    assertThat(run.json().at("/lineage/undelivered").asLong()).isEqualTo(2);
    assertThat(run.json().at("/lineage/problems").toString())
        .contains("service http://127.0.0.1:1", "see that it runs", "events.jsonl");
    assertThat(run.err())
        .containsOnlyOnce("Warning: Cannot tell the lineage service http://127.0.0.1:1");
    assertThat(events()).hasSize(2);
  }

  @Test
  void aServiceGetsTheSameEventsWithTheKey() throws IOException {
    List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    List<String> keys = Collections.synchronizedList(new ArrayList<>());
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/api/v1/lineage",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    service.start();
    try {
      ingest(
              Map.of(
                  "CITYLAKE_LINEAGE",
                  "http://127.0.0.1:" + service.getAddress().getPort(),
                  "CITYLAKE_LINEAGE_KEY",
                  "opens"),
              CASES)
          .expect(0);
    } finally {
      service.stop(0);
    }

    assertThat(bodies).isEqualTo(lines());
    assertThat(keys).containsOnly("Bearer opens").hasSize(2);
  }

  @Test
  void offWritesNothing() throws IOException {
    JsonNode load = ingest(Map.of("CITYLAKE_LINEAGE", "off"), CASES).expect(0).json();

    assertThat(load.at("/lineage/events").asLong()).isZero();
    assertThat(home.lineage()).doesNotExist();
  }

  @Test
  void noPersonalValueGetsIntoAnEvent() throws IOException {
    CommandRun.of(
            home,
            "ingest",
            "legal_representative",
            PERSONS.toString(),
            "--snapshot-date",
            "2016-06-30",
            "--json")
        .expect(0);

    RunEvent whole = events().get(1);
    assertThat(whole.getOutputs())
        .extracting(OutputDataset::getName)
        .contains("raw.legal_representative", "vault.legal_representative");
    String told = String.join("\n", lines());
    assertThat(told).contains("\"masking\":true");
    for (String line :
        Files.readString(PERSONS, Charset.forName("GB18030")).lines().skip(1).toList()) {
      for (String value : line.split(",", -1)) {
        if (value.matches("[0-9]{15,}[0-9Xx]?|1[0-9]{10}")) {
          assertThat(told).doesNotContain(value);
        }
      }
    }
  }

  @Test
  void aRunTellsOfEachTableWithItsInputsAndMappedColumns() throws IOException {
    Home ran = SharedHome.get().home();
    List<RunEvent> events = new ArrayList<>();
    for (String line : Files.readAllLines(ran.lineage().resolve("events.jsonl"))) {
      events.add(OpenLineageClientUtils.runEventFromJson(line));
    }

    RunEvent observation =
        events.stream()
            .filter(e -> e.getJob().getName().equals("compute.city.observation"))
            .filter(e -> e.getEventType() == EventType.COMPLETE)
            .findFirst()
            .orElseThrow();
    RunEvent stream =
        events.stream()
            .filter(e -> e.getJob().getName().equals("load.air_quality_pm25"))
            .filter(e -> e.getEventType() == EventType.COMPLETE)
            .findFirst()
            .orElseThrow();

    assertThat(observation.getRun().getFacets().getParent().getJob().getName())
        .isEqualTo("compute");
    assertThat(observation.getInputs())
        .extracting(InputDataset::getName)
        .contains("raw.plan_indicator");
    assertThat(origins(observation.getOutputs().get(0), "indicator_code"))
        .anyMatch(f -> f.getName().equals("raw.plan_indicator"));
    assertThat(stream.getOutputs().get(0).getName()).isEqualTo("city.sensor_reading");
    assertThat(origins(stream.getOutputs().get(0), "value"))
        .anyMatch(f -> f.getField().equals("PM_Jingan"));
  }

  /** The columns from which a column was made. */
  private static List<InputField> origins(OutputDataset table, String column) {
    return Objects.requireNonNull(
            table.getFacets().getColumnLineage().getFields().getAdditionalProperties().get(column),
            column)
        .getInputFields();
  }

  private CommandRun ingest(Map<String, String> variables, Path file) {
    return CommandRun.of(
        home,
        variables,
        "ingest",
        "grid_event",
        file.toString(),
        "--snapshot-date",
        "2016-06-30",
        "--json");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(home.lineage().resolve("events.jsonl"));
  }

  private List<RunEvent> events() throws IOException {
    return lines().stream().map(OpenLineageClientUtils::runEventFromJson).toList();
  }
}
