package org.citylake.cli.command;

import java.util.Optional;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.dashboard.server.DashboardServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code serve}: page, SQL and catalog of the newest release, until it is ended; runs the
 * schedules.
 */
@Command(
    name = "serve",
    description = "Serve page, SQL and catalog, and run the schedules, until Ctrl-C.",
    footer = {
      "",
      "Examples:",
      "  ./citylake serve --port 8080",
      "  ./citylake serve --port 8080 --sql-port 8443"
    })
final class ServeCommand extends CityLakeSubcommand {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of the page; 0 takes a free one (default).")
  private int port;

  @Mixin private final SqlPortOption sqlPort = new SqlPortOption();

  @Option(
      names = "--public-name",
      paramLabel = "HOST",
      description = {
        "Name under which a proxy with TLS shows the page to others; none by default.",
        "Refused where a map has outlines without an approval number."
      })
  private @Nullable String publicName;

  @Override
  protected int run(Settings settings, Output output) throws Exception {
    requireHome(settings);
    Serving.requireFree(port, "--port");
    sqlPort.requireFree();
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    if (publicName != null) {
      DashboardServer.requirePublishable(publicName, library);
    }
    try (Lake lake = Lake.start(settings.home(), 0);
        ServedSql sql =
            ServedSql.start(settings, library, lake, sqlPort.of(settings.home()), output)) {
      FirstPassword.tell(settings, output);
      output.progress("SQL   " + (sql.jdbc().isEmpty() ? "not available" : sql.jdbc()));
      Serving.untilEnd(
          settings,
          library,
          lake,
          sql.jdbc(),
          "serve",
          port,
          Optional.ofNullable(publicName),
          output,
          () -> SchedulerBeside.start(settings, library, output));
    }
    return 0;
  }
}
