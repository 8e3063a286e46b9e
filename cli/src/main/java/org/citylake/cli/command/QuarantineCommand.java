package org.citylake.cli.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
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
import org.citylake.ingestion.load.LoadLog;
import org.citylake.ingestion.load.Loader;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.replay.QuarantineReplay;
import org.citylake.ingestion.replay.ReplayResult;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code quarantine}: the records that were refused. */
@Command(
    name = "quarantine",
    description = "List, show, hand back and replay the records that were refused.",
    subcommands = {
      QuarantineCommand.ListRows.class,
      QuarantineCommand.ShowRow.class,
      QuarantineExportCommand.class,
      QuarantineCommand.Replay.class
    },
    synopsisSubcommandLabel = "list|show|export|replay",
    footer = {"", "Example:", "  ./citylake quarantine list"})
final class QuarantineCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(
        spec().commandLine(), "Say what to do: list, show, export or replay");
  }

  /** {@code quarantine list}. */
  @Command(
      name = "list",
      description = "List refused records, the open ones by default.",
      footer = {"", "Example:", "  ./citylake quarantine list --source plan_figure"})
  static final class ListRows extends CityLakeSubcommand {
    @Option(names = "--source", paramLabel = "ID", description = "Of that source only.")
    private @Nullable String source;

    @Option(names = "--all", description = "Replayed and closed ones too.")
    private boolean all;

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      List<Map<String, Object>> rows = new ArrayList<>();
      try (Lake lake = Lake.attachOrStart(settings.home());
          LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
        QuarantineLog log = new QuarantineLog(new LakeTableStore(live), settings.vaultKeys());
        for (QuarantineEntry entry : source == null ? log.list() : log.list(source)) {
          if (all || entry.status().equals(QuarantineEntry.OPEN)) {
            rows.add(object(entry));
            output.say(
                "%s  %s  %s:%d  %s  %s"
                    .formatted(
                        entry.quarantineId(),
                        entry.sourceId(),
                        entry.file(),
                        entry.line(),
                        entry.status(),
                        String.join("; ", entry.reasons())));
          }
        }
      }
      output.say(rows.size() + " records");
      output.result(Map.of("rows", rows));
      return 0;
    }
  }

  /** {@code quarantine show}. */
  @Command(
      name = "show",
      description = {
        "Show one refused record with its bytes.",
        "The bytes of a record with personal data are shown for a purpose alone, and that is"
            + " recorded."
      },
      footer = {
        "",
        "Examples:",
        "  ./citylake quarantine show 0123456789abcdef",
        "  ./citylake quarantine show 0123456789abcdef --purpose hand-back"
      })
  static final class ShowRow extends CityLakeSubcommand {
    @Parameters(paramLabel = "ID", description = "Id of the record.")
    private String id = "";

    @Option(
        names = "--purpose",
        paramLabel = "PURPOSE",
        description = "For what personal data are read: hand-back, stewardship, ...")
    private @Nullable String purpose;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in your own words.")
    private @Nullable String reason;

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
      try (Lake lake = Lake.attachOrStart(settings.home());
          LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
        LakeTableStore store = new LakeTableStore(live);
        QuarantineLog log = new QuarantineLog(store, settings.vaultKeys());
        QuarantineEntry entry = log.show(id);
        if (entry.personal() && purpose != null) {
          new VaultReading(store, settings)
              .record(
                  source(library, entry.sourceId()), purpose, Optional.ofNullable(reason), id, 1);
          entry = log.opened(List.of(entry)).get(0);
        }
        boolean shown = !entry.personal() || purpose != null;
        Map<String, Object> object = object(entry);
        if (shown) {
          object.put("bytes", Base64.getEncoder().encodeToString(entry.content()));
        }
        object.forEach((key, value) -> output.say("%-14s %s".formatted(key, value)));
        output.say(
            "%-14s %s"
                .formatted(
                    "text",
                    shown
                        ? QuarantineText.of(library, entry)
                        : "personal: say by --purpose for what it is read"));
        output.result(object);
      }
      return 0;
    }
  }

  /** {@code quarantine replay}. */
  @Command(
      name = "replay",
      description = "Read a source's open records again after a fix; what passes is loaded.",
      footer = {"", "Example:", "  ./citylake quarantine replay plan_figure"})
  static final class Replay extends CityLakeSubcommand {
    @Parameters(paramLabel = "SOURCE", description = "Id of the source.")
    private String sourceId = "";

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
      SourceDeclaration source = source(library, sourceId);
      try (Lineage lineage = Lineage.of(settings, output);
          HomeLock lock = HomeLock.take(settings.home());
          Lake lake = Lake.start(settings.home(), 0);
          LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
        ReplayResult result =
            source.replayed()
                ? new MainJob("quarantine", Optional.empty(), false, 0, settings, output, lineage)
                    .replayQuarantine(library, lake, live, source)
                : batch(settings, library, live, lineage).replay(source);
        output.say(
            "%s: %d read again, %d passed, %d stay"
                .formatted(result.source(), result.read(), result.passed(), result.open()));
        output.result(
            Map.of(
                "source", result.source(),
                "read", result.read(),
                "passed", result.passed(),
                "open", result.open(),
                "lineage", lineage.object()));
      }
      return 0;
    }

    private static QuarantineReplay batch(
        Settings settings, DeclarationLibrary library, LakeCatalog live, Lineage lineage) {
      LakeTableStore store = new LakeTableStore(live);
      Loader loader =
          new Loader(live, settings.home(), library, settings.vaultKeys(), Clock.systemUTC())
              .telling(lineage.loads(live));
      return new QuarantineReplay(
          new QuarantineLog(store, settings.vaultKeys()), new LoadLog(store), loader);
    }
  }

  static SourceDeclaration source(DeclarationLibrary library, String sourceId) {
    return library.requireSource(sourceId);
  }

  private static Map<String, Object> object(QuarantineEntry entry) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("quarantine_id", entry.quarantineId());
    object.put("source", entry.sourceId());
    object.put("file", entry.file());
    object.put("line", entry.line());
    object.put("reasons", entry.reasons());
    object.put("status", entry.status());
    object.put("personal", entry.personal());
    return object;
  }
}
