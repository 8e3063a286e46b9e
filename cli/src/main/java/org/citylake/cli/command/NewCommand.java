package org.citylake.cli.command;

import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code new}: folders of declarations to begin with. */
@Command(
    name = "new",
    description = "Make the folder of a new declaration.",
    subcommands = {NewSourceCommand.class},
    synopsisSubcommandLabel = "source",
    footer = {
      "",
      "An edition of an index is made by ./citylake index new.",
      "",
      "Example:",
      "  ./citylake new source sample.csv --id street_lamp --domain city_management --city my-city"
    })
final class NewCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(spec().commandLine(), "Say what to make: source");
  }
}
