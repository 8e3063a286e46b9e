package org.citylake.cli.superset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.superset.asset.AssetBundle;
import org.citylake.superset.asset.FieldDifference;
import org.citylake.superset.declared.DeclaredAssets;
import org.citylake.superset.provision.AssetChange;
import org.citylake.superset.provision.ChangeAction;
import org.citylake.superset.provision.ProvisionPlan;
import org.citylake.superset.provision.ProvisionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code superset}: brings an Apache Superset to what the declarations say. */
@Command(
    name = "superset",
    description = {
      "Build datasets, metrics, charts and dashboards in Apache Superset from the declarations.",
      "Everything made bears a uuid of this installation; nothing else is ever touched."
    },
    subcommands = {
      SupersetCommand.Plan.class,
      SupersetCommand.Apply.class,
      SupersetCommand.Drift.class,
      SupersetCommand.Prune.class,
      SupersetCommand.Export.class,
      SupersetUpCommand.class
    },
    synopsisSubcommandLabel = "plan|apply|drift|prune|export|up",
    footer = {
      "",
      "Examples:",
      "  ./citylake superset up",
      "  ./citylake superset plan",
      "  ./citylake superset apply"
    })
public final class SupersetCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(
        spec().commandLine(), "Say what to do: plan, apply, drift, prune, export or up");
  }

  /** {@code superset plan}. */
  @Command(
      name = "plan",
      description = "Tell what apply would make and mend, and what prune would remove.",
      footer = {"", "Example:", "  ./citylake superset plan --url http://127.0.0.1:8088"})
  static final class Plan extends CityLakeSubcommand {
    @Mixin private final SupersetOptions options = new SupersetOptions();

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      DeclaredAssets declared = options.declared(settings);
      ProvisionPlan plan = options.provisioning(settings, declared).plan();
      ProvisionText.lines(plan).forEach(output::say);
      output.say(counts(plan) + "; " + declared.pageOnly().size() + " tiles on the page alone");
      output.result(result(plan));
      return 0;
    }
  }

  /** {@code superset apply}. */
  @Command(
      name = "apply",
      description = "Make what is missing, mend what departs; done twice it writes once.",
      footer = {"", "Example:", "  ./citylake superset apply"})
  static final class Apply extends CityLakeSubcommand {
    @Mixin private final SupersetOptions options = new SupersetOptions();

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      DeclaredAssets declared = options.declared(settings);
      output.progress("Applying " + declared.assets().size() + " assets");
      ProvisionPlan done =
          options.provisioning(settings, declared).apply(options.passwords(settings, declared));
      ProvisionText.lines(done).stream().filter(line -> !line.startsWith("-")).forEach(output::say);
      output.say(
          counts(done)
              + (done.of(ChangeAction.STALE).isEmpty()
                  ? ""
                  : "; ./citylake superset prune removes the stale ones"));
      output.result(result(done));
      return 0;
    }
  }

  /** {@code superset drift}. */
  @Command(
      name = "drift",
      description = "Name every field in which Superset departs; exit code 1 when any does.",
      footer = {"", "Example:", "  ./citylake superset drift"})
  static final class Drift extends CityLakeSubcommand {
    @Mixin private final SupersetOptions options = new SupersetOptions();

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      ProvisionPlan plan = options.provisioning(settings, options.declared(settings)).plan();
      ProvisionText.lines(plan).forEach(output::say);
      output.say(plan.asDeclared() ? "Superset is as declared" : counts(plan));
      output.result(result(plan));
      return plan.asDeclared() ? 0 : 1;
    }
  }

  /** {@code superset prune}. */
  @Command(
      name = "prune",
      description = "Remove what this installation made and is declared no more.",
      footer = {"", "Example:", "  ./citylake superset prune --dry-run"})
  static final class Prune extends CityLakeSubcommand {
    @Mixin private final SupersetOptions options = new SupersetOptions();

    @Option(names = "--dry-run", description = "Only tell what would be removed.")
    private boolean dryRun;

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      DeclaredAssets declared = options.declared(settings);
      List<AssetChange> removed =
          dryRun
              ? options.provisioning(settings, declared).plan().of(ChangeAction.STALE)
              : options.provisioning(settings, declared).prune();
      removed.forEach(change -> output.say(ProvisionText.line(change)));
      output.say(removed.size() + (dryRun ? " would be removed" : " removed"));
      output.result(Map.of("removed", removed.stream().map(SupersetCommand::object).toList()));
      return 0;
    }
  }

  /** {@code superset export}. */
  @Command(
      name = "export",
      description = {
        "Write what is declared as a bundle, for a Superset that this machine cannot reach:",
        "import it there by Settings, Import; the connection's password is asked for."
      },
      footer = {"", "Example:", "  ./citylake superset export --out citylake-superset.zip"})
  static final class Export extends CityLakeSubcommand {
    @Mixin private final SupersetOptions options = new SupersetOptions();

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "The file to write; it must not be there yet.")
    private Path out = Path.of("");

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      if (Files.exists(out)) {
        throw new CityLakeException(Kind.USER, out + " is there already; name another file");
      }
      DeclaredAssets declared = options.declared(settings);
      try {
        Files.write(out, AssetBundle.write(declared.assets()));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write " + out, e);
      }
      output.say(declared.assets().size() + " assets written to " + out);
      output.result(Map.of("assets", declared.assets().size(), "file", out.toString()));
      return 0;
    }
  }

  private static String counts(ProvisionPlan plan) {
    return "%d to create, %d to update, %d as declared, %d stale"
        .formatted(
            plan.of(ChangeAction.CREATE).size(),
            plan.of(ChangeAction.UPDATE).size(),
            plan.of(ChangeAction.KEEP).size(),
            plan.of(ChangeAction.STALE).size());
  }

  private static Map<String, Object> result(ProvisionPlan plan) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (ChangeAction action : ChangeAction.values()) {
      result.put(action.name().toLowerCase(Locale.ROOT), plan.of(action).size());
    }
    result.put(
        "changes",
        plan.changes().stream()
            .filter(change -> change.action() != ChangeAction.KEEP)
            .map(SupersetCommand::object)
            .toList());
    return result;
  }

  private static Map<String, Object> object(AssetChange change) {
    return Map.of(
        "action", change.action().name().toLowerCase(Locale.ROOT),
        "kind", change.kind().label(),
        "uuid", change.uuid().toString(),
        "name", change.name(),
        "differences", change.differences().stream().map(FieldDifference::toString).toList());
  }
}
