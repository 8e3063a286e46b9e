package org.citylake.lakehouse.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.citylake.core.CityLakeException;
import org.citylake.lakehouse.Lake;
import org.citylake.lakehouse.table.TableAppend;
import org.citylake.lakehouse.table.TableScan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTableApplier {
  private Lake lake;
  private TableApplier applier;

  @BeforeEach
  void open(@TempDir Path folder) {
    lake = Lake.open(folder);
    applier = new TableApplier(lake.live());
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void fieldIdsAreTheContractsAndTheFirstSnapshotIsEmpty() {
    Change change =
        applier.apply(
            Lake.contract(
                "city.t", "7 code string!", "3 tags list<string>", "5 n map<string,long>"));

    Table table = lake.live().load("city.t");
    assertThat(change.kind()).isEqualTo(Change.Kind.CREATED);
    assertThat(table.schema().findField("code").fieldId()).isEqualTo(7);
    assertThat(table.schema().findField("tags").fieldId()).isEqualTo(3);
    assertThat(table.schema().findField("tags.element").fieldId()).isEqualTo(100_006);
    assertThat(table.schema().findField("n.key").fieldId()).isEqualTo(100_010);
    assertThat(table.schema().findField("n.value").fieldId()).isEqualTo(100_011);
    assertThat(table.schema().findField("code").doc()).isEqualTo("a column");
    assertThat(Lake.values(table, "code")).isEmpty();
    assertThat(table.properties())
        .containsEntry("citylake.contract-version", "1.0.0")
        .containsEntry("write.parquet.compression-codec", "zstd")
        .containsKey("citylake.contract-hash");
    assertThat(
            applier
                .apply(
                    Lake.contract(
                        "city.t", "7 code string!", "3 tags list<string>", "5 n map<string,long>"))
                .kind())
        .isEqualTo(Change.Kind.UNCHANGED);
    assertThat(lake.live().load("city.t").history()).hasSize(1);
  }

  @Test
  void columnsAreAddedRenamedAndWidenedByTheirIdsInOneCommit() {
    applier.apply(
        Lake.contract("city.t", "7 code string!", "3 count int", "4 value decimal(10,2)"));
    Table table = lake.live().load("city.t");
    TableAppend.append(
        table,
        "main",
        "1",
        List.of(Map.of("code", "a", "count", 5, "value", new BigDecimal("1.5"))));

    Change change =
        applier.apply(
            Lake.contract(
                "city.t",
                "7 key string!",
                "3 count long",
                "4 value decimal(38,2)",
                "2 note string"));

    Table after = lake.live().load("city.t");
    assertThat(change.kind()).isEqualTo(Change.Kind.EVOLVED);
    assertThat(change.steps())
        .containsExactly(
            "rename code to key",
            "widen count from int to long",
            "widen value from decimal(10, 2) to decimal(38, 2)",
            "add note string");
    assertThat(after.schemas()).hasSize(2);
    assertThat(after.schema().findField("note").fieldId()).isEqualTo(2);
    // the snapshot of before is read with the names of before
    assertThat(Lake.values(after, "code")).containsExactly("a");
    long next =
        TableAppend.append(
            after, "main", "2", List.of(Map.of("key", "b", "count", 5_000_000_000L)));
    assertThat(Lake.values(after, next, "key")).containsExactly("a", "b");
    assertThat(Lake.values(after, next, "count")).containsExactly("5", "5000000000");
    assertThat(Lake.values(after, next, "value")).containsExactly("1.50", "null");
  }

  @Test
  void whatWouldLoseOrMisreadDataIsRefusedWithEveryReason() {
    applier.apply(
        Lake.contract("city.t", "1 a string!", "2 b long", "3 c date", "4 d decimal(38,10)"));

    assertThatThrownBy(
            () ->
                applier.apply(
                    Lake.contract(
                        "city.t", "2 b int", "3 x string", "4 d decimal(10,2)", "9 e string!")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot change table city.t")
        .hasMessageContaining("column city.t.b is long in the table and int in the contract")
        .hasMessageContaining("column city.t.x (string) reuses field id 3 of column 'c' (date)")
        .hasMessageContaining(
            "column city.t.d is decimal(38, 10) in the table and decimal(10, 2) in the contract")
        .hasMessageContaining("column city.t.e (string) is new and required")
        .hasMessageContaining("column city.t.a (string, field id 1) is required in the table");
    assertThat(lake.live().load("city.t").schemas()).hasSize(1);
  }

  @Test
  void theIdOfADroppedColumnIsNotUsedAgain() {
    applier.apply(Lake.contract("city.t", "1 a string!", "2 b long"));
    Change drop = applier.apply(Lake.contract("city.t", "1 a string!"));

    assertThat(drop.steps()).containsExactly("drop b");
    assertThatThrownBy(() -> applier.apply(Lake.contract("city.t", "1 a string!", "2 z string")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining(
            "column city.t.z (string) reuses field id 2 of the dropped column 'b' (long)");
  }

  @Test
  void aColumnKeepsItsId() {
    applier.apply(Lake.contract("city.t", "1 a string!", "2 b long"));

    assertThatThrownBy(() -> applier.apply(Lake.contract("city.t", "1 a string!", "8 b long")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("city.t.b has field id 2 in the table and 8 in the contract");
  }

  @Test
  void partitioningFollowsTheContractAndStays() {
    applier.apply(
        Lake.contract(
            "city.t",
            Map.of("partitioning", List.of("month(at)", "bucket(4, code)")),
            "1 code string!",
            "2 at timestamptz!"));

    assertThat(lake.live().load("city.t").spec().fields().toString())
        .contains("at_month: month(2)")
        .contains("code_bucket: bucket[4](1)");
    assertThatThrownBy(
            () -> applier.apply(Lake.contract("city.t", "1 code string!", "2 at timestamptz!")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot change the partitioning of table city.t");
  }

  @Test
  void everyTypeComesBackAsItWasWritten() throws Exception {
    applier.apply(
        Lake.contract(
            "city.t",
            "1 s string",
            "2 i int",
            "3 l long",
            "4 b boolean",
            "5 d date",
            "6 t timestamptz",
            "7 f double",
            "8 x binary",
            "9 n decimal(38,10)",
            "10 ls list<string>",
            "11 m map<string,long>"));
    Table table = lake.live().load("city.t");
    OffsetDateTime time =
        OffsetDateTime.of(2015, 3, 1, 8, 0, 0, 123_456_000, ZoneOffset.ofHours(8));
    byte[] bytes = "字节".getBytes(StandardCharsets.UTF_8);

    long snapshot =
        TableAppend.append(
            table,
            "main",
            "1",
            List.of(
                Map.ofEntries(
                    Map.entry("s", "静安"),
                    Map.entry("i", 1),
                    Map.entry("l", 2L),
                    Map.entry("b", true),
                    Map.entry("d", LocalDate.of(2015, 3, 1)),
                    Map.entry("t", time),
                    Map.entry("f", 0.5),
                    Map.entry("x", bytes),
                    Map.entry("n", new BigDecimal("53.3")),
                    Map.entry("ls", List.of("a", "b")),
                    Map.entry("m", Map.of("k", 9L)))));

    try (var rows =
        TableScan.rows(
            table, snapshot, org.apache.iceberg.expressions.Expressions.equal("s", "静安"))) {
      Map<String, Object> row = rows.iterator().next();
      assertThat(row)
          .containsEntry("i", 1)
          .containsEntry("l", 2L)
          .containsEntry("b", true)
          .containsEntry("d", LocalDate.of(2015, 3, 1))
          .containsEntry("t", time.withOffsetSameInstant(ZoneOffset.UTC))
          .containsEntry("f", 0.5)
          .containsEntry("x", bytes)
          .containsEntry("n", new BigDecimal("53.3000000000"))
          .containsEntry("ls", List.of("a", "b"))
          .containsEntry("m", Map.of("k", 9L));
    }
    assertThat(table.schema().findField("n").type()).isEqualTo(Types.DecimalType.of(38, 10));
  }
}
