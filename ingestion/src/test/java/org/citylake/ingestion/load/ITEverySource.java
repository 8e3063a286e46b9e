package org.citylake.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.Delivery;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.ingestion.cases.SourceCases;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.replay.ReplayResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped source, loaded as its agency sends it and in every way in which a delivery goes
 * wrong: what arrived is accepted, quarantined or a duplicate, and stands so in the tables. The
 * streamed source is loaded as a batch here, with the same contract.
 */
@Execution(ExecutionMode.CONCURRENT)
class ITEverySource {
  private static final LocalDate DAY = LocalDate.of(2017, 1, 1);

  private static DeclarationLibrary library;
  private static Map<String, Extract> extracts = Map.of();

  private static final Set<String> ON_ICEBERG =
      Set.of("hotline_ticket", "subdistrict", "district_census");

  private final Path folder;
  private int files;

  ITEverySource(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void makeTheExtracts(@TempDir Path city) {
    library = CleanExtracts.library();
    extracts = CleanExtracts.of(library, city.resolve("city"));
  }

  static Stream<String> sources() {
    return CleanExtracts.library().sources().stream()
        .filter(CleanExtracts::lines)
        .map(SourceDeclaration::id);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void cleanFilesOfEveryFormAreTakenWithoutAWord(String id) throws Exception {
    Extract all = extract(id);
    String other = all.source().format().encoding().equals("UTF-8") ? "GB18030-2022" : "UTF-8";
    int step = all.rows().size() / 6;
    List<Extract> forms = new ArrayList<>();
    forms.add(all.part(0, step));
    forms.add(all.part(0, 2 * step).reversed());
    forms.add(all.part(0, 3 * step).agreed("csv", other, Compression.GZIP, HeaderRule.EXACT));
    forms.add(
        all.part(0, 4 * step).agreed("csv", other, Compression.ZIP, HeaderRule.BY_NAME).mirrored());
    forms.add(all.part(0, 5 * step).agreed("jsonl", "UTF-8", Compression.GZIP, HeaderRule.EXACT));
    forms.add(all.agreed("xlsx", "UTF-8", Compression.NONE, HeaderRule.EXACT));
    try (LakeHome home = home(id)) {
      long before = 0;
      for (int i = 0; i < forms.size(); i++) {
        Extract form = forms.get(i);
        Path file = file(form.bytes());
        long records = SourceCases.records(library, form.source(), file).size();

        LoadResult load = home.load(library, form.source(), file, DAY.plusDays(i));

        assertThat(load.reasons()).as("false alarms of form %s", i).isEmpty();
        assertThat(load.arrived()).isEqualTo(records).isGreaterThan(before);
        assertThat(load.duplicate()).as("known before form %s", i).isEqualTo(before);
        assertThat(load.accepted()).isEqualTo(records - before);
        assertThat(load.ended()).isZero();
        before = records;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void brokenRowsAreQuarantinedByTheirRuleAndReplayedOnceTheContractTakesThem(String id)
      throws Exception {
    Extract all = extract(id);
    RowDefects defects = new RowDefects(all, 4);
    SourceDeclaration source = all.source();
    try (LakeHome home = home(id)) {
      Path file = file(defects.file());
      long records = SourceCases.records(library, source, file).size();

      LoadResult load = home.load(library, source, file, DAY);

      assertThat(load.arrived()).isEqualTo(records);
      assertThat(load.duplicate()).isZero();
      assertThat(rulesByLine(home.open(id)).keySet())
          .as("broken lines of %s", id)
          .isEqualTo(new TreeSet<>(defects.rules().keySet()));
      rulesByLine(home.open(id))
          .forEach(
              (line, rules) ->
                  assertThat(rules)
                      .as("line %s of %s", line, id)
                      .containsAnyOf(defects.rules().getOrDefault(line, "").split("\\|")));

      LoadResult again = home.load(library, source, file, DAY.plusDays(1));
      assertThat(again.duplicate()).as("the same on another day").isEqualTo(records);

      assertThat(home.replay(library, source).passed()).isZero();
      // In a short extract the row's key stands in a clean row too, which then holds.
      if (defects.mendable().isPresent() && all.rows().size() >= 16) {
        long open = home.open(id).size();
        ReplayResult replayed = home.replay(library, mended(source));
        assertThat(replayed.passed()).as("%s", home.open(id)).isPositive();
        assertThat(home.open(id)).hasSize((int) open - replayed.passed());
        assertThat(home.replay(library, mended(source)).passed()).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void filesThatAreNoDeliveryLoadNothing(String id) throws Exception {
    Extract all = extract(id);
    SourceDeclaration source = all.source();
    String text = new String(all.csv(), Extract.charset(source.format().encoding()));
    String first = all.header().get(0);
    Map<String, byte[]> refused = new TreeMap<>();
    refused.put("is empty", new byte[0]);
    refused.put("Cannot read the header", text.getBytes(StandardCharsets.UTF_16));
    refused.put("\n  - " + first, encoded(source, text.replaceFirst(first, first + "2")));
    refused.put(
        "columns changed", encoded(source, text.replace(source.format().delimiter(), '\t')));
    refused.put("The header is missing", encoded(source, text.substring(text.indexOf('\n') + 1)));
    if (all.header().size() > 1) {
      refused.put("stands twice", encoded(source, text.replaceFirst(all.header().get(1), first)));
    } else {
      refused.remove("columns changed");
    }
    refused.put("it is a zip archive where", zipped(all));
    try (LakeHome home = home(id)) {
      refused.forEach(
          (message, bytes) ->
              assertThatThrownBy(() -> home.load(library, source, file(bytes), DAY))
                  .as("%s of %s", message, id)
                  .isInstanceOf(CityLakeException.class)
                  .hasMessageContaining(message)
                  .satisfies(e -> assertThat(personal(all)).noneMatch(e.toString()::contains)));
      assertThat(home.rows("raw." + id)).isEmpty();
      assertThat(home.rows(LoadLog.TABLE)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void deliveriesThatComeAgainLateOrInPartsLoseNothing(String id) throws Exception {
    Extract all = extract(id);
    Extract half = all.part(0, all.rows().size() / 2);
    Extract rest = all.part(all.rows().size() / 2, all.rows().size());
    SourceDeclaration source = all.source();
    boolean full = source.format().delivery() == Delivery.FULL;
    try (LakeHome home = home(id)) {
      Path part = file(half.bytes());
      Path whole = file(all.bytes());
      long halfRecords = SourceCases.records(library, source, part).size();
      long records = SourceCases.records(library, source, whole).size();

      assertThat(home.load(library, source, part, DAY).accepted()).isEqualTo(halfRecords);
      assertThat(home.load(library, source, part, DAY).alreadyDone()).isTrue();
      LoadResult more = home.load(library, source, whole, DAY);
      assertThat(more.accepted()).as("sent again with more").isEqualTo(records - halfRecords);
      assertThat(more.duplicate()).isEqualTo(halfRecords);

      Map<String, String> current = current(home, id);
      LoadResult late = home.load(library, source, whole, DAY.minusDays(30));
      assertThat(late.arrived()).as("an old file").isEqualTo(records);
      assertThat(current(home, id)).as("no old file wins").isEqualTo(current);

      if (full && halfRecords >= 20) {
        assertThatThrownBy(() -> home.load(library, source, part, DAY.plusDays(1)))
            .as("a dump that was cut off")
            .hasMessageContaining("lacks " + (records - halfRecords) + " of " + records + " keys");
      } else if (!full) {
        LoadResult one = home.load(library, source, part, DAY.plusDays(1));
        LoadResult two = home.load(library, source, file(rest.bytes()), DAY.plusDays(1));
        assertThat(one.duplicate() + two.duplicate()).as("split in two").isEqualTo(records);
      }
      Path lacking = file(all.part(0, all.rows().size() - 1).bytes());
      long there = SourceCases.records(library, source, lacking).size();
      LoadResult gone = home.load(library, source, lacking, DAY.plusDays(2));
      assertThat(gone.duplicate()).isEqualTo(there);
      assertThat(gone.ended()).as("absent keys").isEqualTo(full ? records - there : 0);
      LoadResult back = home.load(library, source, whole, DAY.plusDays(3));
      assertThat(back.accepted()).as("keys that return").isEqualTo(full ? records - there : 0);
      assertThat(current(home, id)).isEqualTo(current);
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void valueThatChangesAndReturnsIsKeptThreeTimes(String id) throws Exception {
    Extract all = extract(id).part(0, 30);
    SourceDeclaration source = all.source();
    List<ContractProperty> columns = source.contract().properties();
    if (source.contract().primaryKey().isEmpty()) {
      return;
    }
    try (LakeHome home = home(id)) {
      Path a = file(all.bytes());
      long records = home.load(library, source, a, DAY).accepted();
      for (int i = 0; i < columns.size(); i++) {
        ContractProperty column = columns.get(i);
        Extract changed = all.changed(3, i, "");
        if (column.primaryKeyPosition() > 0
            || column.required()
            || source.format().unpivot().isPresent()
            || all.rows().get(3).get(i).isEmpty()
            || source.format().missingValues().contains(all.rows().get(3).get(i))) {
          continue;
        }
        LoadResult b = home.load(library, source, file(changed.bytes()), DAY.plusDays(1));
        LoadResult returned = home.load(library, source, a, DAY.plusDays(2));
        assertThat(List.of(b.accepted() + b.quarantined(), b.duplicate()))
            .containsExactly(1L, records - 1);
        assertThat(List.of(returned.accepted(), returned.duplicate()))
            .containsExactly(b.accepted(), records - b.accepted());
        return;
      }
    }
  }

  private LakeHome home(String id) {
    Path path = folder.resolve("home");
    return ON_ICEBERG.contains(id) ? LakeHome.onIceberg(path) : LakeHome.inMemory(path);
  }

  private static Extract extract(String id) {
    Extract extract = extracts.get(id);
    assertThat(extract).as(id).isNotNull();
    assertThat(extract.rows()).as("rows of %s", id).hasSizeGreaterThanOrEqualTo(6);
    return extract;
  }

  /** Texts of the first row's personal columns, which no message may show. */
  private static List<String> personal(Extract extract) {
    List<String> texts = new ArrayList<>();
    List<ContractProperty> columns = extract.source().contract().properties();
    for (int i = 0; i < columns.size(); i++) {
      String text = extract.rows().get(0).get(i);
      if (columns.get(i).personal() && text.length() > 2) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Key to the content of its highest revision; ended keys have none. */
  private static Map<String, String> current(LakeHome home, String id) {
    Map<String, String> current = new HashMap<>();
    home.rows("raw." + id).stream()
        .sorted(Comparator.comparingInt(r -> (Integer) RawRow.value(r, RawRow.REVISION)))
        .forEach(
            row -> {
              if (RawRow.ENDED.equals(row.get(RawRow.OPERATION))) {
                current.remove(RawRow.key(row));
              } else {
                current.put(RawRow.key(row), new TreeMap<>(RawRow.content(row)).toString());
              }
            });
    return current;
  }

  private static Map<Long, TreeSet<String>> rulesByLine(List<QuarantineEntry> entries) {
    Map<Long, TreeSet<String>> rules = new TreeMap<>();
    for (QuarantineEntry entry : entries) {
      rules
          .computeIfAbsent(entry.line(), l -> new TreeSet<>())
          .addAll(entry.reasons().stream().map(Finding::ruleOf).toList());
    }
    return rules;
  }

  /** The same contract, which takes the bad text for none. */
  private static SourceDeclaration mended(SourceDeclaration source) {
    FileFormat was = source.format();
    List<String> missing = new ArrayList<>(was.missingValues());
    missing.add(RowDefects.NO_VALUE);
    return CleanExtracts.batch(
        source,
        new FileFormat(
            was.type(),
            was.encoding(),
            was.delimiter(),
            missing,
            was.multiline(),
            was.delivery(),
            was.unpivot()));
  }

  private static byte[] encoded(SourceDeclaration source, String text) {
    return text.getBytes(Extract.charset(source.format().encoding()));
  }

  private static byte[] zipped(Extract extract) {
    return extract
        .agreed("csv", extract.source().format().encoding(), Compression.ZIP, HeaderRule.EXACT)
        .bytes();
  }

  private Path file(byte[] bytes) {
    try {
      return Files.write(folder.resolve("sent-" + files++), Arrays.copyOf(bytes, bytes.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
