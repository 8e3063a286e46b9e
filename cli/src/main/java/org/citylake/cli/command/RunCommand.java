package org.citylake.cli.command;

import java.util.Optional;
import org.citylake.cli.lineage.Lineage;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: what has changed is loaded, computed and published, once. */
@Command(
    name = "run",
    description = "Load, compute and publish what has changed, then end.",
    footer = {
      "",
      "Example:",
      "  ./citylake run --city my-city --reason \"Plan of 2016 added\" --json"
    })
final class RunCommand extends CityLakeSubcommand {
  @Mixin private final ReleaseReason reason = new ReleaseReason();
  @Mixin private final FullComputation full = new FullComputation();

  @Override
  protected int run(Settings settings, Output output) {
    Optional<String> why = reason.checked();
    create(settings);
    try (Lineage lineage = Lineage.of(settings, output)) {
      return new MainJob("run", why, full.asked(), 0, settings, output, lineage).once();
    }
  }
}
