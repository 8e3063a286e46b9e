package org.citylake.batchjobs.index;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.value.Selector;
import org.citylake.core.value.TimePeriod;
import org.citylake.metrics.index.CompiledEdition;
import org.citylake.metrics.index.panel.Datum;
import org.citylake.metrics.index.panel.Panel;
import org.jspecify.annotations.Nullable;

/**
 * The panel of an edition: for each unit and indicator the value of the data period, or of every
 * year that has one where the edition names no period, from {@code metric.indicator_value}, and the
 * first target that is due at the period's end or later from {@code metric.indicator_target}. What
 * has neither is not in the panel.
 */
final class PanelReader {
  static final String VALUES = "metric.indicator_value";
  static final String TARGETS = "metric.indicator_target";

  private final DeclarationLibrary library;

  PanelReader(DeclarationLibrary library) {
    this.library = library;
  }

  Panel read(CompiledEdition compiled, Relations relations) {
    EditionDeclaration edition = compiled.edition();
    Map<Key, Row> values = new HashMap<>();
    Dataset<Row> all = rows(compiled, relations.load(VALUES)).where(col("value").isNotNull());
    Optional<String> period = edition.dataPeriod();
    (period.isPresent()
            ? all.where(col("time_period").equalTo(period.get()))
            : all.where(col("time_period").rlike("^\\d{4}$")))
        .collectAsList()
        .forEach(row -> values.put(Key.of(row, row.getAs("time_period")), row));
    TreeSet<String> periods = new TreeSet<>();
    period.ifPresentOrElse(
        periods::add, () -> values.keySet().forEach(key -> periods.add(key.period())));
    Map<Key, Row> targets = targets(compiled, relations, periods);
    TreeSet<Key> keys = new TreeSet<>(values.keySet());
    keys.addAll(targets.keySet());
    List<Datum> data = new ArrayList<>();
    for (Key key : keys) {
      data.add(datum(key, values.get(key), targets.get(key)));
    }
    return compiled.restrict(Panel.of(data));
  }

  private static Map<Key, Row> targets(
      CompiledEdition compiled, Relations relations, TreeSet<String> periods) {
    List<Row> ordered =
        rows(compiled, relations.load(TARGETS))
            .where(col("target").isNotNull())
            .sort(col("time_period"), col("source_id"), col("source_key"))
            .collectAsList();
    Map<Key, Row> targets = new HashMap<>();
    for (String period : periods) {
      LocalDate end = TimePeriod.parse(period).end();
      ordered.stream()
          .filter(row -> !TimePeriod.parse(row.getAs("time_period")).end().isBefore(end))
          .forEach(row -> targets.putIfAbsent(Key.of(row, period), row));
    }
    return targets;
  }

  private Datum datum(Key key, @Nullable Row value, @Nullable Row target) {
    List<String> evidence = new ArrayList<>();
    if (value != null) {
      evidence.add(selector(VALUES, value, "indicator_code", "ref_area", "time_period"));
    }
    if (target != null) {
      evidence.add(selector(TARGETS, target, "source_id", "source_key"));
    }
    return new Datum(
        key.unit(),
        key.period(),
        key.indicator(),
        number(value, "value"),
        value == null ? Datum.MISSING : value.getAs("value_status"),
        number(target, "target"),
        direction(key.indicator(), target),
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
    Map<String, String> address = new LinkedHashMap<>();
    for (String column : columns) {
      address.put(column, row.getAs(column));
    }
    return new Selector(table, address).toString();
  }

  private static Dataset<Row> rows(CompiledEdition compiled, Dataset<Row> table) {
    return table.where(
        col("ref_area")
            .isInCollection(compiled.edition().units())
            .and(col("indicator_code").isInCollection(compiled.variables())));
  }

  /** A unit's indicator in a period. */
  private record Key(String unit, String indicator, String period) implements Comparable<Key> {
    static Key of(Row row, String period) {
      return new Key(row.getAs("ref_area"), row.getAs("indicator_code"), period);
    }

    @Override
    public int compareTo(Key other) {
      return java.util.Comparator.comparing(Key::period)
          .thenComparing(Key::unit)
          .thenComparing(Key::indicator)
          .compare(this, other);
    }
  }
}
