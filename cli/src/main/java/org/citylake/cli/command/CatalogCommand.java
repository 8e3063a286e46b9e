package org.citylake.cli.command;

import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Services;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code catalog}: the Iceberg REST catalog alone, for other engines. */
@Command(
    name = "catalog",
    description = {
      "Serve the Iceberg REST catalog until Ctrl-C, for engines of one's own.",
      "Bearer tokens are in the home's folder secrets: catalog-reading.token opens releases,"
          + " catalog.token everything."
    },
    footer = {"", "Example:", "  ./citylake catalog --port 8181"})
final class CatalogCommand extends CityLakeSubcommand {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port on loopback; 0 takes a free one (default).")
  private int port;

  @Override
  protected int run(Settings settings, Output output) throws Exception {
    requireHome(settings);
    Serving.requireFree(port, "--port");
    try (Lake lake = Lake.start(settings.home(), port)) {
      Services.ofThisProcess("catalog", lake.uri().toString(), "", "").announce(settings.home());
      output.progress("Catalog  " + lake.uri() + " (warehouses live, published, release)");
      Serving.awaitEnd(settings);
    }
    return 0;
  }
}
