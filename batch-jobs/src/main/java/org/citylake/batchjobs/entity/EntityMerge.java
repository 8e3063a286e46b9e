package org.citylake.batchjobs.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.entity.MemberReader.Members;
import org.citylake.batchjobs.process.Progress;
import org.citylake.batchjobs.spark.FormerTables;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.entities.golden.GoldenRecord;
import org.citylake.entities.golden.GoldenRecords;
import org.citylake.entities.golden.IdHistory;
import org.citylake.entities.golden.MergeDeclaration;
import org.citylake.entities.golden.MergeFile;
import org.citylake.entities.golden.RecordKey;
import org.jspecify.annotations.Nullable;

/** One entity's merge, done once for all tables that are filled from it. */
final class EntityMerge {
  private final TableDeclaration table;
  private final MergeDeclaration declaration;
  private final DeclarationLibrary library;
  private final EntityInputs inputs;
  private @Nullable Merged merged;

  private EntityMerge(
      TableDeclaration table,
      MergeDeclaration declaration,
      DeclarationLibrary library,
      EntityInputs inputs) {
    this.table = table;
    this.declaration = declaration;
    this.library = library;
    this.inputs = inputs;
  }

  /** All that are declared. */
  static List<EntityMerge> declared(DeclarationLibrary library, EntityInputs inputs) {
    Map<TableDeclaration, MergeDeclaration> declared = new LinkedHashMap<>();
    library.tables().stream()
        .filter(table -> MergeFile.isIn(table.folder()))
        .forEach(table -> declared.put(table, MergeFile.read(table.folder())));
    EntityInputs shared =
        new EntityInputs(
            new SharedValues(inputs.values(), List.copyOf(declared.values())),
            inputs.history(),
            inputs.token());
    List<EntityMerge> merges = new ArrayList<>();
    declared.forEach((table, merge) -> merges.add(new EntityMerge(table, merge, library, shared)));
    return List.copyOf(merges);
  }

  /** Full names of the tables that merges read. */
  static List<String> inputs(List<EntityMerge> merges) {
    return Stream.concat(
            merges.stream().flatMap(merge -> merge.rawTables().stream()),
            Stream.of(StewardDecisions.TABLE))
        .distinct()
        .toList();
  }

  /** Merges as work that producers share. */
  static Map<String, Consumer<Relations>> shared(List<EntityMerge> merges) {
    Map<String, Consumer<Relations>> work = new LinkedHashMap<>();
    merges.forEach(merge -> work.put("merge of " + merge.goldenTable(), merge::result));
    return work;
  }

  /**
   * What a merge gave.
   *
   * @param golden the golden records
   * @param history what became of ids since the run before
   * @param day the newest day whose state a source has told
   */
  record Merged(List<GoldenRecord> golden, IdHistory history, LocalDate day) {}

  MergeDeclaration declaration() {
    return declaration;
  }

  /** Full names of the tables that it reads. */
  List<String> rawTables() {
    return declaration.sources().stream().map(source -> "raw." + source.id()).toList();
  }

  EntityInputs inputs() {
    return inputs;
  }

  /** Full name of a table beside the golden one, such as {@code city.person_link}. */
  String tableName(String ending) {
    return table.namespace() + "." + declaration.entity() + ending;
  }

  /** Full name of the golden table. */
  String goldenTable() {
    return table.fullName();
  }

  /** The first who asks waits for the merge, and all others for that. */
  synchronized Merged result(Relations relations) {
    if (merged == null) {
      merged = merge(relations);
    }
    return merged;
  }

  private Merged merge(Relations relations) {
    Members read = new MemberReader(declaration, library, inputs.values()).read(relations);
    List<GoldenRecord> golden =
        GoldenRecords.merge(
            declaration,
            read.members(),
            StewardDecisions.of(declaration.entity(), library, relations),
            inputs.token(),
            text -> Progress.print(table.fullName() + ": " + text));
    IdHistory history =
        IdHistory.step(formerAliases(), formerLinks(), GoldenRecords.links(golden), read.day());
    return new Merged(golden, history, read.day());
  }

  private Map<RecordKey, String> formerLinks() {
    Map<RecordKey, String> links = new HashMap<>();
    for (Row row : former(tableName("_link"))) {
      links.put(
          new RecordKey(row.getAs("source_id"), row.getAs("source_key")),
          row.getAs(declaration.entity() + "_id"));
    }
    return links;
  }

  private Map<String, IdHistory.Alias> formerAliases() {
    Map<String, IdHistory.Alias> aliases = new HashMap<>();
    for (Row row : former(HistoryProducer.ALIASES)) {
      if (declaration.entity().equals(row.getAs("entity"))) {
        aliases.put(
            row.getAs("old_id"), new IdHistory.Alias(row.getAs("city_id"), row.getAs("since")));
      }
    }
    return aliases;
  }

  private List<Row> former(String name) {
    return inputs
        .history()
        .find(name)
        .map(FormerTables.Former::rows)
        .map(rows -> rows.collectAsList())
        .orElse(List.of());
  }

  /** The changes that former runs recorded, of this entity. */
  List<Row> formerChanges() {
    return former(HistoryProducer.CHANGES).stream()
        .filter(row -> declaration.entity().equals(row.getAs("entity")))
        .toList();
  }
}
