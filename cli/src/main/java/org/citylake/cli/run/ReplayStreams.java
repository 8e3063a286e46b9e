package org.citylake.cli.run;

import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadEntry;
import org.citylake.ingestion.load.LoadLog;

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
  public void run(RunContext context) {
    LoadLog log = new LoadLog(context.store());
    StreamLoad load = new StreamLoad(context);
    for (SourceDeclaration source : context.library().sources()) {
      if (source.stream().isPresent()) {
        for (ShippedFile file : ShippedFile.of(source)) {
          file.check();
          if (log.find(file.loadId()).isEmpty()) {
            LoadEntry entry = load.load(source, file.path(), file.delivery().snapshotDate());
            context
                .output()
                .progress(
                    "      %s: %d arrived, %d accepted, %d quarantined, %d duplicate"
                        .formatted(
                            source.id(),
                            entry.arrived(),
                            entry.accepted(),
                            entry.quarantined(),
                            entry.duplicate()));
          }
        }
      }
    }
    for (SourceDeclaration source : context.library().sources()) {
      context.outcome().loads().addAll(log.ofSource(source.id()));
    }
  }
}
