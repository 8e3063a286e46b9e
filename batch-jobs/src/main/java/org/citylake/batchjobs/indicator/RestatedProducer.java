package org.citylake.batchjobs.indicator;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.conform.DistrictProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.value.Selector;
import org.citylake.entities.division.DivisionLineage;
import org.citylake.entities.division.DivisionVersion;
import org.citylake.metrics.indicator.restated.RestatedFigure;
import org.jspecify.annotations.Nullable;

/**
 * {@code metric.indicator_value_restated}: the values on today's divisions. Those of divisions that
 * stand, and of the city, are taken over; those of divisions that have ended are restated on what
 * they were merged into.
 */
public final class RestatedProducer implements TableProducer {
  /** The table that it gives. */
  public static final String TABLE = "metric.indicator_value_restated";

  private static final LocalDate TODAY = LocalDate.MAX;

  private final TableDeclaration table;
  private final DeclarationLibrary library;
  private final String codeVersion;
  private final StructType type;

  /** The values of every indicator of the library. */
  public RestatedProducer(TableDeclaration table, DeclarationLibrary library, String codeVersion) {
    this.table = table;
    this.library = library;
    this.codeVersion = codeVersion;
    this.type = ContractTypes.struct(table.contract());
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return List.of(DistrictProducer.TABLE, IndicatorProducer.TABLE);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    Dataset<Row> districts = relations.load(DistrictProducer.TABLE);
    Dataset<Row> values = relations.load(IndicatorProducer.TABLE);
    Dataset<Row> today =
        broadcast(
            districts
                .where(col("valid_to").isNull())
                .select(col("code").as("ref_area"), col("valid_from").as("ref_area_valid_from")));
    List<String> version = List.of("ref_area", "ref_area_valid_from");
    Dataset<Row> standing =
        values
            .where(col("ref_area_valid_from").isNull())
            .unionByName(semiJoin(values, today, version, "left_semi"))
            .withColumn("restated", lit(false))
            .withColumn("not_restatable", lit(null).cast("string"));
    List<Row> former =
        semiJoin(values.where(col("ref_area_valid_from").isNotNull()), today, version, "left_anti")
            .collectAsList();
    Dataset<Row> restated =
        MadeRows.of(relations.session(), restated(former, districts, relations), type);
    // A source may give a figure of former times on today's borders itself.
    return standing.unionByName(
        semiJoin(
            restated,
            standing.select("indicator_code", "ref_area", "time_period"),
            List.of("indicator_code", "ref_area", "time_period"),
            "left_anti"));
  }

  private static Dataset<Row> semiJoin(
      Dataset<Row> rows, Dataset<Row> with, List<String> columns, String kind) {
    Column same =
        columns.stream()
            .map(name -> rows.col(name).equalTo(with.col(name)))
            .reduce(Column::and)
            .orElseThrow();
    return rows.join(with, same, kind);
  }

  private List<Row> restated(List<Row> former, Dataset<Row> districts, Relations relations) {
    DivisionLineage lineage = DistrictProducer.lineage(districts);
    List<DivisionVersion> merged =
        lineage.versions().stream()
            .filter(v -> v.validTo().isEmpty() && !v.predecessors().isEmpty())
            .toList();
    Map<String, Long> snapshots = new TreeMap<>();
    inputs().forEach(name -> snapshots.put(name, relations.snapshot(name)));
    DivisionFigures figures = new DivisionFigures(lineage, library);
    List<Row> rows = new ArrayList<>();
    byIndicatorAndPeriod(former)
        .forEach(
            byArea -> {
              Row any = byArea.values().iterator().next();
              IndicatorDeclaration indicator =
                  library.findIndicator(any.getAs("indicator_code")).orElseThrow();
              String period = any.getAs("time_period");
              for (DivisionVersion division : merged) {
                Optional<DivisionFigure> found =
                    figures.find(division.code(), TODAY, indicator.code(), period, byArea);
                found.ifPresent(
                    figure -> {
                      Map<String, @Nullable Object> row = columns(indicator, division, figure);
                      row.put("time_period", period);
                      row.put("input_snapshots", snapshots);
                      rows.add(RowCodec.row(row, type));
                    });
              }
            });
    return rows;
  }

  private static Stream<Map<String, Row>> byIndicatorAndPeriod(List<Row> former) {
    Map<String, Map<String, Row>> groups = new TreeMap<>();
    for (Row row : former) {
      groups
          .computeIfAbsent(
              row.getAs("indicator_code") + "\n" + row.getAs("time_period"), k -> new HashMap<>())
          .put(row.getAs("ref_area"), row);
    }
    return groups.values().stream();
  }

  private Map<String, @Nullable Object> columns(
      IndicatorDeclaration indicator, DivisionVersion division, DivisionFigure found) {
    RestatedFigure figure = found.figure();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("indicator_code", indicator.code());
    row.put("ref_area", division.code());
    row.put("ref_area_valid_from", division.validFrom());
    row.put("value", figure.value());
    row.put("numerator", figure.numerator());
    row.put("denominator", figure.denominator());
    row.put("unit_measure", indicator.unit());
    row.put("obs_status", figure.obsStatus());
    row.put("value_status", figure.valueStatus());
    row.put("quality", figure.quality());
    row.put("restated", found.restated());
    row.put(
        "not_restatable", figure.reason().map(r -> r.name().toLowerCase(Locale.ROOT)).orElse(null));
    row.put("evidence", found.rows().stream().map(RestatedProducer::selector).toList());
    row.put("definition_hash", indicator.contentHash());
    row.put("code_version", codeVersion);
    return row;
  }

  private static String selector(Row row) {
    Map<String, String> address = new LinkedHashMap<>();
    for (String column : List.of("indicator_code", "ref_area", "time_period")) {
      address.put(column, row.getAs(column));
    }
    return new Selector(IndicatorProducer.TABLE, address).toString();
  }
}
