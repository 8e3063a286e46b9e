package org.citylake.cli.superset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.superset.asset.AssetBundle;
import org.citylake.superset.declared.DeclaredAssets;
import org.citylake.superset.provision.Change;
import org.citylake.superset.provision.ChangeAction;
import org.citylake.superset.provision.ProvisionPlan;
import org.citylake.superset.provision.ProvisionText;
import org.citylake.superset.provision.SupersetProvisioning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code superset}: brings an Apache Superset to what the declarations say. */
@Command(
    name = "superset",
    description = {
      "Build datasets, metrics, charts, dashboards, roles and row-level rules in Apache Superset"
          + " from the declarations.",
      "Everything made bears a uuid or a name of this installation; nothing else is ever touched."
    },
    subcommands = {
      SupersetCommand.Plan.class,
      SupersetCommand.Apply.class,
      SupersetCommand.Drift.class,
      SupersetCommand.Prune.class,
      SupersetCommand.Export.class,
      SupersetEmbedCommand.class,
      SupersetGuestTokenCommand.class,
      SupersetUpCommand.class
    },
    synopsisSubcommandLabel = "plan|apply|drift|prune|export|embed|guest-token|up",
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
        spec().commandLine(),
        "Say what to do: plan, apply, drift, prune, export, embed, guest-token or up");
  }

  /** {@code superset plan}. */
  @Command(
      name = "plan",
      description = "Tell what apply would make and mend, and what prune would remove.",
      footer = {"", "Example:", "  ./citylake superset plan --url http://127.0.0.1:8088"})
  static final class Plan extends ProvisioningCommand {
    @Override
    protected int run(SupersetProvisioning superset, DeclaredAssets declared, Output output) {
      ProvisionPlan plan = superset.plan();
      tell(plan, output);
      output.say(counts(plan) + "; " + declared.pageOnly().size() + " tiles on the page alone");
      return 0;
    }
  }

  /** {@code superset apply}. */
  @Command(
      name = "apply",
      description = "Make what is missing, mend what departs; done twice it writes once.",
      footer = {"", "Example:", "  ./citylake superset apply"})
  static final class Apply extends ProvisioningCommand {
    @Override
    protected int run(SupersetProvisioning superset, DeclaredAssets declared, Output output) {
      output.progress(
          "Applying %d assets, %d roles, %d row-level rules, %d reports"
              .formatted(
                  declared.assets().size(),
                  declared.access().roles().size(),
                  declared.access().rules().size(),
                  declared.reports().size()));
      ProvisionPlan done = superset.apply();
      tell(done, output);
      output.say(
          counts(done)
              + (done.of(ChangeAction.STALE).isEmpty()
                  ? ""
                  : "; ./citylake superset prune removes the stale ones"));
      return 0;
    }
  }

  /** {@code superset drift}. */
  @Command(
      name = "drift",
      description = "Name every field in which Superset departs; exit code 1 when any does.",
      footer = {"", "Example:", "  ./citylake superset drift"})
  static final class Drift extends ProvisioningCommand {
    @Override
    protected int run(SupersetProvisioning superset, DeclaredAssets declared, Output output) {
      ProvisionPlan plan = superset.plan();
      tell(plan, output);
      output.say(plan.asDeclared() ? "Superset is as declared" : counts(plan));
      return plan.asDeclared() ? 0 : 1;
    }
  }

  /** {@code superset prune}. */
  @Command(
      name = "prune",
      description = "Remove what this installation made and is declared no more.",
      footer = {"", "Example:", "  ./citylake superset prune --dry-run"})
  static final class Prune extends ProvisioningCommand {
    @Option(names = "--dry-run", description = "Only tell what would be removed.")
    private boolean dryRun;

    @Override
    protected int run(SupersetProvisioning superset, DeclaredAssets declared, Output output) {
      List<Change> removed = dryRun ? superset.plan().of(ChangeAction.STALE) : superset.prune();
      removed.forEach(change -> output.say(ProvisionText.line(change)));
      output.say(removed.size() + (dryRun ? " would be removed" : " removed"));
      output.result(Map.of("removed", removed.stream().map(ProvisioningCommand::object).toList()));
      return 0;
    }
  }

  /** {@code superset export}. */
  @Command(
      name = "export",
      description = {
        "Write the assets that are declared as a bundle, for a Superset that this machine cannot"
            + " reach: import it there by Settings, Import; the connection's password is asked for.",
        "Roles, row-level rules and reports are not in it."
      },
      footer = {"", "Example:", "  ./citylake superset export --out citylake-superset.zip"})
  static final class Export extends ProvisioningCommand {
    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "The file to write; it must not be there yet.")
    private Path out = Path.of("");

    @Override
    protected int run(SupersetProvisioning superset, DeclaredAssets declared, Output output) {
      if (Files.exists(out)) {
        throw new CityLakeException(Kind.USER, out + " is there already; name another file");
      }
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
}
