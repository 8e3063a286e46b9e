package org.citylake.cli.superset;

import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code superset up}: a Superset of one's own on loopback, until Ctrl-C. */
@Command(
    name = "up",
    description = {
      "Start a Superset on this machine, in a clean Python environment, until Ctrl-C.",
      "Each release has an environment and a database of its own.",
      "The first time it is downloaded (about 1 GB on disk). Needs Python 3.10 to 3.12."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake superset up --port 8088",
      "  ./citylake superset up --release 5.0.0"
    })
final class SupersetUpCommand extends CityLakeSubcommand {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8088",
      description = "Its port on loopback (default ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--release",
      paramLabel = "VERSION",
      defaultValue = SupersetInstallation.NEWEST,
      description = "Which Superset, 4.1 or newer (default ${DEFAULT-VALUE}).")
  private String release = "";

  @Option(
      names = "--install-only",
      description = "Only download and set up; for tests and for machines without a network later.")
  private boolean installOnly;

  @Override
  protected int run(Settings settings, Output output) {
    create(settings);
    SupersetInstallation installation =
        SupersetInstallation.ensure(
            new SupersetFolder(settings.home()), settings.environment(), release, output::progress);
    if (!installOnly) {
      installation.serve(
          port,
          address ->
              output.progress(
                  "Superset  "
                      + address
                      + "  sign in as admin, password in "
                      + new SupersetFolder(settings.home()).adminPassword()
                      + "; Ctrl-C ends it"));
    }
    output.result(java.util.Map.of("release", release));
    return 0;
  }
}
