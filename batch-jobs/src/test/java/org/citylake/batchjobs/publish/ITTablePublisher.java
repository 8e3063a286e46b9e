package org.citylake.batchjobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.publish.TablePublisher.Published;
import org.citylake.batchjobs.spark.SparkLake;
import org.citylake.core.CityLakeException;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.declaration.TableDeclaration.TableCheck;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Spark on real Iceberg tables. */
final class ITTablePublisher {
  private static final SparkSession SESSION = SparkLake.inMemory();
  private static Path home = Path.of("unset");

  @BeforeAll
  static void makeTable(@TempDir Path warehouse) throws Exception {
    home = warehouse.resolve("home");
    SESSION.conf().set("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog");
    SESSION.conf().set("spark.sql.catalog.lake.type", "hadoop");
    SESSION.conf().set("spark.sql.catalog.lake.warehouse", warehouse.toUri().toString());
    SESSION.conf().set("spark.sql.catalog.lake.cache-enabled", "false");
    SESSION.sql(
        """
        CREATE TABLE lake.city.figure (
          code string NOT NULL, value decimal(38,10), snapshots map<string,bigint>) USING iceberg
        """);
    // As every table of a lakehouse has one.
    Spark3Util.loadIcebergTable(SESSION, "lake.city.figure").newAppend().commit();
  }

  @Test
  void mainMovesOnlyForRowsThatDifferAndPassTheChecks() throws Exception {
    Published first = publish("1", figures("('a', 1.5), ('b', 2)"));
    Published again = publish("2", figures("('b', 2), ('a', 1.50)"));

    assertThat(first.changed()).isTrue();
    assertThat(first.count()).isEqualTo(2);
    assertThat(again.changed()).isFalse();
    assertThat(again.snapshot()).isEqualTo(first.snapshot());

    assertThatThrownBy(() -> publish("3", figures("('a', -1)")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("not-negative: 1 rows")
        .hasMessageContaining("audit_3");

    Table table = Spark3Util.loadIcebergTable(SESSION, "lake.city.figure");
    assertThat(table.currentSnapshot().snapshotId()).isEqualTo(first.snapshot());
    assertThat(table.refs()).containsOnlyKeys("main", "audit_3");

    Published next = publish("3", figures("('a', 3)"));

    assertThat(next.changed()).isTrue();
    assertThat(SESSION.table("lake.city.figure").count()).isEqualTo(1);
    table.refresh();
    assertThat(table.refs()).containsOnlyKeys("main");
  }

  private static Published publish(String run, Dataset<Row> rows) {
    return new TablePublisher(SESSION, run, new Home(home)).publish(declaration(), rows);
  }

  private static Dataset<Row> figures(String values) {
    return SESSION.sql(
        "SELECT map('raw.x', 1L) AS snapshots, code, value FROM VALUES "
            + values
            + " AS t(code, value)");
  }

  private static TableDeclaration declaration() {
    return new TableDeclaration(
        "city",
        "figure",
        Path.of("figure"),
        new DataContract(
            "city.figure",
            "1.0.0",
            "数",
            "Figure",
            "Each row is a figure.",
            List.of(property()),
            List.of(),
            Map.of()),
        Optional.empty(),
        List.of(),
        List.of(new TableCheck("not-negative", true, "SELECT * FROM this WHERE value < 0")),
        "hash");
  }

  private static ContractProperty property() {
    return new ContractProperty(
        "code",
        "code",
        1,
        LogicalType.STRING,
        "string",
        true,
        1,
        "代码",
        "code",
        "general-1",
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of());
  }
}
