package org.citylake.lakehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.server.CatalogServer;
import org.citylake.lakehouse.table.TableScan;

/** A home with its catalog server and a client, for tests. */
public record Lake(Home home, CatalogServer server, LakeCatalog live) implements AutoCloseable {
  public static final String TOKEN = "a token for tests";

  /** Starts a server in the folder. */
  public static Lake open(Path folder) {
    Home home = new Home(folder);
    CatalogServer server = CatalogServer.start(home, TOKEN, 0);
    return new Lake(home, server, LakeCatalog.connect(server.uri(), TOKEN, LakeCatalog.LIVE));
  }

  /** Another warehouse of the same server. */
  public LakeCatalog connect(String warehouse) {
    return LakeCatalog.connect(server.uri(), TOKEN, warehouse);
  }

  @Override
  public void close() {
    live.close();
    server.close();
  }

  /** A contract whose columns are written {@code id name type} with {@code !} behind: required. */
  public static DataContract contract(String name, String... columns) {
    return contract(name, Map.of(), columns);
  }

  public static DataContract contract(String name, Map<String, Object> custom, String... columns) {
    List<ContractProperty> properties = new ArrayList<>();
    for (String column : columns) {
      String[] parts = column.split(" ");
      properties.add(
          new ContractProperty(
              parts[1],
              parts[1],
              Integer.parseInt(parts[0]),
              LogicalType.STRING,
              parts[2].replace("!", ""),
              parts[2].endsWith("!"),
              0,
              "列",
              "a column",
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
              Map.of()));
    }
    return new DataContract(
        name, "1.0.0", "表", "Table", "Each row is a row.", properties, List.of(), custom);
  }

  /** One column's values at the table's current snapshot, as text, ordered. */
  public static List<String> values(Table table, String column) {
    return values(table, table.currentSnapshot().snapshotId(), column);
  }

  /** One column's values at a snapshot, as text, ordered. */
  public static List<String> values(Table table, long snapshotId, String column) {
    try (CloseableIterable<Map<String, Object>> rows =
        TableScan.rows(table, snapshotId, Expressions.alwaysTrue())) {
      List<String> values = new ArrayList<>();
      rows.forEach(row -> values.add(String.valueOf(row.get(column))));
      return values.stream().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
