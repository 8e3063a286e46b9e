package org.citylake.cli.command;

import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;

/** {@code run}: what has changed is loaded, computed and published, once. */
@Command(
    name = "run",
    description = "Load, compute and publish what has changed, then end.",
    footer = {"", "Example:", "  ./citylake run --city my-city --json"})
final class RunCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    create(settings);
    return new MainJob("run", settings, output).once();
  }
}
