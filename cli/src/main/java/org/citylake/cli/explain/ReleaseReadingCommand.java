package org.citylake.cli.explain;

import java.util.Optional;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Option;

/** A command that reads one release of a home. */
public abstract class ReleaseReadingCommand extends CityLakeSubcommand {
  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "Release to read; the newest by default.")
  private Optional<String> release = Optional.empty();

  /** Tells what the release says. */
  protected abstract void tell(ReleaseExplainer opened, Output output) throws Exception;

  @Override
  protected final int run(Settings settings, Output output) throws Exception {
    requireHome(settings);
    try (ReleaseExplainer opened = ReleaseExplainer.open(settings, release)) {
      tell(opened, output);
    }
    return 0;
  }
}
