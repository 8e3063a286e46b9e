package org.citylake.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadEntry;
import org.citylake.ingestion.load.LoadLog;
import org.citylake.ingestion.load.LoadResult;

/** Replays the shipped deliveries of streamed sources, and lists every finished load. */
final class ReplayStreams implements Step {
  @Override
  public String name() {
    return "stream";
  }

  @Override
  public String title() {
    return "Replay the streams through Flink";
  }

  @Override
  public Optional<Work> run(RunContext context) {
    LoadLog log = new LoadLog(context.store());
    StreamLoad load = new StreamLoad(context);
    List<String> loads = new ArrayList<>();
    for (SourceDeclaration source : context.library().sources()) {
      if (source.replayed()) {
        for (ShippedFile file : ShippedFile.of(source)) {
          file.check();
          loads.add(file.loadId());
          if (log.find(file.loadId()).isEmpty()) {
            LoadResult result = load.load(source, file.path(), file.delivery().snapshotDate());
            context.output().progress("      " + result.told());
          }
        }
      }
    }
    Map<String, List<LoadEntry>> bySource = log.bySource();
    for (SourceDeclaration source : context.library().sources()) {
      context.outcome().loads().addAll(bySource.getOrDefault(source.id(), List.of()));
    }
    return ShippedFile.work(loads);
  }
}
