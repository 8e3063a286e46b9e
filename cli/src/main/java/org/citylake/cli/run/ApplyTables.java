package org.citylake.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.json.ContentHash;
import org.citylake.lakehouse.schema.Change;
import org.citylake.lakehouse.schema.RawTableContract;
import org.citylake.lakehouse.schema.TableApplier;

/** Brings every table to its contract: those of the lakehouse, and raw ones of batch sources. */
final class ApplyTables implements Step {
  @Override
  public String name() {
    return "tables";
  }

  @Override
  public String title() {
    return "Bring the tables to their contracts";
  }

  @Override
  public Optional<Work> run(RunContext context) {
    TableApplier applier = new TableApplier(context.live());
    int changed = 0;
    for (TableDeclaration table : context.library().tables()) {
      changed += applier.apply(table.contract()).kind() == Change.Kind.UNCHANGED ? 0 : 1;
    }
    for (SourceDeclaration source : context.library().sources()) {
      String raw = "raw." + source.id();
      // One that nothing maps and that nobody ever delivered waits for its first delivery.
      if (!source.replayed() && (source.mapping().isPresent() || context.live().exists(raw))) {
        Change change = applier.apply(RawTableContract.of(source));
        changed += change.kind() == Change.Kind.UNCHANGED ? 0 : 1;
      }
    }
    context.output().progress("      " + changed + " made or changed");
    List<String> contracts = new ArrayList<>();
    context.library().tables().forEach(t -> contracts.add(t.fullName() + " " + t.contentHash()));
    context
        .library()
        .sources()
        .forEach(s -> contracts.add("raw." + s.id() + " " + s.contentHash()));
    return Optional.of(
        new Work(
            ContentHash.of(String.join("\n", contracts)), Map.of("contracts", contracts.size())));
  }
}
