package org.citylake.cli.superset;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.superset.asset.FieldDifference;
import org.citylake.superset.declared.DeclaredAssets;
import org.citylake.superset.provision.Change;
import org.citylake.superset.provision.ChangeAction;
import org.citylake.superset.provision.ProvisionPlan;
import org.citylake.superset.provision.ProvisionText;
import org.citylake.superset.provision.SupersetProvisioning;
import picocli.CommandLine.Mixin;

/** A command over a Superset and what it should hold. */
abstract class ProvisioningCommand extends CityLakeSubcommand {
  @Mixin private final SupersetOptions options = new SupersetOptions();

  @Override
  protected final int run(Settings settings, Output output) {
    requireHome(settings);
    DeclaredAssets declared = options.declared(settings);
    return run(options.provisioning(settings, declared), declared, output);
  }

  /**
   * Does the work.
   *
   * @return the exit code
   */
  protected abstract int run(SupersetProvisioning superset, DeclaredAssets declared, Output output);

  /** Tells what is not as declared, to people and to machines. */
  static void tell(ProvisionPlan plan, Output output) {
    ProvisionText.lines(plan).forEach(output::say);
    Map<String, Object> result = new LinkedHashMap<>();
    for (ChangeAction action : ChangeAction.values()) {
      result.put(action.name().toLowerCase(Locale.ROOT), plan.of(action).size());
    }
    result.put(
        "changes",
        plan.changes().stream()
            .filter(change -> change.action() != ChangeAction.KEEP)
            .map(ProvisioningCommand::object)
            .toList());
    result.put("notes", plan.notes());
    output.result(result);
  }

  static String counts(ProvisionPlan plan) {
    return "%d to create, %d to update, %d as declared, %d stale"
        .formatted(
            plan.of(ChangeAction.CREATE).size(),
            plan.of(ChangeAction.UPDATE).size(),
            plan.of(ChangeAction.KEEP).size(),
            plan.of(ChangeAction.STALE).size());
  }

  static Map<String, Object> object(Change change) {
    return Map.of(
        "action", change.action().name().toLowerCase(Locale.ROOT),
        "kind", change.kind(),
        "key", change.key(),
        "name", change.name(),
        "differences", change.differences().stream().map(FieldDifference::toString).toList());
  }
}
