package org.citylake.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
  abstract static class OfRelease extends ReleaseReadingCommand {
    abstract Explanation explain(FigureExplainer explainer);

    @Override
    protected void tell(ReleaseExplainer opened, Output output) {
      Explanation explanation = explain(opened.figures());
      output.say(explanation.text().stripTrailing());
      output.result(explanation.object());
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

  /** Explains the credit of legal entities. */
  @Command(
      name = "credit",
      description = {
        "Explains the credit of legal entities: score and class by each declared model, each record"
            + " and what it did, down to the delivered line. Several are shown one after another.",
        "A model's score is no judgement of law, and natural persons have none. What an audience may"
            + " see of it is shown by ./citylake credit."
      },
      footer = {"", "Example:", "  ./citylake explain credit 91310115YL026G31XR"})
  static final class Credit extends ReleaseReadingCommand {
    @Parameters(
        paramLabel = "WHO",
        arity = "1..*",
        description = "City id, credit code, registration number, organisation code or whole name.")
    private List<String> who = new ArrayList<>();

    @Override
    protected void tell(ReleaseExplainer opened, Output output) {
      List<Map<String, Object>> objects = new ArrayList<>();
      for (String named : who) {
        Explanation explanation = opened.figures().credit(named);
        output.say(explanation.text().stripTrailing());
        objects.add(explanation.object());
      }
      output.result(Map.of("credit", objects));
    }
  }
}
