package org.citylake.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citylake.cli.engine.JavaHome;
import org.citylake.cli.engine.SqlPort;
import org.citylake.cli.engine.TrinoServer;
import org.citylake.cli.sql.KeptQueries;
import org.citylake.cli.sql.RowFormat;
import org.citylake.cli.sql.SqlLogin;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.cli.sql.Statements;
import org.citylake.cli.sql.shell.SqlShell;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Services;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.lakehouse.release.Release;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sql}: statements through Trino over the newest release. */
@Command(
    name = "sql",
    description = {
      "Run SQL (Trino) over the newest release; lake.NAMESPACE.TABLE reads what is not released"
          + " yet.",
      "Without a statement it asks at the terminal, or runs those of standard input."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake sql",
      "  ./citylake sql \"SELECT count(*) FROM city.sensor_reading\"",
      "  ./citylake sql --format csv \"SELECT * FROM metric.index_score\" > scores.csv",
      "  ./citylake sql --release 20261121-0123abcd \"SELECT * FROM district\"",
      "  ./citylake sql --user wang.li --example districts"
    })
final class SqlCommand extends CityLakeSubcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "STATEMENT",
      description = "The statement, passed on whole.")
  private @Nullable String statement;

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

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "Sign in as that user and see what he sees (default: the home's owner).")
  private @Nullable String user;

  @Mixin private final PasswordSource password = new PasswordSource();

  @Option(names = "--examples", description = "List the kept statements: examples and saved ones.")
  private boolean examples;

  @Option(names = "--example", paramLabel = "NAME", description = "Run a kept statement.")
  private @Nullable String example;

  @Option(
      names = "--save",
      paramLabel = "NAME",
      description = "Keep the statement under a name instead of running it.")
  private @Nullable String save;

  @Override
  protected int run(Settings settings, Output output) throws IOException {
    KeptQueries kept = kept(settings);
    if (examples) {
      return list(kept, output);
    }
    requireHome(settings);
    if (save != null) {
      Path file = kept.save(save, Optional.ofNullable(statement).orElseGet(SqlCommand::input));
      output.say("Saved " + file);
      output.result(Map.of("file", file.toString()));
      return 0;
    }
    Optional<String> text =
        Optional.ofNullable(statement)
            .or(() -> Optional.ofNullable(example).map(name -> kept.load(name).statement()));
    SqlLogin login = login(settings);
    Optional<String> jdbc =
        Services.find(settings.home()).map(Services::jdbc).filter(a -> !a.isEmpty());
    if (jdbc.isPresent()) {
      return query(runner(jdbc.get(), login), text, kept, settings, output);
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
                DeclarationReader.load(settings.declarationRoots()),
                java,
                SqlPort.any(),
                lake.uri(),
                lake.token(),
                output::progress)) {
      return query(runner(trino.jdbcAddress(), login), text, kept, settings, output);
    }
  }

  private SqlLogin login(Settings settings) {
    return user == null
        ? SqlLogin.owner(settings.home())
        : new SqlLogin(user, password.load(settings, "Password of " + user));
  }

  private SqlRunner runner(String jdbc, SqlLogin login) {
    return new SqlRunner(jdbc, login, Optional.ofNullable(release).map(Release::namespacePrefix));
  }

  private int query(
      SqlRunner runner, Optional<String> text, KeptQueries kept, Settings settings, Output output)
      throws IOException {
    if (text.isEmpty() && System.console() != null) {
      Path history = settings.home().access().resolve("sql-history");
      new SqlShell(runner, kept, history, format).run();
      return 0;
    }
    List<String> statements = Statements.of(text.orElseGet(SqlCommand::input)).all();
    if (statements.isEmpty()) {
      throw new CityLakeException(Kind.USER, "There is no statement to run");
    }
    if (output.json()) {
      if (statements.size() > 1) {
        throw new CityLakeException(Kind.USER, "With --json there is one statement, not several");
      }
      runner.runAsObject(statements.get(0), output.out());
    } else {
      statements.forEach(one -> runner.run(one, format, output.out()));
    }
    return 0;
  }

  private static String input() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        .lines()
        .collect(Collectors.joining("\n"));
  }

  /** Shipped examples, those of the city directory, and what is saved in the home. */
  private static KeptQueries kept(Settings settings) {
    List<Path> folders = new ArrayList<>();
    folders.add(settings.root().resolve("cli").resolve("queries"));
    settings.city().map(city -> city.resolve("queries")).ifPresent(folders::add);
    folders.add(settings.home().root().resolve("queries"));
    return new KeptQueries(folders);
  }

  private static int list(KeptQueries kept, Output output) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (KeptQueries.Query query : kept.list()) {
      output.say("%-24s %s  %s".formatted(query.name(), query.titleZh(), query.titleEn()));
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", query.name());
      row.put("title_zh", query.titleZh());
      row.put("title_en", query.titleEn());
      row.put("statement", query.statement());
      rows.add(row);
    }
    output.result(Map.of("queries", rows));
    return 0;
  }
}
