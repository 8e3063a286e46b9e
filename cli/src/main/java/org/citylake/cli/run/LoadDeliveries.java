package org.citylake.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadLog;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.Loader;

/** Loads the shipped deliveries of batch sources; a finished load is not done again. */
final class LoadDeliveries implements Step {
  @Override
  public String name() {
    return "load";
  }

  @Override
  public String title() {
    return "Load the deliveries";
  }

  @Override
  public Optional<Work> run(RunContext context) {
    LoadLog log = new LoadLog(context.store());
    Loader loader = context.loader();
    List<String> loads = new ArrayList<>();
    for (SourceDeclaration source : context.library().sources()) {
      if (source.replayed()) {
        continue;
      }
      for (ShippedFile file : ShippedFile.of(source)) {
        file.check();
        loads.add(file.loadId());
        if (log.find(file.loadId()).isPresent()) {
          continue;
        }
        LoadResult result = loader.load(source, file.path(), file.delivery().snapshotDate());
        context.output().progress("      " + result.told());
      }
    }
    return ShippedFile.work(loads);
  }
}
