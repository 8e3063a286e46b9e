package org.citylake.lakehouse.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.Lake;
import org.citylake.lakehouse.schema.TableApplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestBranches {
  private Lake lake;
  private Table table;

  @BeforeEach
  void open(@TempDir Path folder) {
    lake = Lake.open(folder);
    new TableApplier(lake.live())
        .apply(
            Lake.contract(
                "city.t",
                Map.of("partitioning", List.of("month(at)")),
                "1 code string!",
                "2 at timestamptz!",
                "3 value decimal(38,10)"));
    table = lake.live().load("city.t");
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private static List<Map<String, Object>> row(String code, String time) {
    return List.of(Map.of("code", code, "at", OffsetDateTime.parse(time)));
  }

  @Test
  void aCommitHappensOnceOnItsBranch() {
    long first = TableAppend.append(table, "main", "load-1", row("a", "2015-01-01T00:00:00Z"));
    TableAppend.append(table, "main", "load-2", row("b", "2015-02-01T00:00:00Z"));
    long again =
        TableAppend.append(
            lake.live().load("city.t"), "main", "load-1", row("a", "2015-01-01T00:00:00Z"));

    assertThat(again).isEqualTo(first);
    assertThat(Lake.values(lake.live().load("city.t"), "code")).containsExactly("a", "b");
    assertThat(table.snapshot(first).summary()).containsEntry("citylake.commit-id", "load-1");
  }

  @Test
  void rowsOfOneMonthShareAFile() throws Exception {
    TableAppend.append(
        table,
        "main",
        "1",
        List.of(
            row("a", "2015-01-01T00:00:00+08:00").get(0),
            row("b", "2015-01-31T00:00:00Z").get(0),
            row("c", "2015-01-02T00:00:00Z").get(0)));

    try (var files = table.newScan().planFiles()) {
      // the first is still December in UTC
      assertThat(files).extracting(f -> f.file().recordCount()).containsExactlyInAnyOrder(1L, 2L);
    }
  }

  @Test
  void rowsAreCheckedOnABranchBeforeMainMovesToIt() {
    TableAppend.append(table, "main", "1", row("a", "2015-01-01T00:00:00Z"));
    long written = TableAppend.append(table, "load_1", "2", row("b", "2015-01-01T00:00:00Z"));

    assertThat(Lake.values(lake.live().load("city.t"), "code")).containsExactly("a");
    assertThat(Lake.values(table, written, "code")).containsExactly("a", "b");

    assertThat(Branches.fastForward(table, "load_1")).isEqualTo(written);
    assertThat(Branches.fastForward(table, "load_1")).isEqualTo(written);
    Branches.drop(table, "load_1");
    Branches.drop(table, "load_1");

    Table after = lake.live().load("city.t");
    assertThat(Lake.values(after, "code")).containsExactly("a", "b");
    assertThat(after.refs()).containsOnlyKeys("main");
  }

  @Test
  void aBranchThatMainHasLeftIsNotPublishedButMadeAnew() {
    TableAppend.append(table, "load_1", "1", row("b", "2015-01-01T00:00:00Z"));
    long main = TableAppend.append(table, "main", "2", row("a", "2015-01-01T00:00:00Z"));

    assertThatThrownBy(() -> Branches.fastForward(table, "load_1"))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("main has moved since the branch was made");
    assertThatThrownBy(() -> Branches.fastForward(table, "load_9"))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("branch 'load_9'")
        .hasMessageContaining("it is not there");

    Branches.replace(table, "load_1", main);
    TableAppend.append(table, "load_1", "1", row("b", "2015-01-01T00:00:00Z"));
    Branches.fastForward(table, "load_1");
    assertThat(Lake.values(lake.live().load("city.t"), "code")).containsExactly("a", "b");
  }

  @Test
  void aTagStaysWithItsSnapshot() {
    long first = TableAppend.append(table, "main", "1", row("a", "2015-01-01T00:00:00Z"));
    long second = TableAppend.append(table, "main", "2", row("b", "2015-01-01T00:00:00Z"));

    Branches.tag(table, "release-1", first);
    Branches.tag(table, "release-1", first);

    assertThatThrownBy(() -> Branches.tag(table, "release-1", second))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("snapshot " + first + " has that tag");
  }

  @Test
  void valuesThatDoNotFitAreRefusedWithTheColumn() {
    assertThatThrownBy(() -> TableAppend.append(table, "main", "1", List.of(Map.of("code", "a"))))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("column 'at' is required and the row has no value");
    Map<String, Object> row = row("a", "2015-01-01T00:00:00Z").get(0);
    assertThatThrownBy(
            () ->
                TableAppend.append(
                    table,
                    "main",
                    "1",
                    List.of(with(row, "value", new BigDecimal("0.12345678901")))))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("column 'value' is decimal(38, 10) and cannot hold 0.12345678901");
    assertThatThrownBy(
            () -> TableAppend.append(table, "main", "1", List.of(with(row, "colour", "red"))))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("column 'colour' is not a column of the table");
    assertThat(table.history()).hasSize(1);
  }

  private static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
    Map<String, Object> longer = new java.util.HashMap<>(row);
    longer.put(column, value);
    return longer;
  }

  @Test
  void oneWriterAtATimeHoldsTheLease(@TempDir Path other) {
    Home home = new Home(other);
    try (WriterLease lease = WriterLease.take(home, "city.t")) {
      assertThat(lease).isNotNull();
      assertThatThrownBy(() -> WriterLease.take(home, "city.t", Duration.ofMillis(100)))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining(
              "Cannot write table city.t: process " + ProcessHandle.current().pid());
    }
    WriterLease.take(home, "city.t", Duration.ofMillis(100)).close();
  }
}
