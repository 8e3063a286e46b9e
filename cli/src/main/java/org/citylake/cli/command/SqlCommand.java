package org.citylake.cli.command;

import java.util.Optional;
import org.citylake.cli.engine.JavaHome;
import org.citylake.cli.engine.TrinoServer;
import org.citylake.cli.sql.RowFormat;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Services;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.lakehouse.release.Release;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sql}: one statement through Trino over the newest release. */
@Command(
    name = "sql",
    description =
        "Run one SQL statement (Trino) over the newest release; lake.NAMESPACE.TABLE reads what is"
            + " not released yet.",
    footer = {
      "",
      "Examples:",
      "  ./citylake sql \"SELECT count(*) FROM city.sensor_reading\"",
      "  ./citylake sql --format csv \"SELECT * FROM metric.index_score\" > scores.csv",
      "  ./citylake sql --release 20261121-0123abcd \"SELECT * FROM district\""
    })
final class SqlCommand extends CityLakeSubcommand {
  @Parameters(paramLabel = "STATEMENT", description = "The statement, passed on whole.")
  private String statement = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv, json (an object a line) or table (default).")
  private RowFormat format = RowFormat.TABLE;

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = {
        "Read that release: schemas are then rID__city, rID__metric ...",
        "(- in the id is written _), rID__city the default."
      })
  private @Nullable String release;

  @Override
  protected int run(Settings settings, Output output) {
    requireHome(settings);
    Optional<String> jdbc =
        Services.find(settings.home()).map(Services::jdbc).filter(a -> !a.isEmpty());
    if (jdbc.isPresent()) {
      return query(jdbc.get(), output);
    }
    JavaHome java =
        JavaHome.findForTrino(settings.environment())
            .orElseThrow(() -> new CityLakeException(Kind.EXTERNAL, JavaHome.INSTALL_25));
    output.progress("Starting Trino for this statement; while ./citylake serve runs it is there");
    try (Lake lake = Lake.attachOrStart(settings.home());
        TrinoServer trino =
            TrinoServer.start(
                settings.root(),
                settings.home(),
                java,
                lake.uri(),
                lake.token(),
                output::progress)) {
      return query(trino.jdbcAddress(), output);
    }
  }

  private int query(String jdbc, Output output) {
    SqlRunner runner =
        new SqlRunner(jdbc, Optional.ofNullable(release).map(Release::namespacePrefix));
    if (output.json()) {
      runner.runAsObject(statement, output.out());
    } else {
      runner.run(statement, format, output.out());
    }
    return 0;
  }
}
