package org.citylake.batchjobs.spark;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.json.Json;
import org.citylake.lakehouse.schema.RawTableContract;

/**
 * What SQL finds under a table's full name, with the snapshot that stands behind it. Of a table
 * whose key has a revision, SQL sees the current revisions alone, of a raw table besides only keys
 * that have not ended; {@link #load} gives every row. Several threads may put and read.
 */
public final class Relations {
  private static final String REVISION = "revision";
  private static final String RAW = "raw.";

  private final SparkSession session;
  private final DeclarationLibrary library;
  private final Map<String, Dataset<Row>> rows = new ConcurrentSkipListMap<>();
  private final Map<String, Long> snapshots = new ConcurrentSkipListMap<>();

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
    snapshots.put(fullName, snapshot);
    rows.put(fullName, dataset);
  }

  /**
   * Lets SQL read tables that are not there, raw tables of sources that were never loaded among
   * them, as empty ones; and code lists, as {@code codelist.ID}. They stay absent for {@link #has}.
   */
  public void offer(Collection<String> fullNames) {
    for (String name : fullNames) {
      if (!has(name)) {
        absent(name).createOrReplaceTempView(NamedRelations.view(name));
      }
    }
  }

  private Dataset<Row> absent(String fullName) {
    return DeclaredCodelist.find(fullName, library)
        .map(list -> DeclaredCodelist.rows(session, list))
        .orElseGet(() -> session.createDataFrame(List.of(), type(fullName)));
  }

  /**
   * The columns of a table or of a source's raw table.
   *
   * @throws CityLakeException of kind DATA when neither is declared
   */
  public StructType type(String fullName) {
    Optional<DataContract> contract = library.findTable(fullName).map(TableDeclaration::contract);
    if (contract.isEmpty() && fullName.startsWith(RAW)) {
      contract =
          library.findSource(fullName.substring(RAW.length())).map(s -> RawTableContract.of(s));
    }
    return ContractTypes.struct(
        contract.orElseThrow(
            () -> new CityLakeException(Kind.DATA, "There is no table '" + fullName + "'")));
  }

  /**
   * What SQL sees of a name besides its rows: columns and key of a table, the lines of a code list.
   *
   * @throws CityLakeException of kind DATA when nothing of that name is declared
   */
  public String shape(String fullName) {
    return DeclaredCodelist.find(fullName, library)
        .map(list -> Json.line(List.of(list.columns(), list.rows())))
        .orElseGet(() -> type(fullName).json() + key(fullName));
  }

  private List<String> key(String fullName) {
    return library.findTable(fullName).stream()
        .flatMap(table -> table.contract().primaryKey().stream())
        .map(ContractProperty::name)
        .toList();
  }

  private Dataset<Row> current(String fullName, Dataset<Row> dataset) {
    if (fullName.startsWith(RAW)) {
      return StandingRows.current(dataset);
    }
    List<String> key = key(fullName);
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
