package org.citylake.cli.command;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.lineage.Lineage;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.ingestion.connector.Connector;
import org.citylake.ingestion.connector.Connectors;
import org.citylake.ingestion.connector.FetchFolder;
import org.citylake.ingestion.connector.Fetched;
import org.citylake.ingestion.connector.PullLog;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.Loader;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pull}: fetches what a source's connector.yaml names, and loads it. */
@Command(
    name = "pull",
    description = {
      "Fetch new deliveries of a source from where its connector.yaml says, and load them.",
      "Interrupted, it is finished by pulling again: what was loaded counts as duplicate."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake pull grid_event --city my-city --dry-run",
      "  DB_PASSWORD=... ./citylake pull grid_event --city my-city"
    })
final class PullCommand extends CityLakeSubcommand {
  @Parameters(paramLabel = "SOURCE", description = "Id of the source.")
  private String sourceId = "";

  @Option(
      names = "--snapshot-date",
      paramLabel = "DATE",
      description =
          "The day whose state is fetched (default today, Asia/Shanghai, or the file's own).")
  private @Nullable LocalDate snapshotDate;

  @Option(
      names = "--dry-run",
      description = "Fetch and count; load nothing and confirm nothing to the other side.")
  private boolean dryRun;

  @Option(
      names = "--allow-vanishing",
      description =
          "Load a full delivery although many keys are gone (over 5 % and at least 20): they did"
              + " end.")
  private boolean allowVanishing;

  @Override
  protected int run(Settings settings, Output output) throws IOException {
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    SourceDeclaration source = QuarantineCommand.source(library, sourceId);
    Connector connector = Connectors.of(source, settings.environment(), Clock.systemUTC());
    create(settings);
    List<LoadResult> loads = new ArrayList<>();
    Map<String, Object> told;
    try (Lineage lineage = Lineage.of(settings, output);
        HomeLock lock = HomeLock.take(settings.home());
        FetchFolder folder = FetchFolder.make(settings.home());
        Lake lake = Lake.start(settings.home(), 0);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      LakeTableStore store = new LakeTableStore(live);
      library
          .findTable(PullLog.TABLE)
          .map(TableDeclaration::contract)
          .filter(contract -> !store.exists(contract.id()))
          .ifPresent(store::apply);
      PullLog log = new PullLog(store);
      Loader loader =
          new Loader(live, settings.home(), library, settings.vaultKeys(), Clock.systemUTC())
              .telling(lineage.loads(live))
              .showing(new RecordProgress(output));
      if (!dryRun) {
        loader.finishInterrupted(source);
      }
      try {
        connector.pull(
            log.position(source.id()),
            folder.path(),
            fetched -> {
              if (dryRun) {
                LoadResult examined = loader.examine(source, fetched.file(), day(fetched));
                output.say(examined.told());
                loads.add(examined);
                throw new DryRunEnd();
              }
              LoadResult load =
                  allowVanishing
                      ? loader.loadAllowingKeysToVanish(source, fetched.file(), day(fetched))
                      : loader.load(source, fetched.file(), day(fetched));
              String origin = source.connector().orElseThrow().shown();
              log.write(source.id(), origin, fetched, load, OffsetDateTime.now(ZoneOffset.UTC));
              // At once: a later delivery may end the pull, and this one was loaded all the same.
              output.say(load.told());
              loads.add(load);
              return load;
            });
      } catch (DryRunEnd end) {
        output.say("Only the first delivery was counted, as --dry-run asks; nothing was written.");
      }
      told = lineage.object();
    }
    tell(loads, told, output);
    return 0;
  }

  private LocalDate day(Fetched fetched) {
    return Optional.ofNullable(snapshotDate)
        .or(fetched::snapshotDate)
        .orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai")));
  }

  private void tell(List<LoadResult> loads, Map<String, Object> lineage, Output output) {
    if (loads.isEmpty()) {
      output.say("Nothing new at " + sourceId + "'s connector");
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("source", sourceId);
    object.put("dry_run", dryRun);
    object.put("loads", loads.stream().map(LoadObject::of).toList());
    object.put("lineage", lineage);
    output.result(object);
  }

  /** Ends a dry run before the connector confirms anything. */
  private static final class DryRunEnd extends RuntimeException {
    private static final long serialVersionUID = 1;

    DryRunEnd() {
      super("dry run", null, false, false);
    }
  }
}
