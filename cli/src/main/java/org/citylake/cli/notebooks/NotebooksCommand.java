package org.citylake.cli.notebooks;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code notebooks}: the shipped notebooks over the SQL of a served home. */
@Command(
    name = "notebooks",
    description = {
      "Notebooks for analysts over the SQL of a served home (./citylake serve).",
      "They run in a Python environment of the home's own. Needs Python 3.11 to 3.13."
    },
    subcommands = {NotebooksCommand.Run.class, NotebooksCommand.Up.class},
    synopsisSubcommandLabel = "run|up",
    footer = {"", "Examples:", "  ./citylake notebooks run", "  ./citylake notebooks up"})
public final class NotebooksCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(spec().commandLine(), "Say what to do: run or up");
  }

  /** {@code notebooks run}. */
  @Command(
      name = "run",
      description = {
        "Run notebooks top to bottom; exit code 1 when a cell fails, which is named.",
        "What they show is written as notebooks with outputs, and their figures as PNG."
      },
      footer = {
        "",
        "Examples:",
        "  ./citylake notebooks run",
        "  ./citylake notebooks run 03_district_profile --out profile"
      })
  static final class Run extends CityLakeSubcommand {
    @Parameters(
        paramLabel = "NAME",
        description = "Which notebooks (all without a name); a file of your own ends in .ipynb.")
    private List<String> names = List.of();

    @Option(
        names = "--out",
        paramLabel = "DIR",
        description = "Where results are written (else notebooks/results in the home).")
    private @Nullable Path out;

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      NotebookFiles files = NotebookFiles.of(settings.root());
      List<Path> chosen = files.select(names);
      NotebookEnvironment environment = NotebookEnvironment.ensure(settings, files, output);
      Path folder =
          out == null
              ? environment.folder().root().resolve("results")
              : out.toAbsolutePath().normalize();
      List<NotebookResult> results =
          environment.execute(chosen, folder, result -> output.progress(result.line()));
      List<NotebookResult> failed = results.stream().filter(r -> r.error() != null).toList();
      output.say(results.size() - failed.size() + " of " + chosen.size() + " ran; see " + folder);
      output.result(Map.of("folder", folder.toString(), "notebooks", results));
      return failed.isEmpty() ? 0 : 1;
    }
  }

  /** {@code notebooks up}. */
  @Command(
      name = "up",
      description = {
        "Open the notebooks in a JupyterLab on this machine, until Ctrl-C.",
        "A copy of them in the home is opened; what is there already is kept."
      },
      footer = {"", "Example:", "  ./citylake notebooks up --port 8888"})
  static final class Up extends CityLakeSubcommand {
    @Option(
        names = "--port",
        paramLabel = "PORT",
        defaultValue = "8888",
        description = "Its port on loopback (default ${DEFAULT-VALUE}).")
    private int port;

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      if (port < 1 || port > 65535) {
        throw new CityLakeException(Kind.USER, "--port " + port + " must be from 1 to 65535");
      }
      NotebookFiles files = NotebookFiles.of(settings.root());
      NotebookEnvironment environment = NotebookEnvironment.ensure(settings, files, output);
      Path copy = files.copyMissing(environment.folder().root().resolve("work"));
      URI address = URI.create("http://127.0.0.1:" + port);
      environment.serve(
          copy,
          port,
          output,
          () ->
              output.progress(
                  "JupyterLab  "
                      + address.resolve("/lab")
                      + "  token in "
                      + environment.folder().root().resolve("jupyter-token")
                      + "; Ctrl-C ends it"));
      output.result(Map.of("folder", copy.toString()));
      return 0;
    }
  }
}
