package org.citylake.cli.credit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.cli.explain.ReleaseExplainer;
import org.citylake.cli.explain.ReleaseReadingCommand;
import org.citylake.cli.state.Output;
import org.citylake.entities.credit.Disclosure.Audience;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code credit}: queries, compares and screens the public credit of legal entities. */
@Command(
    name = "credit",
    description = {
      "Shows the public credit of legal entities as a release has it: class, lists, red lines,"
          + " records, measures and warnings, as far as the audience may see them.",
      "A model's score is no judgement of law, and natural persons have none."
    },
    subcommands = {
      CreditCommand.Query.class,
      CreditCommand.Compare.class,
      CreditCommand.Screen.class
    },
    synopsisSubcommandLabel = "(query | compare | screen)",
    footer = {
      "",
      "Examples:",
      "  ./citylake credit query 91310115YL026G31XR --audience public",
      "  ./citylake credit compare 91310115YL026G31XR 91310114YLY2A0A30G",
      "  ./citylake credit screen --input list.csv --out screened.csv"
    })
public final class CreditCommand {

  /** Shows something of one release to an audience. */
  abstract static class ToAudience extends ReleaseReadingCommand {
    @Option(
        names = "--audience",
        paramLabel = "WHO",
        defaultValue = "agency",
        description =
            "Who is shown it: public, subject (the legal entity itself) or agency (the default);"
                + " the code list credit_item says what each may see.")
    private Audience audience = Audience.AGENCY;

    abstract void show(CreditReader reader, Output output) throws Exception;

    @Override
    protected void tell(ReleaseExplainer opened, Output output) throws Exception {
      show(
          new CreditReader(opened.walk(), new DisclosedCredit(opened.library(), audience)), output);
    }
  }

  /** Shows the credit files of legal entities. */
  @Command(
      name = "query",
      description = {
        "Shows the credit file of a legal entity, or of several one after another.",
        "What the audience may not see is counted and not shown."
      },
      footer = {
        "",
        "Examples:",
        "  ./citylake credit query 91310115YL026G31XR",
        "  ./citylake credit query 91310115YL026G31XR --audience public --json"
      })
  static final class Query extends ToAudience {
    @Parameters(
        paramLabel = "WHO",
        arity = "1..*",
        description = "City id, credit code, registration number, organisation code or whole name.")
    private List<String> who = new ArrayList<>();

    @Override
    void show(CreditReader reader, Output output) {
      List<Map<String, Object>> objects = new ArrayList<>();
      for (String named : who) {
        CreditFile file = reader.load(named);
        output.say(file.text().stripTrailing());
        objects.add(file.object());
      }
      output.result(Map.of("credit", objects));
    }
  }

  /** Puts credit files beside each other. */
  @Command(
      name = "compare",
      description = "Puts the credit of legal entities beside each other; != marks what differs.",
      footer = {
        "",
        "Example:",
        "  ./citylake credit compare 91310115YL026G31XR 91310114YLY2A0A30G"
      })
  static final class Compare extends ToAudience {
    @Parameters(
        paramLabel = "WHO",
        arity = "2..*",
        description = "City id, credit code, registration number, organisation code or whole name.")
    private List<String> who = new ArrayList<>();

    @Override
    void show(CreditReader reader, Output output) {
      CreditComparison comparison = CreditComparison.of(who.stream().map(reader::load).toList());
      output.say(comparison.text().stripTrailing());
      output.result(comparison.object());
    }
  }

  /** Looks up everybody on a list. */
  @Command(
      name = "screen",
      description = {
        "Looks up everybody on a list: class, lists and red lines, a line for each that is asked for"
            + " and each model. Who is unknown or not to be told apart stays on it with the note.",
        "The first column of the CSV says who is meant, by credit code, another number, city id or"
            + " whole name; the first line is a header."
      },
      footer = {
        "",
        "Examples:",
        "  ./citylake credit screen --input list.csv",
        "  ./citylake credit screen --input list.csv --out screened.csv --audience public"
      })
  static final class Screen extends ToAudience {
    @Option(
        names = "--input",
        paramLabel = "CSV",
        required = true,
        description = "The list to screen.")
    private Path input = Path.of("");

    @Option(
        names = "--out",
        paramLabel = "CSV",
        description = "Where the screened list is written; shown when it is not given.")
    private @Nullable Path out;

    @Override
    void show(CreditReader reader, Output output) throws Exception {
      Path file = out;
      CreditScreening screened = CreditScreening.of(reader, input);
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("lines", screened.counts());
      if (file == null) {
        output.say(screened.csv().stripTrailing());
        object.put("screened", screened.lines());
      } else {
        screened.write(file);
        object.put("file", file.toString());
      }
      screened.counts().forEach((became, lines) -> output.progress(became + "  " + lines));
      output.result(object);
    }
  }
}
