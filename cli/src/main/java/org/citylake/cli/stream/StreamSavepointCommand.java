package org.citylake.cli.stream;

import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;

/** {@code stream savepoint}: something to go back to. */
@Command(
    name = "savepoint",
    description = "Make a savepoint of the running stream, to go back to by start --from.",
    footer = {"", "Example:", "  ./citylake stream savepoint"})
final class StreamSavepointCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    requireHome(settings);
    String savepoint = RunningStream.of(settings.home()).savepoint(false);
    output.say("Savepoint " + savepoint);
    output.result(Map.of("savepoint", savepoint));
    return 0;
  }
}
