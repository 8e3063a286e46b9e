package org.citylake.cli.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.custody.AccessLog;
import org.citylake.ingestion.custody.SourceVault;
import org.citylake.ingestion.load.DeliveryArchive;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.sealing.VaultKeyFile.KeyEntry;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code vault}: personal data, their keys and who read them. */
@Command(
    name = "vault",
    description = "Personal data: read for a purpose, expire, keys, and who read them.",
    subcommands = {
      VaultShowCommand.class,
      VaultCommand.Readings.class,
      VaultCommand.Expire.class,
      VaultCommand.Keys.class,
      VaultCommand.Rotate.class,
      VaultCommand.Reseal.class
    },
    synopsisSubcommandLabel = "show|access|expire|keys|rotate|reseal",
    footer = {"", "Example:", "  ./citylake vault keys"})
final class VaultCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(
        spec().commandLine(), "Say what to do: show, access, expire, keys, rotate or reseal");
  }

  /** {@code vault access}. */
  @Command(
      name = "access",
      description = "List who read personal data, when, of what and for what.",
      footer = {"", "Example:", "  ./citylake vault access --json"})
  static final class Readings extends CityLakeSubcommand {
    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      List<Map<String, Object>> rows = new ArrayList<>();
      try (Lake lake = Lake.attachOrStart(settings.home());
          LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
        LakeTableStore store = new LakeTableStore(live);
        List<AccessLog.Access> readings =
            store.exists(AccessLog.TABLE) ? new AccessLog(store).list() : List.of();
        for (AccessLog.Access access : readings) {
          output.say(
              "%s  %s  %s  %s  %s  %d  %s"
                  .formatted(
                      access.accessedAt(),
                      access.actor(),
                      access.purpose(),
                      access.sourceId(),
                      access.subject(),
                      access.records(),
                      access.reason().orElse("")));
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("accessed_at", access.accessedAt().toString());
          row.put("actor", access.actor());
          row.put("purpose", access.purpose());
          row.put("source", access.sourceId());
          row.put("subject", access.subject());
          row.put("records", access.records());
          row.put("reason", access.reason().orElse(""));
          rows.add(row);
        }
      }
      output.say(rows.size() + " readings");
      output.result(Map.of("rows", rows));
      return 0;
    }
  }

  /** {@code vault expire}. */
  @Command(
      name = "expire",
      description =
          "Delete personal values that have not held for longer than their contract's retention,"
              + " from every snapshot.",
      footer = {"", "Example:", "  ./citylake vault expire --dry-run"})
  static final class Expire extends CityLakeSubcommand {
    @Option(names = "--dry-run", description = "Only count; delete nothing.")
    private boolean dryRun;

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
      List<Map<String, Object>> rows = new ArrayList<>();
      try (HomeLock lock = HomeLock.take(settings.home());
          Lake lake = Lake.start(settings.home(), 0);
          LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
        for (SourceDeclaration source : personal(settings)) {
          SourceVault.Expired gone =
              new SourceVault(new LakeTableStore(live), source, settings.vaultKeys())
                  .expire(today, dryRun);
          output.say(
              "%s: %d versions and %d refused records %s"
                  .formatted(
                      source.id(),
                      gone.versions(),
                      gone.quarantined(),
                      dryRun ? "are due" : "deleted"));
          rows.add(
              Map.of(
                  "source", source.id(),
                  "versions", gone.versions(),
                  "quarantined", gone.quarantined()));
        }
      }
      output.result(Map.of("dry_run", dryRun, "rows", rows));
      return 0;
    }
  }

  /** {@code vault keys}. */
  @Command(
      name = "keys",
      description = "Say where the keys are, and their versions and suites; never the keys.",
      footer = {"", "Example:", "  CITYLAKE_VAULT_KEYS=/mnt/keys/city.json ./citylake vault keys"})
  static final class Keys extends CityLakeSubcommand {
    @Override
    protected int run(Settings settings, Output output) {
      create(settings);
      tell(settings.vaultKeys(), output);
      return 0;
    }
  }

  /** {@code vault rotate}. */
  @Command(
      name = "rotate",
      description = {
        "Make a new key, which seals from now on; tokens stay as they are.",
        "The suite is that of CITYLAKE_VAULT_SUITE (international or sm)."
      },
      footer = {"", "Example:", "  ./citylake vault rotate && ./citylake vault reseal"})
  static final class Rotate extends CityLakeSubcommand {
    @Override
    protected int run(Settings settings, Output output) {
      create(settings);
      try (HomeLock lock = HomeLock.take(settings.home())) {
        VaultKeyFile file = settings.vaultKeys();
        file.rotate();
        tell(file, output);
      }
      return 0;
    }
  }

  /** {@code vault reseal}. */
  @Command(
      name = "reseal",
      description = {
        "Seal everything with the newest key, then forget the older ones.",
        "Interrupted, it is finished by doing it again."
      },
      footer = {"", "Example:", "  ./citylake vault reseal"})
  static final class Reseal extends CityLakeSubcommand {
    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      VaultKeyFile file = settings.vaultKeys();
      try (HomeLock lock = HomeLock.take(settings.home());
          Lake lake = Lake.start(settings.home(), 0);
          LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
        LakeTableStore store = new LakeTableStore(live);
        long rows = 0;
        for (SourceDeclaration source : personal(settings)) {
          rows += new SourceVault(store, source, file).reseal();
          output.progress("      " + source.id());
        }
        long refused =
            store.exists(QuarantineLog.SEALED_TABLE) ? new QuarantineLog(store, file).reseal() : 0;
        long files = new DeliveryArchive(settings.home(), file).reseal();
        file.retireOldKeys();
        output.say(
            "%d rows, %d refused records and %d delivered files sealed anew"
                .formatted(rows, refused, files));
        output.result(Map.of("rows", rows, "quarantined", refused, "files", files));
      }
      return 0;
    }
  }

  private static List<SourceDeclaration> personal(Settings settings) {
    return DeclarationReader.load(settings.declarationRoots()).sources().stream()
        .filter(s -> !s.contract().personalColumns().isEmpty())
        .toList();
  }

  private static void tell(VaultKeyFile file, Output output) {
    List<Map<String, Object>> keys = new ArrayList<>();
    output.say(file.path() + ": keep a backup of it elsewhere");
    for (KeyEntry key : file.entries()) {
      output.say(
          "  %-7s %d  %-13s  made %s"
              .formatted(key.use(), key.version(), key.suite().id(), key.created()));
      keys.add(
          Map.of(
              "use", key.use(),
              "version", key.version(),
              "suite", key.suite().id(),
              "created", key.created().toString()));
    }
    output.result(Map.of("file", file.path().toString(), "keys", keys));
  }
}
