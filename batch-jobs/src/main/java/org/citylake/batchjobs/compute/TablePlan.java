package org.citylake.batchjobs.compute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.batchjobs.analysis.AnalysisTables;
import org.citylake.batchjobs.conform.ConformProducer;
import org.citylake.batchjobs.conform.DistrictProducer;
import org.citylake.batchjobs.credit.CreditTables;
import org.citylake.batchjobs.entity.EntityInputs;
import org.citylake.batchjobs.entity.EntityTables;
import org.citylake.batchjobs.index.IndexProducer;
import org.citylake.batchjobs.index.RobustnessProducer;
import org.citylake.batchjobs.indicator.IndicatorProducer;
import org.citylake.batchjobs.indicator.IndicatorStateProducer;
import org.citylake.batchjobs.indicator.RestatedProducer;
import org.citylake.batchjobs.spark.FormerTables;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;

/**
 * Which tables the batch computes, each after those that it reads. It follows from the declarations
 * alone: a query, a mapping to the table, a code list of the table's name, or one of the tables
 * that the platform itself computes.
 */
public final class TablePlan {
  private final DeclarationLibrary library;
  private final FormerTables former;
  private final String codeVersion;
  private final AnalysisTables analyses;
  private final EntityTables entities;
  private final CreditTables credit;

  private TablePlan(
      DeclarationLibrary library, FormerTables former, EntityInputs inputs, String codeVersion) {
    this.library = library;
    this.former = former;
    this.codeVersion = codeVersion;
    this.analyses = new AnalysisTables(library, codeVersion);
    this.entities = new EntityTables(library, inputs);
    this.credit = new CreditTables(library, codeVersion);
  }

  /**
   * The producers in an order in which each finds its inputs.
   *
   * @param former of which producers may keep rows
   * @param inputs what golden records are made from beside the raw rows
   * @throws CityLakeException of kind DATA when tables read each other in a circle
   */
  public static List<TableProducer> of(
      DeclarationLibrary library, FormerTables former, EntityInputs inputs, String codeVersion) {
    return new TablePlan(library, former, inputs, codeVersion).ordered();
  }

  private List<TableProducer> ordered() {
    Map<String, TableProducer> waiting = new TreeMap<>();
    for (TableDeclaration table : library.tables()) {
      producer(table).ifPresent(p -> waiting.put(table.fullName(), p));
    }
    Map<String, TableProducer> ordered = new LinkedHashMap<>();
    while (!waiting.isEmpty()) {
      List<TableProducer> ready =
          waiting.values().stream()
              .filter(p -> p.inputs().stream().noneMatch(waiting::containsKey))
              .toList();
      if (ready.isEmpty()) {
        throw new CityLakeException(
            Kind.DATA,
            "These tables read each other in a circle, so none can be computed first: "
                + waiting.keySet());
      }
      boolean city = ready.stream().anyMatch(p -> p.table().namespace().equals("city"));
      for (TableProducer producer : ready) {
        if (city && !producer.table().namespace().equals("city")) {
          continue;
        }
        ordered.put(producer.table().fullName(), producer);
        waiting.remove(producer.table().fullName());
      }
    }
    return List.copyOf(new ArrayList<>(ordered.values()));
  }

  private Optional<TableProducer> producer(TableDeclaration table) {
    if (table.query().isPresent()) {
      return Optional.of(new QueryProducer(table));
    }
    switch (table.fullName()) {
      case DistrictProducer.TABLE:
        return Optional.of(new DistrictProducer(table, library));
      case IndicatorProducer.TABLE:
        return Optional.of(new IndicatorProducer(table, library, former, codeVersion));
      case IndicatorStateProducer.TABLE:
        return Optional.of(new IndicatorStateProducer(table, library, codeVersion));
      case RestatedProducer.TABLE:
        return Optional.of(new RestatedProducer(table, library, codeVersion));
      case IndexProducer.SCORES:
        return Optional.of(IndexProducer.scores(table, library, codeVersion));
      case IndexProducer.TRACE:
        return Optional.of(IndexProducer.trace(table, library));
      case RobustnessProducer.TABLE:
        return Optional.of(new RobustnessProducer(table, library, codeVersion));
      default:
        break;
    }
    Optional<TableProducer> special =
        analyses.find(table).or(() -> entities.find(table)).or(() -> credit.find(table));
    if (special.isPresent()) {
      return special;
    }
    if (!ConformProducer.sources(table.fullName(), library).isEmpty()) {
      return Optional.of(new ConformProducer(table, library));
    }
    return library.codelists().stream()
        .filter(c -> table.fullName().equals("city." + c.id()))
        .map(c -> (TableProducer) new CodelistProducer(table, c))
        .findFirst();
  }
}
