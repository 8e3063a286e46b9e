package org.citylake.batchjobs.index;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.value.Selector;
import org.citylake.core.value.TimePeriod;
import org.citylake.metrics.index.Datum;
import org.citylake.metrics.index.Panel;
import org.jspecify.annotations.Nullable;

/**
 * The panel of an edition: for each unit and indicator the value of the data period from {@code
 * metric.indicator_value} and the first target that is due after it from {@code
 * metric.indicator_target}. What has neither is not in the panel.
 */
final class PanelReader {
  static final String VALUES = "metric.indicator_value";
  static final String TARGETS = "metric.indicator_target";

  private final DeclarationLibrary library;

  PanelReader(DeclarationLibrary library) {
    this.library = library;
  }

  Panel read(EditionDeclaration edition, Relations relations) {
    Map<String, Row> values = new HashMap<>();
    rows(edition, relations.load(VALUES), "indicator_code")
        .where(col("time_period").equalTo(edition.dataPeriod()).and(col("value").isNotNull()))
        .collectAsList()
        .forEach(row -> values.put(key(row), row));
    Map<String, Row> targets = new HashMap<>();
    LocalDate end = TimePeriod.parse(edition.dataPeriod()).end();
    rows(edition, relations.load(TARGETS), "indicator_code")
        .where(col("target").isNotNull())
        .sort(col("time_period"), col("source_id"), col("source_key"))
        .collectAsList()
        .stream()
        .filter(row -> TimePeriod.parse(row.getAs("time_period")).end().isAfter(end))
        .forEach(row -> targets.putIfAbsent(key(row), row));
    Set<String> keys = new TreeSet<>(values.keySet());
    keys.addAll(targets.keySet());
    List<Datum> data = new ArrayList<>();
    for (String key : keys) {
      data.add(datum(edition, values.get(key), targets.get(key)));
    }
    return new Panel(data).restrictedTo(edition);
  }

  private Datum datum(EditionDeclaration edition, @Nullable Row value, @Nullable Row target) {
    Row any = value == null ? java.util.Objects.requireNonNull(target) : value;
    String indicator = any.getAs("indicator_code");
    List<String> evidence = new ArrayList<>();
    if (value != null) {
      evidence.add(selector(VALUES, value, "indicator_code", "ref_area", "time_period"));
    }
    if (target != null) {
      evidence.add(selector(TARGETS, target, "source_id", "source_key"));
    }
    return new Datum(
        any.getAs("ref_area"),
        edition.dataPeriod(),
        indicator,
        number(value, "value"),
        value == null ? Datum.MISSING : value.getAs("value_status"),
        number(target, "target"),
        direction(indicator, target),
        evidence);
  }

  private Direction direction(String indicator, @Nullable Row target) {
    return library
        .findIndicator(indicator)
        .map(IndicatorDeclaration::direction)
        .orElseGet(
            () -> {
              String said = target == null ? null : target.getAs("direction");
              return said == null
                  ? Direction.NEUTRAL
                  : Direction.valueOf(said.toUpperCase(Locale.ROOT));
            });
  }

  private static @Nullable Double number(@Nullable Row row, String column) {
    BigDecimal exact = row == null ? null : row.getAs(column);
    return exact == null ? null : exact.doubleValue();
  }

  private static String selector(String table, Row row, String... columns) {
    Map<String, String> address = new java.util.LinkedHashMap<>();
    for (String column : columns) {
      address.put(column, row.getAs(column));
    }
    return new Selector(table, address).toString();
  }

  private static Dataset<Row> rows(EditionDeclaration edition, Dataset<Row> table, String code) {
    Set<String> codes = edition.nodes().stream().map(Node::code).collect(Collectors.toSet());
    return table.where(
        col("ref_area").isInCollection(edition.units()).and(col(code).isInCollection(codes)));
  }

  private static String key(Row row) {
    return row.getAs("ref_area") + "/" + row.getAs("indicator_code");
  }
}
