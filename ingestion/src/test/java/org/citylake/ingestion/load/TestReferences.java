package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.home.Home;
import org.citylake.ingestion.MemoryStore;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.replay.QuarantineReplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readings of car parks whose numbers must be in the register of car parks. All are made up. */
class TestReferences {
  private static final LocalDate DAY_1 = LocalDate.of(2016, 1, 1);
  private static final LocalDate DAY_2 = LocalDate.of(2016, 2, 1);
  private static final LocalDate DAY_3 = LocalDate.of(2016, 3, 1);

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  private final MemoryStore store = new MemoryStore();
  private Instant now = Instant.parse("2016-01-01T00:00:00Z");
  private int files;

  @Test
  void valueThatIsNoKeyIsFlaggedRefusedOrStops() throws IOException {
    load("lot", "warn", DAY_1, "A", "B");

    LoadResult warned = load("visit", "warn", DAY_1, "A", "C", "");
    assertThat(warned.accepted()).isEqualTo(3);
    assertThat(warned.warnings()).isEqualTo(Map.of("known-lot", 1L));
    assertThat(store.rows("raw.visit"))
        .extracting(row -> row.get("place") + " " + row.get("warnings"))
        .contains(
            "A null",
            "null null",
            "C [known-lot: PLACE is 'C', which lot does not have: correct it, or have lot delivered"
                + " first]");

    LoadResult refused = load("visit", "error", DAY_2, "A", "D");
    assertThat(refused.quarantined()).isOne();
    assertThat(refused.reasons()).isEqualTo(Map.of("known-lot", 1L));

    assertThatThrownBy(() -> load("visit", "stop", DAY_3, "E"))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("known-lot: PLACE is 'E', which lot does not have");
  }

  @Test
  void nothingIsRefusedWhileTheOtherSourceWasNeverLoaded() throws IOException {
    LoadResult before = load("visit", "error", DAY_1, "A", "B");
    assertThat(before.accepted()).isEqualTo(2);
    assertThat(before.warnings()).isEqualTo(Map.of("known-lot-unchecked", 1L));
  }

  @Test
  void keyCountsOnItsDaysAndBeforeItWasFirstKnown() throws IOException {
    load("lot", "error", DAY_1, "A", "B");
    load("lot", "error", DAY_2, "A", "C");

    assertThat(load("visit", "error", DAY_1, "B", "C").quarantined()).isZero();
    assertThat(load("visit", "error", DAY_2, "B").reasons()).containsOnlyKeys("known-lot");
    load("lot", "error", DAY_3, "A", "B", "C");
    assertThat(load("visit", "error", DAY_3, "B", "A").quarantined()).isZero();
  }

  @Test
  void refusedRecordIsReplayedOnceTheKeyArrived() throws IOException {
    load("lot", "error", DAY_1, "A");
    assertThat(load("visit", "error", DAY_1, "B").quarantined()).isOne();
    load("lot", "error", DAY_2, "A", "B");

    DeclarationLibrary library = library("error");
    QuarantineLog log = new QuarantineLog(store, TestLoader.keys(home()));
    assertThat(
            new QuarantineReplay(log, new LoadLog(store), loader(library))
                .replay(library.findSource("visit").orElseThrow())
                .passed())
        .isOne();
  }

  @Test
  void interruptedLoadDecidesByWhatWasKnownWhenItArrived() throws IOException {
    load("lot", "error", DAY_1, "A");
    Path file = file("A", "B");
    store.dieBeforeCommitTo("audit.quarantine");
    DeclarationLibrary library = library("error");
    assertThatThrownBy(
            () -> loader(library).load(library.findSource("visit").orElseThrow(), file, DAY_2))
        .isInstanceOf(IllegalStateException.class);
    load("lot", "error", DAY_2, "A", "B");

    LoadResult again = loader(library).load(library.findSource("visit").orElseThrow(), file, DAY_2);

    assertThat(List.of(again.accepted(), again.quarantined())).containsExactly(1L, 1L);
    assertThat(store.rows("raw.visit")).hasSize(1);
  }

  private LoadResult load(String source, String severity, LocalDate day, String... values)
      throws IOException {
    DeclarationLibrary library = library(severity);
    return loader(library).load(library.findSource(source).orElseThrow(), file(values), day);
  }

  /** The number of the row is the key of a visit; of a lot it is its place. */
  private Path file(String... values) throws IOException {
    files++;
    StringBuilder text = new StringBuilder("NO,PLACE\n");
    for (int i = 0; i < values.length; i++) {
      text.append(files).append('-').append(i).append(',').append(values[i]).append('\n');
    }
    return Files.writeString(folder.resolve("sent" + files + ".csv"), text.toString());
  }

  private Loader loader(DeclarationLibrary library) {
    now = now.plusSeconds(1);
    return new Loader(
        store, home(), library, TestLoader.keys(home()), Clock.fixed(now, ZoneOffset.UTC));
  }

  private Home home() {
    return new Home(folder.resolve("home"));
  }

  private DeclarationLibrary library(String severity) throws IOException {
    Path city = folder.resolve(severity);
    declare(city, "lot", "full", "", "primaryKey: true");
    declare(
        city,
        "visit",
        "increment",
        "primaryKey: true",
        "relationships: [{to: lot.place, customProperties: [{property: id, value: known-lot},"
            + " {property: severity, value: "
            + severity
            + "}]}]");
    return Shipped.libraryWith(city);
  }

  private static void declare(Path city, String id, String delivery, String number, String place)
      throws IOException {
    Path source = Files.createDirectories(city.resolve("sources/transport").resolve(id));
    Path test = Files.createDirectories(source.resolve("tests/none"));
    Files.writeString(
        source.resolve("contract.odcs.yaml"),
        CONTRACT
            .replace("ID", id)
            .replace("DELIVERY", delivery)
            .replace("NUMBER", number)
            .replace("PLACES", place));
    Files.writeString(test.resolve("input.csv"), "");
  }

  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: ID
      name: Made up
      version: 1.0.0
      status: active
      domain: transport
      schema:
        - name: ID
          physicalType: table
          businessName: Made up
          description: Each row is made up.
          properties:
            - name: number
              physicalName: "NO"
              logicalType: string
              physicalType: string
              NUMBER
              classification: general-1
              description: number
              customProperties:
                - {property: fieldId, value: 1}
                - {property: nameZh, value: 编号}
            - name: place
              physicalName: PLACE
              logicalType: string
              physicalType: string
              PLACES
              classification: general-1
              description: place
              customProperties:
                - {property: fieldId, value: 2}
                - {property: nameZh, value: 地点}
          customProperties:
            - {property: nameZh, value: 样例}
            - {property: format, value: {type: csv, delivery: DELIVERY}}
            - property: directory
              value: {resource-code: 000000/1, provider-zh: 样例, provider-en: Sample, sharing: unconditional, opening: unconditional, update-cycle: daily, basis: invented, security-level: general-1, authoritative: false}
      """;
}
