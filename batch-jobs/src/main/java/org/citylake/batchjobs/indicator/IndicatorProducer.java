package org.citylake.batchjobs.indicator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.FormerTables;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.batchjobs.spark.SharedLibrary;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.metrics.indicator.IndicatorAlgebra;
import org.jspecify.annotations.Nullable;

/** {@code metric.indicator_value}: the values of all declared indicators. */
public final class IndicatorProducer implements TableProducer {
  /** The table that it gives. */
  public static final String TABLE = "metric.indicator_value";

  private final TableDeclaration table;
  private final List<IndicatorDeclaration> indicators;
  private final SharedLibrary library;
  private final FormerTables former;
  private final String codeVersion;
  private final StructType type;

  private String account = "";

  /**
   * Values of every indicator of the library.
   *
   * @param former where the values of indicators are taken from of which nothing changed
   */
  public IndicatorProducer(
      TableDeclaration table, DeclarationLibrary library, FormerTables former, String codeVersion) {
    this(table, library, library.indicators(), former, codeVersion);
  }

  /** Values of some indicators of the library, all computed. */
  public IndicatorProducer(
      TableDeclaration table,
      DeclarationLibrary library,
      List<IndicatorDeclaration> indicators,
      String codeVersion) {
    this(table, library, indicators, FormerTables.none(), codeVersion);
  }

  private IndicatorProducer(
      TableDeclaration table,
      DeclarationLibrary library,
      List<IndicatorDeclaration> indicators,
      FormerTables former,
      String codeVersion) {
    this.table = table;
    this.indicators = List.copyOf(indicators);
    this.library = SharedLibrary.of(library);
    this.former = former;
    this.codeVersion = codeVersion;
    this.type = ContractTypes.struct(table.contract());
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return indicators.stream().flatMap(IndicatorInputs::read).distinct().sorted().toList();
  }

  @Override
  public String account() {
    return account;
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    RecomputedIndicators recomputed =
        RecomputedIndicators.of(indicators, inputs(relations), former);
    account = recomputed.text();
    List<IndicatorDeclaration> own =
        recomputed.all().stream().filter(i -> i.method() != Method.DERIVED).toList();
    List<IndicatorDeclaration> derived =
        recomputed.all().stream().filter(i -> i.method() == Method.DERIVED).toList();
    Dataset<Row> computed = valued(new IndicatorParts(relations).all(own), relations);
    Dataset<Row> values = recomputed.kept().map(computed::unionByName).orElse(computed);
    if (derived.isEmpty()) {
      return values;
    }
    // What derived indicators follow from is computed once, not for them again.
    Dataset<Row> standing = values.localCheckpoint();
    return standing.unionByName(derived(derived, standing, relations));
  }

  /**
   * The values of the derived indicators alone.
   *
   * @param values rows of this table that they follow from
   */
  public Dataset<Row> derived(Dataset<Row> values, Relations relations) {
    List<IndicatorDeclaration> derived =
        indicators.stream().filter(i -> i.method() == Method.DERIVED).toList();
    return derived(derived, values, relations);
  }

  private Dataset<Row> derived(
      List<IndicatorDeclaration> derived, Dataset<Row> values, Relations relations) {
    return valued(new DerivedParts(library, derived).of(values), relations);
  }

  private IndicatorInputs inputs(Relations relations) {
    return new IndicatorInputs(table, library.library(), codeVersion, relations);
  }

  private Dataset<Row> valued(Dataset<Row> parts, Relations relations) {
    IndicatorInputs inputs = inputs(relations);
    Map<String, Map<String, Long>> snapshots = new HashMap<>();
    indicators.forEach(i -> snapshots.put(i.code(), inputs.snapshots(i)));
    return parts.map(valuer(library, snapshots, codeVersion, type), Encoders.row(type));
  }

  private static MapFunction<Row, Row> valuer(
      SharedLibrary library,
      Map<String, Map<String, Long>> snapshots,
      String codeVersion,
      StructType type) {
    return part -> {
      Map<String, @Nullable Object> row = RowCodec.map(part);
      String code = part.getAs("indicator_code");
      IndicatorDeclaration indicator = library.library().findIndicator(code).orElseThrow();
      BigDecimal value =
          IndicatorAlgebra.value(
              indicator.multiplier(), part.getAs("numerator"), part.getAs("denominator"));
      row.put("value", value);
      row.put("unit_measure", indicator.unit());
      row.put("obs_status", IndicatorAlgebra.status(value, part.getAs("obs_status")));
      String given = part.getAs("value_status");
      row.put(
          "value_status", given != null ? given : IndicatorAlgebra.valueStatus(indicator.method()));
      row.put("quality", IndicatorAlgebra.quality(part.getAs("quality")));
      row.put("definition_hash", indicator.contentHash());
      row.put("input_snapshots", snapshots.getOrDefault(code, Map.of()));
      row.put("code_version", codeVersion);
      return RowCodec.row(row, type);
    };
  }
}
