package org.citylake.batchjobs.index;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.conform.DistrictProducer;
import org.citylake.batchjobs.index.EditionPanel.Cell;
import org.citylake.batchjobs.indicator.DivisionFigure;
import org.citylake.batchjobs.indicator.DivisionFigures;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.value.Selector;
import org.citylake.core.value.TimePeriod;
import org.citylake.entities.division.DivisionLineage;
import org.citylake.metrics.index.CompiledEdition;
import org.citylake.metrics.index.panel.Datum;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.indicator.restated.RestatedFigure;
import org.jspecify.annotations.Nullable;

/**
 * The panels of editions: for each unit and indicator the value of the data period, or of every
 * year that has one where the edition names no period, from {@code metric.indicator_value}, on the
 * divisions that the units are (see {@link DivisionFigures}); and the first target that is due at
 * the period's end or later from {@code metric.indicator_target}. What has neither is not in the
 * panel. The tables are read once.
 */
final class PanelReader {
  static final String VALUES = "metric.indicator_value";
  static final String TARGETS = "metric.indicator_target";

  /** Tables that panels are read from. */
  static final List<String> INPUTS = List.of(DistrictProducer.TABLE, TARGETS, VALUES);

  private final DeclarationLibrary library;
  private final DivisionFigures figures;

  /** Period to indicator to area to its row. */
  private final Map<String, Map<String, Map<String, Row>>> values = new TreeMap<>();

  /** In the order of their due periods. */
  private final List<Row> targets;

  PanelReader(DeclarationLibrary library, Relations relations) {
    this.library = library;
    this.figures =
        new DivisionFigures(
            relations.has(DistrictProducer.TABLE)
                ? DistrictProducer.lineage(relations.load(DistrictProducer.TABLE))
                : DivisionLineage.ofVersions(List.of()),
            library);
    for (Row row :
        relations
            .load(VALUES)
            .where(col("value").isNotNull())
            .drop("input_snapshots", "evidence")
            .collectAsList()) {
      values
          .computeIfAbsent(row.getAs("time_period"), p -> new HashMap<>())
          .computeIfAbsent(row.getAs("indicator_code"), i -> new HashMap<>())
          .put(row.getAs("ref_area"), row);
    }
    this.targets =
        relations
            .load(TARGETS)
            .where(col("target").isNotNull())
            .sort(col("time_period"), col("source_id"), col("source_key"))
            .collectAsList();
  }

  /** Snapshots of the {@link #INPUTS} that are there. */
  static Map<String, Long> snapshots(Relations relations) {
    Map<String, Long> snapshots = new TreeMap<>();
    INPUTS.stream()
        .filter(relations::has)
        .forEach(name -> snapshots.put(name, relations.snapshot(name)));
    return snapshots;
  }

  EditionPanel read(CompiledEdition compiled) {
    EditionDeclaration edition = compiled.edition();
    List<Datum> data = new ArrayList<>();
    Set<Cell> restated = new HashSet<>();
    Set<String> codes = new TreeSet<>(compiled.variables());
    for (String period :
        edition
            .dataPeriod()
            .map(List::of)
            .orElseGet(() -> values.keySet().stream().filter(p -> p.matches("\\d{4}")).toList())) {
      boolean due = edition.dataPeriod().isPresent() || !data(edition, codes, period).isEmpty();
      for (Cell cell : due ? cells(edition, codes, period) : List.<Cell>of()) {
        DivisionFigure figure = figure(edition, cell);
        Row target = target(cell);
        if (figure != null || target != null) {
          data.add(datum(cell, figure, target));
        }
        if (figure != null && figure.restated()) {
          restated.add(cell);
        }
      }
    }
    return new EditionPanel(compiled.restrict(Panel.of(data)), restated);
  }

  /** The cells of a period that have a figure. */
  private List<Cell> data(EditionDeclaration edition, Set<String> codes, String period) {
    return cells(edition, codes, period).stream()
        .filter(cell -> figure(edition, cell) != null)
        .toList();
  }

  private static List<Cell> cells(EditionDeclaration edition, Set<String> codes, String period) {
    return edition.units().stream()
        .flatMap(unit -> codes.stream().map(code -> new Cell(period, unit, code)))
        .toList();
  }

  private @Nullable DivisionFigure figure(EditionDeclaration edition, Cell cell) {
    LocalDate end = TimePeriod.parse(cell.period()).end();
    Map<String, Row> byArea =
        values.getOrDefault(cell.period(), Map.of()).getOrDefault(cell.indicator(), Map.of());
    return figures
        .find(
            cell.unit(),
            edition.bordersOn().orElse(end.minusDays(1)),
            cell.indicator(),
            cell.period(),
            byArea)
        .orElse(null);
  }

  private @Nullable Row target(Cell cell) {
    LocalDate end = TimePeriod.parse(cell.period()).end();
    return targets.stream()
        .filter(
            row ->
                cell.indicator().equals(row.getAs("indicator_code"))
                    && cell.unit().equals(row.getAs("ref_area"))
                    && !TimePeriod.parse(row.getAs("time_period")).end().isBefore(end))
        .findFirst()
        .orElse(null);
  }

  private Datum datum(Cell cell, @Nullable DivisionFigure figure, @Nullable Row target) {
    List<String> evidence = new ArrayList<>();
    if (figure != null) {
      figure
          .rows()
          .forEach(
              row ->
                  evidence.add(selector(VALUES, row, "indicator_code", "ref_area", "time_period")));
    }
    if (target != null) {
      evidence.add(selector(TARGETS, target, "source_id", "source_key"));
    }
    return new Datum(
        cell.unit(),
        cell.period(),
        cell.indicator(),
        figure == null ? null : number(figure.figure().value()),
        figure == null ? Datum.MISSING : status(figure.figure()),
        target == null ? null : number(target.getAs("target")),
        direction(cell.indicator(), target),
        evidence);
  }

  private static String status(RestatedFigure figure) {
    return figure.reason().isPresent() ? Status.NOT_RESTATABLE.text() : figure.valueStatus();
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

  private static @Nullable Double number(java.math.@Nullable BigDecimal exact) {
    return exact == null ? null : exact.doubleValue();
  }

  private static String selector(String table, Row row, String... columns) {
    Map<String, String> address = new LinkedHashMap<>();
    for (String column : columns) {
      address.put(column, row.getAs(column));
    }
    return new Selector(table, address).toString();
  }
}
