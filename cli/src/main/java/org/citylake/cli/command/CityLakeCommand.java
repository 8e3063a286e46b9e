package org.citylake.cli.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.benchmark.BenchmarkCommand;
import org.citylake.cli.credit.CreditCommand;
import org.citylake.cli.explain.ExplainCommand;
import org.citylake.cli.index.IndexCommand;
import org.citylake.cli.indicator.IndicatorCommand;
import org.citylake.cli.link.LinkCommand;
import org.citylake.cli.locate.LocateCommand;
import org.citylake.cli.notebooks.NotebooksCommand;
import org.citylake.cli.registry.SourcesCommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.cli.stewardship.LinkDecisionCommand;
import org.citylake.cli.stewardship.ObjectionCommand;
import org.citylake.cli.stream.StreamCommand;
import org.citylake.cli.superset.SupersetCommand;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code citylake}: the options that every command has, and the commands. */
@Command(
    name = "citylake",
    description = "Merges a city's records into trusted data, indicators and a smart-city index.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      GenerateCommand.class,
      IngestCommand.class,
      PullCommand.class,
      SourcesCommand.class,
      NewCommand.class,
      ValidateCommand.class,
      TestCommand.class,
      QuarantineCommand.class,
      VaultCommand.class,
      ExportCommand.class,
      VerifyCommand.class,
      ScheduleCommand.class,
      RebuildCommand.class,
      ReleaseCommand.class,
      ServeCommand.class,
      StreamCommand.class,
      SqlCommand.class,
      UserCommand.class,
      SupersetCommand.class,
      NotebooksCommand.class,
      StatusCommand.class,
      DoctorCommand.class,
      ExplainCommand.class,
      CreditCommand.class,
      ObjectionCommand.class,
      LinkDecisionCommand.class,
      CatalogCommand.class,
      IndexCommand.class,
      IndicatorCommand.class,
      LinkCommand.class,
      LocateCommand.class,
      BenchmarkCommand.class,
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake demo",
      "  ./citylake sql \"SELECT count(*) FROM city.sensor_reading\""
    })
public final class CityLakeCommand {
  private final Map<String, String> environment;

  @Option(
      names = "--home",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "Where the state is kept (else CITYLAKE_HOME, else ./var).")
  private @Nullable Path home;

  @Option(
      names = "--city",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "A folder with the city's own declarations, over the shipped ones.")
  private @Nullable Path city;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object as the last line of standard output.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable")
  private boolean help;

  private CityLakeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs a command line; returns its exit code: 0 done, 1 the work failed, 2 wrong use. */
  public static int execute(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
    return commandLine(environment, out, err).execute(args);
  }

  /** The command line with all commands. */
  public static CommandLine commandLine(
      Map<String, String> environment, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new CityLakeCommand(environment));
    line.setOut(out);
    line.setErr(err);
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (e, args) -> {
          Output output = new Output(out, err, Arrays.asList(args).contains("--json"));
          output.failure(CityLakeException.Kind.USER, String.valueOf(e.getMessage()));
          output.progress("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
          return 2;
        });
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          CityLakeCommand root = (CityLakeCommand) command.getCommandSpec().root().userObject();
          return new FailureReport(new Output(out, err, root.json), root.home()).tell(e);
        });
    return line;
  }

  Settings settings() {
    if (city != null && !Files.isDirectory(city)) {
      throw new CityLakeException(
          CityLakeException.Kind.USER,
          "Cannot use the city directory " + city.toAbsolutePath() + ": there is no such folder");
    }
    return new Settings(
        Settings.root(environment),
        home(),
        Optional.ofNullable(city).map(c -> c.toAbsolutePath().normalize()),
        environment);
  }

  private Home home() {
    String given = environment.getOrDefault("CITYLAKE_HOME", "");
    return new Home(home != null ? home : Path.of(given.isBlank() ? "var" : given));
  }

  boolean json() {
    return json;
  }
}
