package org.citylake.batchjobs.index;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.RobustnessDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.robustness.DrawRunner;
import org.citylake.metrics.index.robustness.RobustnessAnalysis;
import org.citylake.metrics.index.robustness.UnitUncertainty;
import org.citylake.metrics.index.robustness.VariedEdition;

/**
 * {@code metric.index_robustness}: how far ranks and scores move over the draws that an edition
 * declares, for every period in which at least the edition's minimum of units is scored. Editions
 * without {@code robustness:} have no rows.
 */
public final class RobustnessProducer implements TableProducer {
  /** The table that it gives. */
  public static final String TABLE = "metric.index_robustness";

  private final TableDeclaration table;
  private final DeclarationLibrary library;
  private final String codeVersion;
  private final StructType type;

  /** The producer for every edition of the library. */
  public RobustnessProducer(
      TableDeclaration table, DeclarationLibrary library, String codeVersion) {
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
    List<String> inputs = new ArrayList<>(PanelReader.INPUTS);
    inputs.add(IndexProducer.SCORES);
    return inputs;
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    Map<String, Long> snapshots = PanelReader.snapshots(relations);
    Map<String, Set<String>> periods = periodsToVary(relations);
    PanelReader reader = new PanelReader(library, relations);
    List<Row> all = new ArrayList<>();
    for (EditionDeclaration edition : library.editions()) {
      Set<String> ofEdition = periods.getOrDefault(edition.id(), Set.of());
      if (!ofEdition.isEmpty()) {
        RobustnessDeclaration declared = edition.robustness().orElseThrow();
        for (UnitUncertainty unit : vary(edition, declared, reader)) {
          if (unit.nominalScore() != null && ofEdition.contains(unit.period())) {
            all.add(
                RowCodec.row(
                    IndexRows.robustness(unit, edition, declared, snapshots, codeVersion), type));
          }
        }
      }
    }
    return MadeRows.of(relations.session(), all, type);
  }

  private static List<UnitUncertainty> vary(
      EditionDeclaration edition, RobustnessDeclaration declared, PanelReader reader) {
    return RobustnessAnalysis.of(
            VariedEdition.load(edition), reader.read(IndexEngine.compile(edition)).panel())
        .uncertainty(declared.draws(), declared.seed(), DrawRunner.quiet())
        .units();
  }

  /** Edition to the periods in which enough units are scored. */
  private Map<String, Set<String>> periodsToVary(Relations relations) {
    Map<String, Integer> minimum = new TreeMap<>();
    library.editions().stream()
        .filter(e -> e.lakehouse() && e.robustness().isPresent())
        .forEach(e -> minimum.put(e.id(), e.minimumUnits()));
    Map<String, Set<String>> periods = new HashMap<>();
    relations
        .load(IndexProducer.SCORES)
        .where(
            col("level")
                .equalTo(0)
                .and(col("score").isNotNull())
                .and(col("edition").isInCollection(minimum.keySet())))
        .groupBy("edition", "time_period")
        .count()
        .collectAsList()
        .forEach(
            row -> {
              String edition = row.getAs("edition");
              if (row.<Long>getAs("count") >= minimum.getOrDefault(edition, 1)) {
                periods
                    .computeIfAbsent(edition, e -> new TreeSet<>())
                    .add(row.getAs("time_period"));
              }
            });
    return periods;
  }
}
