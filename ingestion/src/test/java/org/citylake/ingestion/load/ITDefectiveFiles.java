package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;
import org.citylake.ingestion.SentColumn;
import org.citylake.ingestion.SentSource;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table {@code defective_files.csv}, each line loaded: a good file of a form, what is done to
 * it, and what becomes of it. {@code accepted} is followed by how many records arrived, {@code
 * quarantined} by each refused line with its rules, {@code refused} by a part of the message. The
 * makings are those of {@link SpoiltFile}.
 */
@Execution(ExecutionMode.CONCURRENT)
class ITDefectiveFiles {
  private static final LocalDate DAY = LocalDate.of(2017, 1, 1);

  private static SentSource table;
  private static SentSource map;

  private final Path folder;

  ITDefectiveFiles(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void declare(@TempDir Path city) {
    table =
        SentSource.of(
            city.resolve("table"),
            "",
            "",
            SentColumn.of("key", "string").key(),
            SentColumn.of("name", "string"),
            SentColumn.of("age", "int").with("logicalTypeOptions", "{minimum: 0, maximum: 130}"),
            SentColumn.of("born_on", "date"),
            SentColumn.of("amount", "decimal(10,2)"));
    map =
        SentSource.of(
            city.resolve("map"),
            "",
            "",
            SentColumn.of("key", "string").key(),
            SentColumn.of("geometry", "string"));
    assertThat(table.problems()).isEmpty();
    assertThat(map.problems()).isEmpty();
  }

  static Stream<Arguments> files() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                ITDefectiveFiles.class.getResourceAsStream("defective_files.csv"));
        CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
      return reader.stream()
          .map(
              row ->
                  Arguments.of(
                      row.getField("name"),
                      row.getField("form"),
                      row.getField("making"),
                      row.getField("outcome"),
                      row.getField("expected")))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isLoadedOrRefusedAsTheTableSays(
      String name, String form, String making, String outcome, String expected) throws Exception {
    SpoiltFile spoilt = SpoiltFile.of(form, form.equals("geojson") ? map : table);
    Path file = Files.write(folder.resolve("sent." + form), spoilt.make(making));
    try (LakeHome home = LakeHome.inMemory(folder.resolve("home"))) {
      if (outcome.equals("refused")) {
        assertThatThrownBy(() -> home.load(spoilt.library(), spoilt.source(), file, DAY))
            .isInstanceOf(CityLakeException.class)
            .hasMessageContaining(expected)
            .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(10_000));
        assertThat(home.rows(LoadLog.TABLE)).isEmpty();
        assertThat(kept(home.home())).as("what is kept of a refused file").isEmpty();
        return;
      }
      LoadResult load = home.load(spoilt.library(), spoilt.source(), file, DAY);
      if (outcome.equals("accepted")) {
        assertThat(load.arrived()).isEqualTo(Long.parseLong(expected));
        assertThat(load.quarantined()).as("%s", home.open("sent")).isZero();
      } else {
        assertThat(refused(home.open("sent"))).isEqualTo(expected);
      }
      assertThat(home.load(spoilt.library(), spoilt.source(), file, DAY.plusDays(1)).duplicate())
          .as("the same file on another day")
          .isEqualTo(load.arrived());
    }
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertThat(files().filter(f -> !f.get()[3].equals("accepted")).count())
        .isGreaterThanOrEqualTo(200);
  }

  private static String refused(List<QuarantineEntry> entries) {
    return entries.stream()
        .map(
            e ->
                e.line()
                    + " "
                    + String.join(
                        "+", new TreeSet<>(e.reasons().stream().map(Finding::ruleOf).toList())))
        .collect(Collectors.joining(";"));
  }

  private static List<Path> kept(Home home) throws IOException {
    if (!Files.exists(home.deliveries())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.deliveries())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
