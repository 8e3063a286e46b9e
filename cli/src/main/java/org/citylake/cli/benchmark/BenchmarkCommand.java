package org.citylake.cli.benchmark;

import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code benchmark}: measurements on this machine. */
@Command(
    name = "benchmark",
    description = "Measure how fast this machine does the work.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      FaultsBenchmarkCommand.class,
      IndexBenchmarkCommand.class,
      IngestBenchmarkCommand.class,
      LinkageBenchmarkCommand.class,
      LocateBenchmarkCommand.class,
      PageBenchmarkCommand.class,
      PaintBenchmarkCommand.class,
      SqlBenchmarkCommand.class,
      StreamBenchmarkCommand.class,
      SupersetBenchmarkCommand.class
    },
    footer = {"", "Example:", "  ./citylake benchmark index"})
public final class BenchmarkCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(
        spec().commandLine(),
        "Name what to measure: faults, index, ingest, linkage, locate, page, paint, sql, stream or"
            + " superset");
  }
}
