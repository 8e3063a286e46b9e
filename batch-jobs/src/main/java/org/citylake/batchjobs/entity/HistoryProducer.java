package org.citylake.batchjobs.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.entities.golden.IdHistory;
import org.jspecify.annotations.Nullable;

/** Where old ids lead, or what happened to ids, of all entities. */
final class HistoryProducer implements TableProducer {
  static final String ALIASES = "city.entity_alias";
  static final String CHANGES = "city.entity_change";

  private final TableDeclaration table;
  private final List<EntityMerge> merges;

  HistoryProducer(TableDeclaration table, List<EntityMerge> merges) {
    this.table = table;
    this.merges = List.copyOf(merges);
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return EntityMerge.inputs(merges);
  }

  /** It goes on from what the run before left, so it is no function of the inputs alone. */
  @Override
  public boolean goesOn() {
    return true;
  }

  @Override
  public Map<String, Consumer<Relations>> shared() {
    return EntityMerge.shared(merges);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    StructType type = ContractTypes.struct(table.contract());
    Map<String, Map<String, @Nullable Object>> rows = new TreeMap<>();
    for (EntityMerge merge : merges) {
      if (table.fullName().equals(ALIASES)) {
        aliases(merge, relations, rows);
      } else {
        changes(merge, relations, rows);
      }
    }
    List<Row> made = new ArrayList<>();
    rows.values().forEach(row -> made.add(RowCodec.row(row, type)));
    return MadeRows.of(relations.session(), made, type);
  }

  private static void aliases(
      EntityMerge merge, Relations relations, Map<String, Map<String, @Nullable Object>> rows) {
    String entity = merge.declaration().entity();
    merge
        .result(relations)
        .history()
        .aliases()
        .forEach(
            (old, alias) -> {
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              row.put("entity", entity);
              row.put("old_id", old);
              row.put("city_id", alias.id());
              row.put("since", alias.since());
              rows.put(entity + "/" + old, row);
            });
  }

  private static void changes(
      EntityMerge merge, Relations relations, Map<String, Map<String, @Nullable Object>> rows) {
    String entity = merge.declaration().entity();
    for (Row former : merge.formerChanges()) {
      add(rows, RowCodec.map(former));
    }
    EntityMerge.Merged merged = merge.result(relations);
    for (IdHistory.Change change : merged.history().changes()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("entity", entity);
      row.put("city_id", change.id());
      row.put("changed_on", merged.day());
      row.put("change", change.kind().name().toLowerCase(Locale.ROOT));
      row.put("other_id", change.other().orElse(null));
      row.put("records", (long) change.records());
      add(rows, row);
    }
  }

  private static void add(
      Map<String, Map<String, @Nullable Object>> rows, Map<String, @Nullable Object> row) {
    rows.put(
        row.get("entity")
            + "/"
            + row.get("city_id")
            + "/"
            + row.get("changed_on")
            + "/"
            + row.get("change"),
        row);
  }
}
