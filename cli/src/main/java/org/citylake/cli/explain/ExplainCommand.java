package org.citylake.cli.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Walks from a figure to its definition, SQL, input snapshots and source rows. */
@Command(
    name = "explain",
    description = {
      "Walks from a figure to its definition, SQL, input snapshots and source lines; from a person,"
          + " a legal entity or whatever else is merged to its records, and why; from a credit score to its reasons."
    },
    subcommands = {
      ExplainCommand.Indicator.class,
      ExplainCommand.Index.class,
      ExplainCommand.Person.class,
      ExplainCommand.Entity.class,
      ExplainCommand.Credit.class
    },
    synopsisSubcommandLabel = "(indicator | index | person | entity | credit)",
    footer = {
      "",
      "Examples:",
      "  ./citylake explain indicator ii_integration_index --district 310113 --period 2015",
      "  ./citylake explain index plan_attainment/2015 --district 310106",
      "  ./citylake explain person P1-3b0c44298fc1c149afbf4c8996fb9242",
      "  ./citylake explain entity legal_entity L1-3b0c44298fc1c149afbf4c8996fb9242"
    })
public final class ExplainCommand {

  /** Explains something of one release. */
  abstract static class OfRelease extends CityLakeSubcommand {
    @Option(
        names = "--release",
        paramLabel = "ID",
        description = "Release to explain; the newest by default.")
    private Optional<String> release = Optional.empty();

    abstract Explanation explain(FigureExplainer explainer);

    @Override
    protected int run(Settings settings, Output output) throws Exception {
      requireHome(settings);
      try (ReleaseExplainer opened = ReleaseExplainer.open(settings, release)) {
        Explanation explanation = explain(opened.figures());
        output.say(explanation.text().stripTrailing());
        output.result(explanation.object());
      }
      return 0;
    }
  }

  /** Explains something of one district. */
  abstract static class Figure extends OfRelease {
    @Option(
        names = "--district",
        required = true,
        paramLabel = "CODE",
        description = "GB/T 2260 code, such as 310113.")
    String district = "";
  }

  /** Explains one indicator value. */
  @Command(
      name = "indicator",
      description = "Explains one indicator's value.",
      footer = {
        "",
        "Example:",
        "  ./citylake explain indicator ii_integration_index --district 310113 --period 2015"
      })
  static final class Indicator extends Figure {
    @Parameters(index = "0", paramLabel = "CODE", description = "Code of the indicator.")
    String code = "";

    @Option(
        names = "--period",
        required = true,
        paramLabel = "PERIOD",
        description = "Such as 2015 or 2011/2015.")
    String period = "";

    @Override
    Explanation explain(FigureExplainer explainer) {
      return explainer.indicator(code, district, period);
    }
  }

  /** Explains one unit's score. */
  @Command(
      name = "index",
      description = "Explains one district's score in an edition of an index.",
      footer = {
        "",
        "Example:",
        "  ./citylake explain index plan_attainment/2015 --district 310106"
      })
  static final class Index extends Figure {
    @Parameters(index = "0", paramLabel = "EDITION", description = "INDEX/EDITION.")
    String edition = "";

    @Option(names = "--period", paramLabel = "PERIOD", description = "Data period; all by default.")
    Optional<String> period = Optional.empty();

    @Override
    Explanation explain(FigureExplainer explainer) {
      return explainer.index(edition, district, period);
    }
  }

  /** Explains one person. */
  @Command(
      name = "person",
      description = {
        "Explains one person of the city: the records that were merged and how each is linked, why"
            + " each value survived, and what happened to the id.",
        "Identifying values are tokens. An id that was replaced leads to the one in its place."
      },
      footer = {"", "Example:", "  ./citylake explain person P1-3b0c44298fc1c149afbf4c8996fb9242"})
  static final class Person extends OfRelease {
    @Parameters(index = "0", paramLabel = "ID", description = "City id, now or formerly.")
    String id = "";

    @Override
    Explanation explain(FigureExplainer explainer) {
      return explainer.entity("person", id);
    }
  }

  /** Explains one golden record of any declared merge. */
  @Command(
      name = "entity",
      description = "Explains one golden record of any entity that a merge.yaml declares.",
      footer = {
        "",
        "Example:",
        "  ./citylake explain entity legal_entity L1-3b0c44298fc1c149afbf4c8996fb9242"
      })
  static final class Entity extends OfRelease {
    @Parameters(index = "0", paramLabel = "ENTITY", description = "Its name in merge.yaml.")
    String entity = "";

    @Parameters(index = "1", paramLabel = "ID", description = "City id, now or formerly.")
    String id = "";

    @Override
    Explanation explain(FigureExplainer explainer) {
      return explainer.entity(entity, id);
    }
  }

  /** Explains the credit of legal entities, or screens a list of them. */
  @Command(
      name = "credit",
      description = {
        "Explains the credit of legal entities: score and class by each declared model, each record"
            + " and what it did, down to the delivered line. Several are shown one after another.",
        "With --file a list is screened: the first column of a CSV names who is meant, and --out"
            + " gets a line for each, also for those that are unknown.",
        "A model's score is no judgement of law, and natural persons have none."
      },
      footer = {
        "",
        "Examples:",
        "  ./citylake explain credit 91310115YL026G31XR",
        "  ./citylake explain credit --file list.csv --out screened.csv"
      })
  static final class Credit extends CityLakeSubcommand {
    @Option(
        names = "--release",
        paramLabel = "ID",
        description = "Release to explain; the newest by default.")
    private Optional<String> release = Optional.empty();

    @Parameters(
        paramLabel = "WHO",
        arity = "0..*",
        description = "City id, credit code, registration number, organisation code or whole name.")
    private List<String> who = new ArrayList<>();

    @Option(names = "--file", paramLabel = "CSV", description = "A list to screen.")
    private @Nullable Path file;

    @Option(
        names = "--out",
        paramLabel = "CSV",
        description = "Where the screened list is written.")
    private @Nullable Path out;

    @Override
    protected int run(Settings settings, Output output) throws Exception {
      Path list = file;
      Path result = out;
      if (who.isEmpty() == (list == null) || (list == null) != (result == null)) {
        throw new ParameterException(
            spec().commandLine(), "Name who is meant, or give --file with --out");
      }
      requireHome(settings);
      try (ReleaseExplainer opened = ReleaseExplainer.open(settings, release)) {
        if (list != null && result != null) {
          Map<String, Long> counts = opened.figures().screen(list, result);
          counts.forEach((became, lines) -> output.say(became + "  " + lines));
          output.say("Screened: " + result);
          output.result(Map.of("lines", counts, "file", result.toString()));
          return 0;
        }
        List<Map<String, Object>> objects = new ArrayList<>();
        for (String named : who) {
          Explanation explanation = opened.figures().credit(named);
          output.say(explanation.text().stripTrailing());
          objects.add(explanation.object());
        }
        output.result(Map.of("credit", objects));
      }
      return 0;
    }
  }
}
