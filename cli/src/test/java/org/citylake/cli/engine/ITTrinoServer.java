package org.citylake.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;
import org.citylake.cli.mainjob.SqlJava;
import org.citylake.cli.sql.RowFormat;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.cli.state.Lake;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ITTrinoServer {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));

  private final Path folder;

  ITTrinoServer(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void answersStatementsOverTheCatalogAndRefusesToWrite() {
    Home home = new Home(folder.resolve("home"));
    List<String> progress = new ArrayList<>();
    try (Lake lake = Lake.start(home, 0);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      live.iceberg().createNamespace(Namespace.of("city"));
      live.iceberg()
          .createTable(
              TableIdentifier.of("city", "district"),
              new Schema(
                  Types.NestedField.required(1, "code", Types.StringType.get()),
                  Types.NestedField.optional(2, "name", Types.StringType.get())));
      try (TrinoServer trino =
          TrinoServer.start(
              ROOT, home, SqlJava.require(), lake.uri(), lake.token(), progress::add)) {
        SqlRunner sql = new SqlRunner(trino.jdbcAddress(), Optional.empty());

        assertThat(csv(sql, "SELECT 1 AS one, '黄浦' AS name")).isEqualTo("one,name\n1,黄浦\n");
        assertThat(csv(sql, "SELECT count(*) AS n FROM lake.city.district")).isEqualTo("n\n0\n");
        assertThatThrownBy(() -> csv(sql, "DROP TABLE lake.city.district"))
            .hasMessageContaining("Access Denied");
        assertThatThrownBy(() -> csv(sql, "SELEC 1")).hasMessageContaining("mismatched input");
        assertThat(trino.peakMemoryBytes()).isPositive();
      }
    }
  }

  private static String csv(SqlRunner sql, String statement) {
    StringWriter text = new StringWriter();
    sql.run(statement, RowFormat.CSV, new PrintWriter(text));
    return text.toString();
  }
}
