package org.citylake.cli.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.lineage.Lineage;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.Loader;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest}: one delivered file of one source. */
@Command(
    name = "ingest",
    description =
        "Load one delivered file of a source; ./citylake run then computes and publishes.",
    footer = {
      "",
      "Example:",
      "  ./citylake ingest plan_figure figures.csv --snapshot-date 2016-12-31 --dry-run"
    })
final class IngestCommand extends CityLakeSubcommand {
  @Parameters(index = "0", paramLabel = "SOURCE", description = "Id of the source.")
  private String sourceId = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The delivered file.")
  private Path file = Path.of("");

  @Option(
      names = "--snapshot-date",
      paramLabel = "DATE",
      description = "The day whose state the file tells (default today, Asia/Shanghai).")
  private @Nullable LocalDate snapshotDate;

  @Option(names = "--dry-run", description = "Only count; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--allow-vanishing",
      description = "Load a full delivery although many keys are gone from it.")
  private boolean allowVanishing;

  @Override
  protected int run(Settings settings, Output output) {
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    SourceDeclaration source = library.requireSource(sourceId);
    create(settings);
    LocalDate day = snapshotDate != null ? snapshotDate : LocalDate.now(ZoneId.of("Asia/Shanghai"));
    try (Lineage lineage = Lineage.of(settings, output);
        HomeLock lock = HomeLock.take(settings.home());
        Lake lake = Lake.start(settings.home(), 0);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      if (source.replayed()) {
        if (dryRun) {
          throw new CityLakeException(
              Kind.USER, "--dry-run is for batch sources; " + sourceId + " is streamed");
        }
        MainJob job = new MainJob("ingest", Optional.empty(), false, 0, settings, output, lineage);
        tell(job.replay(library, lake, live, source, file, day), lineage, output);
        return 0;
      }
      Loader loader =
          new Loader(live, settings.home(), library, settings.vaultKeys(), Clock.systemUTC())
              .telling(lineage.loads(live))
              .showing(new RecordProgress(output));
      LoadResult result =
          dryRun
              ? loader.examine(source, file, day)
              : allowVanishing
                  ? loader.loadAllowingKeysToVanish(source, file, day)
                  : loader.load(source, file, day);
      tell(result, lineage, output);
    }
    return 0;
  }

  private void tell(LoadResult result, Lineage lineage, Output output) {
    output.say(result.told());
    result.reasons().forEach((reason, n) -> output.say("  quarantined, " + reason + ": " + n));
    result.warnings().forEach((rule, n) -> output.say("  warning, " + rule + ": " + n));
    if (dryRun) {
      output.say("  Only counted, as --dry-run asks; nothing was written.");
    } else if (result.alreadyDone()) {
      output.say("  This delivery was loaded before; nothing was written.");
    }
    if (result.quarantined() > 0 && !dryRun) {
      output.say("  See ./citylake quarantine list --source " + result.source());
    }
    Map<String, Object> object = LoadObject.of(result);
    object.put("lineage", lineage.object());
    output.result(object);
  }
}
