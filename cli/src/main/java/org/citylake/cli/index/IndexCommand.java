package org.citylake.cli.index;

import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code index}: composite indexes from files. */
@Command(
    name = "index",
    description = "Score, import, audit and compare composite indexes from files.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      IndexScoreCommand.class,
      IndexImportCommand.class,
      IndexRobustnessCommand.class,
      IndexAuditCommand.class,
      IndexCompareCommand.class,
      IndexOptimiseCommand.class,
      IndexNewCommand.class,
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake index import --idata iData.csv --imeta iMeta.csv --out asem",
      "  ./citylake index score --edition asem --data asem/panel.csv --out asem-scores"
    })
public final class IndexCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(
        spec().commandLine(), "Name one of the commands: " + spec().subcommands().keySet());
  }
}
