package org.citylake.cli.stream;

import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;

/** {@code stream stop}: stops with a savepoint. */
@Command(
    name = "stop",
    description = "Stop the running stream with a savepoint, from which the next start goes on.",
    footer = {"", "Example:", "  ./citylake stream stop"})
final class StreamStopCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    requireHome(settings);
    String savepoint = RunningStream.of(settings.home()).savepoint(true);
    output.say("Stopped with savepoint " + savepoint);
    output.result(Map.of("savepoint", savepoint));
    return 0;
  }
}
