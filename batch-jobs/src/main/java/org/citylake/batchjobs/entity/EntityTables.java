package org.citylake.batchjobs.entity;

import java.util.List;
import java.util.Optional;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;

/** The tables that are filled from merges, by the declarations alone. */
public final class EntityTables {
  private final List<EntityMerge> merges;
  private final DeclarationLibrary library;
  private final EntityInputs inputs;

  /** All merges that are declared. */
  public EntityTables(DeclarationLibrary library, EntityInputs inputs) {
    this.library = library;
    this.inputs = inputs;
    this.merges = EntityMerge.declared(library, inputs);
  }

  /** The producer of a table; empty when no merge fills it. */
  public Optional<TableProducer> find(TableDeclaration table) {
    String name = table.fullName();
    if (name.equals(HistoryProducer.ALIASES) || name.equals(HistoryProducer.CHANGES)) {
      return Optional.of(new HistoryProducer(table, merges));
    }
    if (name.equals(AgreementProducer.TABLE)) {
      return Optional.of(new AgreementProducer(table, merges, library, inputs));
    }
    for (EntityMerge merge : merges) {
      if (name.equals(merge.goldenTable())
          || name.equals(merge.tableName("_link"))
          || name.equals(merge.tableName("_attribute"))) {
        return Optional.of(new GoldenProducer(table, merge));
      }
    }
    return Optional.empty();
  }
}
