package org.citylake.batchjobs.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.airquality.AirQualityDays;
import org.citylake.batchjobs.airquality.AirQualityYears;
import org.citylake.batchjobs.compute.TablePlan;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.entity.EntityInputs;
import org.citylake.batchjobs.spark.CurrentRows;
import org.citylake.batchjobs.spark.FormerTables;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.DeclarationLibrary;

/**
 * How one table is computed again and what of it is compared.
 *
 * @param producer computes it
 * @param key columns that tell its rows apart
 * @param notCompared columns that are no figures and may differ
 * @param revised whether rows are only appended and the highest revision of a key is its row
 */
record Recomputation(
    TableProducer producer, List<String> key, Set<String> notCompared, boolean revised) {

  /** Every table that can be computed again, each after those that it is computed from. */
  static List<Recomputation> all(
      DeclarationLibrary library, EntityInputs entities, String codeVersion) {
    List<Recomputation> all = new ArrayList<>();
    library
        .findTable(AirQualityDays.TABLE)
        .ifPresent(t -> all.add(streamed(new AirQualityDays(t, library))));
    library
        .findTable(AirQualityYears.TABLE)
        .ifPresent(t -> all.add(streamed(new AirQualityYears(t, library))));
    for (TableProducer producer :
        TablePlan.of(library, FormerTables.none(), entities, codeVersion)) {
      if (producer.goesOn()) {
        continue;
      }
      // The version of the code, and what is hashed with it, is told apart from the figures.
      all.add(
          new Recomputation(producer, key(producer), Set.of("code_version", "inputs_hash"), false));
    }
    return List.copyOf(all);
  }

  private static Recomputation streamed(TableProducer producer) {
    List<String> key = key(producer).stream().filter(name -> !name.equals("revision")).toList();
    return new Recomputation(producer, key, Set.of("revision", "load_id"), true);
  }

  private static List<String> key(TableProducer producer) {
    return producer.table().contract().primaryKey().stream().map(ContractProperty::name).toList();
  }

  /** {@code namespace.table}. */
  String name() {
    return producer.table().fullName();
  }

  /** What a state of the table says. */
  Dataset<Row> said(Dataset<Row> state) {
    return revised ? CurrentRows.of(state, key) : state;
  }
}
