package org.citylake.batchjobs.indicator;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.conform.AreaVersions;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.batchjobs.spark.SharedLibrary;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.metrics.indicator.IndicatorAlgebra;
import org.citylake.metrics.indicator.ReportedRule;
import org.jspecify.annotations.Nullable;

/** {@code metric.indicator_value}: the values of all declared indicators. */
public final class IndicatorProducer implements TableProducer {
  /** The table that it gives. */
  public static final String TABLE = "metric.indicator_value";

  private final TableDeclaration table;
  private final List<IndicatorDeclaration> indicators;
  private final SharedLibrary library;
  private final String codeVersion;
  private final StructType type;

  /** Values of every indicator of the library. */
  public IndicatorProducer(TableDeclaration table, DeclarationLibrary library, String codeVersion) {
    this(table, library, library.indicators(), codeVersion);
  }

  /** Values of some indicators of the library. */
  public IndicatorProducer(
      TableDeclaration table,
      DeclarationLibrary library,
      List<IndicatorDeclaration> indicators,
      String codeVersion) {
    this.table = table;
    this.indicators = List.copyOf(indicators);
    this.library = SharedLibrary.of(library);
    this.codeVersion = codeVersion;
    this.type = ContractTypes.struct(table.contract());
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return indicators.stream().flatMap(i -> inputs(i)).distinct().sorted().toList();
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    List<IndicatorDeclaration> own =
        indicators.stream().filter(i -> i.method() != Method.DERIVED).toList();
    Dataset<Row> values = valued(new IndicatorParts(relations).all(own), relations);
    if (own.size() == indicators.size()) {
      return values;
    }
    // What derived indicators follow from is computed once, not for them again.
    Dataset<Row> standing = values.localCheckpoint();
    return standing.unionByName(derived(standing, relations));
  }

  /**
   * The values of the derived indicators alone.
   *
   * @param values rows of this table that they follow from
   */
  public Dataset<Row> derived(Dataset<Row> values, Relations relations) {
    List<IndicatorDeclaration> derived =
        indicators.stream().filter(i -> i.method() == Method.DERIVED).toList();
    return valued(new DerivedParts(library, derived).of(values), relations);
  }

  private Dataset<Row> valued(Dataset<Row> parts, Relations relations) {
    Map<String, Map<String, Long>> snapshots = new HashMap<>();
    for (IndicatorDeclaration indicator : indicators) {
      Map<String, Long> read = new TreeMap<>();
      reached(indicator)
          .filter(relations::has)
          .forEach(name -> read.put(name, relations.snapshot(name)));
      snapshots.put(indicator.code(), read);
    }
    return parts.map(valuer(library, snapshots, codeVersion, type), Encoders.row(type));
  }

  /** The tables behind an indicator; of a derived one those behind all that it follows from. */
  private Stream<String> reached(IndicatorDeclaration indicator) {
    return indicator.method() == Method.DERIVED
        ? indicator.derivation().codes().stream()
            .flatMap(code -> library.library().findIndicator(code).stream())
            .flatMap(this::reached)
        : inputs(indicator);
  }

  private static Stream<String> inputs(IndicatorDeclaration indicator) {
    List<String> read =
        indicator.method() == Method.REPORTED ? ReportedRule.INPUTS : indicator.inputs();
    return Stream.concat(read.stream(), Stream.of(AreaVersions.DISTRICT)).distinct();
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
