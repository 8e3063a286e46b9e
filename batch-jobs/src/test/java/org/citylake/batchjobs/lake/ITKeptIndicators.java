package org.citylake.batchjobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.DeclaredIndicators;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.indicator.IndicatorProducer;
import org.citylake.batchjobs.indicator.IndicatorStateProducer;
import org.citylake.batchjobs.publish.TablePublisher;
import org.citylake.batchjobs.publish.TablePublisher.Published;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.FormerTables;
import org.citylake.batchjobs.spark.LocalSpark;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.home.Home;
import org.citylake.core.json.ContentHash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five indicators over two tables, computed run by run: what is kept and what is computed again
 * make together the rows that computing all of them makes.
 */
final class ITKeptIndicators {
  private static final String VALUES = IndicatorProducer.TABLE;
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  private static final String PEOPLE =
      """
      SELECT ref_area, time_period, sum(value) AS numerator, 1 AS denominator,
        array('people') AS evidence
      FROM city.observation WHERE indicator_code = 'people' GROUP BY ref_area, time_period
      """;
  private static final String NOTHING =
      """
      SELECT ref_area, '2014' AS time_period, 1 AS numerator, 1 AS denominator, array('none') AS evidence
      FROM city.fiscal_revenue
      """;
  private static final String AIR =
      """
      SELECT ref_area, CAST(year AS STRING) AS time_period, sum(valid_days) AS numerator,
        count(*) AS denominator, array('air') AS evidence
      FROM city.air_quality_year GROUP BY ref_area, year
      """;

  private static final List<Map<String, @Nullable Object>> AIR_2014 =
      List.of(
          Map.of(
              "sensor_id",
              "east",
              "metric",
              "pm25",
              "year",
              2014,
              "revision",
              1,
              "ref_area",
              "310000",
              "valid_days",
              300));

  @TempDir private Path folder = Path.of("unset");

  private final Map<String, IndicatorDeclaration> indicators = new TreeMap<>();

  @SuppressWarnings("NullAway.Init") // set before each test
  private SparkSession session;

  @SuppressWarnings("NullAway.Init") // set before each test
  private DeclarationLibrary shipped;

  @BeforeEach
  void makeTables() {
    Path warehouse = folder.resolve("warehouse");
    session = LocalSpark.over(warehouse);
    FolderStore store =
        new FolderStore(new HadoopCatalog(new Configuration(), warehouse.toUri().toString()));
    new Home(folder.resolve("home")).create();
    shipped = DeclarationReader.load(List.of(ROOT));
    for (String name : List.of(VALUES, IndicatorStateProducer.TABLE)) {
      store.apply(shipped.findTable(name).orElseThrow().contract());
      // A session that is not the process's first knows its catalog once it has read from it.
      assertThat(session.table("lake." + name).isEmpty()).isTrue();
    }
  }

  @Test
  void whatIsKeptAndWhatIsComputedMakeAFullComputation() throws NoSuchTableException {
    List<Map<String, @Nullable Object>> first =
        List.of(figure("people", "2014", "400"), figure("told", "2014", "7"));
    computed("kept_people", 1, "city.observation", PEOPLE);
    computed("kept_air", 1, "city.air_quality_year", AIR);
    computed("kept_none", 1, "city.fiscal_revenue", NOTHING);
    other("kept_twice", Method.DERIVED, "kept_people + kept_people");
    other("told", Method.REPORTED, null);

    assertThat(account(first, 1))
        .isEqualTo("5 of 5 indicators computed, 0 kept: 5 not known from a run before");

    // A declaration, and with it what follows from it.
    computed("kept_people", 2, "city.observation", PEOPLE);
    assertThat(account(first, 1))
        .isEqualTo(
            "2 of 5 indicators computed, 3 kept: 1 an indicator that it follows from changed;"
                + " 1 declaration changed");
    assertThat(values("kept_twice")).containsExactly("1600.0000000000");

    // One table of the two.
    List<Map<String, @Nullable Object>> more = new ArrayList<>(first);
    more.add(figure("people", "2015", "410"));
    assertThat(account(more, 2))
        .isEqualTo("3 of 5 indicators computed, 2 kept: 3 city.observation changed");
    assertThat(values("kept_twice")).containsExactly("1600.0000000000", "1640.0000000000");

    // An indicator more, and one less.
    computed("kept_new", 1, "city.observation", PEOPLE);
    indicators.remove("kept_air");
    assertThat(account(more, 2))
        .isEqualTo("1 of 5 indicators computed, 4 kept: 1 not known from a run before");
    assertThat(values("kept_air")).isEmpty();
    assertThat(values("kept_new")).hasSize(2);

    // Rows that somebody else wrote are not what is known of them.
    tamper();
    assertThat(account(more, 2))
        .isEqualTo("5 of 5 indicators computed, 0 kept: 5 not known from a run before");
    assertThat(values("kept_new")).hasSize(2);
  }

  /** Computes from the figures and publishes; tells how the values came about. */
  private String account(List<Map<String, @Nullable Object>> figures, long snapshot) {
    DeclarationLibrary library = library();
    Relations relations = new Relations(session, library);
    relations.put(DeclaredIndicators.NAME, DeclaredIndicators.rows(session, library), 0);
    relations.put("city.district", dataset(library, "city.district", List.of()), 10);
    relations.put("city.subdistrict", dataset(library, "city.subdistrict", List.of()), 11);
    relations.put("city.air_quality_year", dataset(library, "city.air_quality_year", AIR_2014), 12);
    relations.put("city.observation", dataset(library, "city.observation", figures), snapshot);
    TableDeclaration table = library.findTable(VALUES).orElseThrow();
    IndicatorProducer producer =
        new IndicatorProducer(table, library, FormerTables.of(session), "code-1");
    publish(producer, relations);
    publish(
        new IndicatorStateProducer(
            library.findTable(IndicatorStateProducer.TABLE).orElseThrow(), library, "code-1"),
        relations);
    Dataset<Row> inFull =
        new IndicatorProducer(table, library, FormerTables.none(), "code-1").rows(relations);
    assertThat(lines(session.table("lake." + VALUES))).isEqualTo(lines(inFull));
    return producer.account();
  }

  private void publish(TableProducer producer, Relations relations) {
    Published published =
        new TablePublisher(session, "run", new Home(folder.resolve("home")))
            .publish(producer.table(), producer.rows(relations));
    relations.put(published.table(), published.rows(), published.snapshot());
  }

  private static List<String> lines(Dataset<Row> rows) {
    return rows.sort("indicator_code", "ref_area", "time_period").toJSON().collectAsList();
  }

  private List<String> values(String indicator) {
    return session
        .table("lake." + VALUES)
        .where(col("indicator_code").equalTo(indicator))
        .sort("time_period")
        .select("value")
        .collectAsList()
        .stream()
        .map(row -> row.getDecimal(0).toPlainString())
        .toList();
  }

  private void tamper() throws NoSuchTableException {
    session
        .table("lake." + VALUES)
        .where("indicator_code <> 'kept_new'")
        .localCheckpoint()
        .writeTo("lake." + VALUES)
        .overwrite(lit(true));
  }

  private DeclarationLibrary library() {
    return new DeclarationLibrary(
        List.of(ROOT, folder),
        List.of(),
        shipped.tables(),
        List.copyOf(indicators.values()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private void computed(String code, int multiplier, String input, String sql) {
    declare(code, Method.COMPUTED, multiplier, List.of(input), sql, null);
  }

  private void other(String code, Method method, @Nullable String expression) {
    declare(code, method, 1, List.of(), null, expression);
  }

  private void declare(
      String code,
      Method method,
      int multiplier,
      List<String> inputs,
      @Nullable String sql,
      @Nullable String expression) {
    indicators.put(
        code,
        new IndicatorDeclaration(
            code,
            "test",
            "试",
            "Test",
            "试",
            "Test",
            "test",
            "persons",
            0,
            Direction.NEUTRAL,
            "A",
            Optional.empty(),
            Optional.empty(),
            "试",
            method,
            BigDecimal.valueOf(multiplier),
            Optional.empty(),
            inputs,
            Optional.ofNullable(sql),
            Optional.ofNullable(expression),
            List.of(),
            folder,
            ContentHash.of(code + multiplier)));
  }

  private Dataset<Row> dataset(
      DeclarationLibrary library, String name, List<Map<String, @Nullable Object>> rows) {
    StructType type = ContractTypes.struct(library.findTable(name).orElseThrow().contract());
    return session.createDataFrame(rows.stream().map(r -> RowCodec.row(r, type)).toList(), type);
  }

  private static Map<String, @Nullable Object> figure(String code, String year, String value) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("source_id", "test");
    row.put("source_key", code + year);
    row.put("revision", 1);
    row.put("priority", 1);
    row.put("indicator_code", code);
    row.put("ref_area", "310000");
    row.put("time_period", year);
    row.put("figure_kind", "actual");
    row.put("value", new BigDecimal(value));
    row.put("comparison", "=");
    row.put("unit_measure", "persons");
    row.put("obs_status", "A");
    row.put("value_status", "reported");
    return row;
  }
}
