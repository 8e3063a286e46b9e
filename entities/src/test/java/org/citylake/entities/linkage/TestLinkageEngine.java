package org.citylake.entities.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.citylake.entities.identifier.ResidentIdentityNumber;
import org.citylake.entities.linkage.configuration.DeclarationProposal;
import org.citylake.entities.linkage.evaluation.ClusterEvaluation;
import org.citylake.entities.linkage.table.RecordTable;
import org.citylake.entities.linkage.table.RecordTableBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TestLinkageEngine {
  private static final String ID = "rec_id";

  private static List<String[]> lines(String file) throws IOException {
    InputStream in = Objects.requireNonNull(TestLinkageEngine.class.getResourceAsStream(file));
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> line.split(",", -1)).toList();
    }
  }

  private static void add(RecordTableBuilder builder, String source, String[] line) {
    @Nullable String[] record = new @Nullable String[line.length];
    for (int c = 0; c < line.length; c++) {
      record[c] = line[c].isEmpty() ? null : line[c];
    }
    builder.add(source, record);
  }

  /** By record id the id of the record that stands for its cluster. */
  private static Map<String, String> clusters(RecordTable table) {
    LinkageResult result = LinkageEngine.link(table, DeclarationProposal.of(table), progress -> {});
    Map<String, String> clusters = new HashMap<>();
    int[] first = result.clusters();
    for (int r = 0; r < first.length; r++) {
      clusters.put(table.id(r), table.id(first[r]));
    }
    return clusters;
  }

  private static Map<String, String> febrl(long shuffle) throws IOException {
    List<String[]> a = new ArrayList<>(lines("febrl4a.csv"));
    List<String[]> b = new ArrayList<>(lines("febrl4b.csv"));
    RecordTableBuilder builder =
        new RecordTableBuilder(List.of("a", "b"), Arrays.asList(a.remove(0)));
    b.remove(0);
    Collections.shuffle(a, new Random(shuffle));
    Collections.shuffle(b, new Random(shuffle + 1));
    a.forEach(line -> add(builder, "a", line));
    b.forEach(line -> add(builder, "b", line));
    return clusters(builder.build(Optional.of(ID), Set.of()));
  }

  private static Map<String, String> repeated(int times, String... values) {
    RecordTableBuilder builder =
        new RecordTableBuilder(List.of("a"), List.of(ID, "name", "born", "phone"));
    for (int i = 0; i < times; i++) {
      add(builder, "a", new String[] {"r" + i, values[0], values[1], values[2]});
    }
    return clusters(builder.build(Optional.of(ID), Set.of()));
  }

  @Test
  void aRecordDeliveredAgainAndAgainIsOneEntityWhenItSaysEnough() {
    Map<String, String> clusters = repeated(2000, "li ming", "1980-03-04", "13900000001");

    assertThat(clusters).hasSize(2000);
    assertThat(Set.copyOf(clusters.values())).hasSize(1);
  }

  @Test
  void equalRecordsThatSayOnlyNameAndBirthdayStayApart() {
    assertThat(Set.copyOf(repeated(2000, "li ming", "1980-03-04", "").values())).hasSize(2000);
  }

  @Test
  void twoFilesOfPersonsAreLinkedWithoutLabels() throws IOException {
    Map<String, String> found = febrl(1);
    Map<String, String> truth = new HashMap<>();
    found.keySet().forEach(id -> truth.put(id, id.split("-", -1)[1]));

    assertThat(found).hasSize(500);
    assertThat(ClusterEvaluation.of(found, truth).pairwise().f1()).isGreaterThanOrEqualTo(0.999);
  }

  @Test
  void theOrderOfRowsDoesNotMatter() throws IOException {
    assertThat(febrl(2)).isEqualTo(febrl(3));
  }

  @Test
  void equalRecordsAreOneEntityHoweverManyTheyAre() {
    RecordTableBuilder builder = new RecordTableBuilder(List.of("x"), List.of("name", "born"));
    for (int i = 0; i < 50_000; i++) {
      add(builder, "x", new String[] {"wang", "1980-01-01"});
    }
    for (int i = 0; i < 200; i++) {
      add(
          builder,
          "x",
          new String[] {"name" + (char) ('a' + i % 26) + i, "19" + (10 + i % 80) + "-03-05"});
    }
    RecordTable table = builder.build(Optional.empty(), Set.of());

    LinkageResult result = LinkageEngine.link(table, DeclarationProposal.of(table), progress -> {});

    assertThat(result.clusters()).hasSize(50_200);
    assertThat(result.warnings()).anyMatch(w -> w.contains("50000 records are equal"));
  }

  @Test
  void aGiantBlockIsCutAndWarnedOf() {
    RecordTableBuilder builder =
        new RecordTableBuilder(List.of("x"), List.of("name", "born", "note"));
    for (int i = 0; i < 6_000; i++) {
      boolean other = i % 500 == 0;
      String name = other ? "li" + i : "wang";
      String born = other ? "1981-02-0" + i % 9 : "1980-01-01";
      add(builder, "x", new String[] {name, born, "n" + i * 7919L});
    }
    RecordTable table = builder.build(Optional.empty(), Set.of());

    LinkageResult result = LinkageEngine.link(table, DeclarationProposal.of(table), progress -> {});

    assertThat(result.pairs().size()).isLessThan(20_000_000);
    assertThat(result.clusters()).hasSize(6_000);
  }

  @Test
  void rightNumbersDecide() {
    String one = ResidentIdentityNumber.complete("31010119800101001").value();
    String other = ResidentIdentityNumber.complete("31010119800101003").value();
    RecordTableBuilder builder =
        new RecordTableBuilder(List.of("x"), List.of(ID, "姓名", "身份证号", "电话"));
    add(builder, "x", new String[] {"1", "张伟", one, "13800000001"});
    add(builder, "x", new String[] {"2", "章玮", one, ""});
    add(builder, "x", new String[] {"3", "张伟", other, "13800000001"});
    for (int i = 0; i < 300; i++) {
      String number =
          ResidentIdentityNumber.complete(
                  "3101011970"
                      + (i % 2 == 0 ? "0101" : "0202")
                      + String.format(Locale.ROOT, "%03d", i))
              .value();
      String name = "" + (char) ('王' + i % 40) + (char) ('一' + i * 13);
      String phone = "139" + String.format(Locale.ROOT, "%08d", i * 7919);
      add(builder, "x", new String[] {"a" + i, name, number, phone});
      if (i % 3 == 0) {
        add(builder, "x", new String[] {"b" + i, name, number, phone});
      }
    }

    Map<String, String> found = clusters(builder.build(Optional.of(ID), Set.of()));

    assertThat(found.get("1")).isEqualTo(found.get("2")).isNotEqualTo(found.get("3"));
    assertThat(found.get("a3")).isEqualTo(found.get("b3"));
    assertThat(found.get("a4")).isNotEqualTo(found.get("a6"));
  }
}
