package org.citylake.batchjobs.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.conform.AreaVersions;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.SqlFile;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.metrics.indicator.ReportedRule;

/**
 * Numerators and denominators of indicators that are not derived: of each computed one by its own
 * SQL, of all reported ones by the one rule for them. Columns are those of {@link #TYPE}.
 */
final class IndicatorParts {
  static final StructType TYPE =
      new StructType()
          .add("indicator_code", DataTypes.StringType)
          .add("ref_area", DataTypes.StringType)
          .add("ref_area_valid_from", DataTypes.DateType)
          .add("time_period", DataTypes.StringType)
          .add("numerator", DataTypes.createDecimalType(38, 10))
          .add("denominator", DataTypes.createDecimalType(38, 10))
          .add("obs_status", DataTypes.StringType)
          .add("value_status", DataTypes.StringType)
          .add("quality", DataTypes.StringType)
          .add("evidence", DataTypes.createArrayType(DataTypes.StringType));

  private static final List<String> OPTIONAL =
      List.of("indicator_code", "ref_area_valid_from", "obs_status", "value_status", "quality");

  private final Relations relations;

  IndicatorParts(Relations relations) {
    this.relations = relations;
  }

  /** The parts of the given indicators together. */
  Dataset<Row> all(List<IndicatorDeclaration> indicators) {
    Dataset<Row> parts = MadeRows.of(relations.session(), List.of(), TYPE);
    Map<String, String> units = new HashMap<>();
    for (IndicatorDeclaration indicator : indicators) {
      switch (indicator.method()) {
        case REPORTED -> units.put(indicator.code(), indicator.unit());
        case COMPUTED -> parts = parts.unionByName(computed(indicator));
        case DERIVED ->
            throw new IllegalArgumentException(indicator.code() + " has no parts of its own");
      }
    }
    if (!units.isEmpty()) {
      parts = parts.unionByName(reported(units));
    }
    return AreaVersions.fill(parts, relations);
  }

  private Dataset<Row> computed(IndicatorDeclaration indicator) {
    SqlFile file =
        new SqlFile(indicator.folder().resolve("indicator.sql"), indicator.sql().orElseThrow());
    relations.offer(indicator.inputs());
    Dataset<Row> rows = file.run(relations.session(), Map.of());
    return fit(rows, file).withColumn("indicator_code", lit(indicator.code()));
  }

  private Dataset<Row> reported(Map<String, String> units) {
    SqlFile file = new SqlFile(java.nio.file.Path.of(ReportedRule.RESOURCE), ReportedRule.sql());
    return fit(file.run(relations.session(), Map.of("units", units(units))), file);
  }

  private static Column units(Map<String, String> units) {
    return org.apache.spark.sql.functions.map(
        units.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(e -> java.util.stream.Stream.of(lit(e.getKey()), lit(e.getValue())))
            .toArray(Column[]::new));
  }

  private static Dataset<Row> fit(Dataset<Row> rows, SqlFile file) {
    List<String> given = Arrays.asList(rows.columns());
    Column[] columns =
        Arrays.stream(TYPE.fields()).map(f -> column(f, given, file)).toArray(Column[]::new);
    return rows.select(columns);
  }

  private static Column column(StructField field, List<String> given, SqlFile file) {
    if (given.contains(field.name())) {
      return col(field.name()).cast(field.dataType()).as(field.name());
    }
    if (OPTIONAL.contains(field.name())) {
      return lit(null).cast(field.dataType()).as(field.name());
    }
    throw new CityLakeException(
        Kind.DATA, file.file() + " gives no column '" + field.name() + "', it gives " + given);
  }
}
