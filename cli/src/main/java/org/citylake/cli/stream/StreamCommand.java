package org.citylake.cli.stream;

import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code stream}: live sources into the live tables. */
@Command(
    name = "stream",
    description = {
      "Take measurements while they come into the tables live.*, each exactly once.",
      "A source is streamed when it has a stream.yaml of the job live-events. Its messages come"
          + " from the topics of its connector, and from files in HOME/stream/inbox/SOURCE."
    },
    synopsisSubcommandLabel = "start|status|replay|settle|savepoint|stop",
    subcommands = {
      StreamStartCommand.class,
      StreamStatusCommand.class,
      StreamReplayCommand.class,
      StreamSavepointCommand.class,
      StreamSettleCommand.class,
      StreamStopCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake stream start",
      "  ./citylake stream replay traffic_flow_reading readings.csv --rate 1000",
      "  ./citylake stream status",
      "  ./citylake stream stop"
    })
public final class StreamCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(
        spec().commandLine(), "Name what to do: start, status, replay, settle, savepoint or stop");
  }
}
