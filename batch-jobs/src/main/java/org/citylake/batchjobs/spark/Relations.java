package org.citylake.batchjobs.spark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.DeclarationLibrary;

/**
 * What SQL finds under a table's full name, with the snapshot that stands behind it. Of a table
 * whose key has a revision, SQL sees the current revisions alone; {@link #load} gives every row.
 */
public final class Relations {
  private static final String REVISION = "revision";

  private final SparkSession session;
  private final DeclarationLibrary library;
  private final Map<String, Dataset<Row>> rows = new TreeMap<>();
  private final Map<String, Long> snapshots = new TreeMap<>();

  /** Relations of a session, none yet; the library knows the tables' keys. */
  public Relations(SparkSession session, DeclarationLibrary library) {
    this.session = session;
    this.library = library;
  }

  /** The session. */
  public SparkSession session() {
    return session;
  }

  /** Puts rows under a name; rows put there before are forgotten. */
  public void put(String fullName, Dataset<Row> dataset, long snapshot) {
    current(fullName, dataset).createOrReplaceTempView(NamedRelations.view(fullName));
    rows.put(fullName, dataset);
    snapshots.put(fullName, snapshot);
  }

  private Dataset<Row> current(String fullName, Dataset<Row> dataset) {
    List<String> key =
        library.findTable(fullName).stream()
            .flatMap(table -> table.contract().primaryKey().stream())
            .map(ContractProperty::name)
            .toList();
    return key.contains(REVISION)
        ? CurrentRows.of(dataset, key.stream().filter(name -> !name.equals(REVISION)).toList())
        : dataset;
  }

  /** Whether rows stand under the name. */
  public boolean has(String fullName) {
    return rows.containsKey(fullName);
  }

  /**
   * The rows under a name.
   *
   * @throws CityLakeException of kind DATA when there are none
   */
  public Dataset<Row> load(String fullName) {
    Dataset<Row> found = rows.get(fullName);
    if (found == null) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot find the table " + fullName + " among the inputs of this job: " + rows.keySet());
    }
    return found;
  }

  /** The snapshot that stands behind a name. */
  public long snapshot(String fullName) {
    load(fullName);
    return snapshots.getOrDefault(fullName, -1L);
  }
}
