package org.citylake.cli.stewardship;

import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.stewardship.LinkChoice;
import org.citylake.core.stewardship.Objection;
import org.citylake.core.stewardship.ObjectionStep.Corrected;
import org.citylake.core.stewardship.ObjectionStep.Decided;
import org.citylake.core.stewardship.ObjectionStep.Raised;
import org.citylake.core.stewardship.ObjectionStep.Receipt;
import org.citylake.core.stewardship.ObjectionStep.Sent;
import org.citylake.core.stewardship.StewardJournal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code objection}: disputed golden records, from raising to receipt. */
@Command(
    name = "objection",
    description = {
      "Carry an objection to a golden record (校核、异议) from its raising to its receipt.",
      "raise, send it to the agency, decide (upheld or rejected), correct (the source delivered a"
          + " corrected record), receipt (whoever objected is told). Steps come in this order; a"
          + " rejected objection needs its receipt alone, and one that ends by a decision on a link"
          + " needs no corrected record.",
      "Words name records by city ids and keys, never by the number of a resident."
    },
    subcommands = {
      ObjectionCommand.Raise.class,
      ObjectionCommand.Send.class,
      ObjectionCommand.Decide.class,
      ObjectionCommand.Correct.class,
      ObjectionCommand.Tell.class,
      ObjectionCommand.Listing.class
    },
    synopsisSubcommandLabel = "raise|send|decide|correct|receipt|list",
    footer = {"", "Example:", "  ./citylake objection list"})
public final class ObjectionCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(
        spec().commandLine(), "Say what to do: raise, send, decide, correct, receipt or list");
  }

  /** {@code objection raise}. */
  @Command(
      name = "raise",
      description = "Object to a golden record, or to one attribute of it.",
      footer = {
        "",
        "Example:",
        "  ./citylake objection raise legal_entity ID --attribute premises --text \"moved in May\""
      })
  static final class Raise extends StewardCommand {
    @Parameters(
        index = "0",
        paramLabel = "ENTITY",
        description =
            "Such as person, legal_entity, building, house; credit_record for what counts for the"
                + " credit of a legal entity.")
    private String entity = "";

    @Parameters(
        index = "1",
        paramLabel = "ID",
        description = "City id of the golden record; of the legal entity for its credit.")
    private String cityId = "";

    @Option(
        names = "--attribute",
        defaultValue = "",
        paramLabel = "NAME",
        description = "The disputed attribute; the record as a whole without it.")
    private String attribute = "";

    @Option(names = "--text", required = true, paramLabel = "TEXT", description = "What is wrong.")
    private String text = "";

    @Override
    int run(StewardJournal journal, Settings settings, Output output) {
      names(settings).requireDisputable(entity);
      return tell(
          journal.raise(
              number -> new Raised(number, entity, cityId, attribute, text, user(), journal.now())),
          output);
    }
  }

  /** {@code objection send}. */
  @Command(
      name = "send",
      description = "Note that the agency of a source was asked.",
      footer = {"", "Example:", "  ./citylake objection send 3 --source tax_registration"})
  static final class Send extends StewardCommand {
    @Parameters(paramLabel = "NUMBER", description = "Of the objection.")
    private int number;

    @Option(
        names = "--source",
        required = true,
        paramLabel = "ID",
        description = "The source whose agency is asked.")
    private String source = "";

    @Option(
        names = "--text",
        defaultValue = "",
        paramLabel = "TEXT",
        description = "What it is asked.")
    private String text = "";

    @Override
    int run(StewardJournal journal, Settings settings, Output output) {
      names(settings).requireSource(source);
      return tell(journal.add(new Sent(number, source, text, user(), journal.now())), output);
    }
  }

  /** {@code objection decide}. */
  @Command(
      name = "decide",
      description = {
        "Note what the agency decided, and why.",
        "With --same or --apart and two records the decision on their link follows from it, and"
            + " holds from the next run on."
      },
      footer = {
        "",
        "Examples:",
        "  ./citylake objection decide 3 --rejected --reason \"the register is right\"",
        "  ./citylake objection decide 3 --upheld --reason \"two firms\" \\",
        "      --apart tax_registration/T1 legal_entity_registration/R1"
      })
  static final class Decide extends StewardCommand {
    @Parameters(paramLabel = "NUMBER", description = "Of the objection.")
    private int number;

    @ArgGroup(multiplicity = "1")
    private Outcome outcome = new Outcome();

    @ArgGroup(multiplicity = "0..1")
    private @Nullable Linked linked;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    /** One of the two. */
    static final class Outcome {
      @Option(names = "--upheld", description = "Whoever objected is right.")
      private boolean upheld;

      @Option(names = "--rejected", description = "The record stays as it is.")
      private boolean rejected;
    }

    /** What follows for a link. */
    static final class Linked {
      @Option(
          names = "--same",
          arity = "2",
          paramLabel = "SOURCE/KEY",
          description = "These two records are of one entity.")
      private List<String> same = List.of();

      @Option(
          names = "--apart",
          arity = "2",
          paramLabel = "SOURCE/KEY",
          description = "These two records are of two entities.")
      private List<String> apart = List.of();
    }

    @Override
    int run(StewardJournal journal, Settings settings, Output output) {
      LinkChoice link = linked == null ? null : link(journal, linked);
      if (link != null) {
        names(settings).require(link);
      }
      String decided = outcome.rejected ? Decided.REJECTED : Decided.UPHELD;
      return tell(
          journal.add(new Decided(number, decided, reason, link, user(), journal.now())), output);
    }

    private LinkChoice link(StewardJournal journal, Linked given) {
      String entity =
          journal
              .read()
              .find(number)
              .map(objection -> objection.raised().entity())
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec().commandLine(), "There is no objection " + number));
      return given.apart.isEmpty()
          ? RecordNames.link(entity, LinkChoice.SAME, given.same)
          : RecordNames.link(entity, LinkChoice.APART, given.apart);
    }
  }

  /** {@code objection correct}. */
  @Command(
      name = "correct",
      description = "Note that the source delivered a corrected record.",
      footer = {"", "Example:", "  ./citylake objection correct 3 --delivery 2026-11-25"})
  static final class Correct extends StewardCommand {
    @Parameters(paramLabel = "NUMBER", description = "Of the objection.")
    private int number;

    @Option(
        names = "--delivery",
        required = true,
        paramLabel = "LOAD|DAY",
        description = "Id of the load that brought it, or its day.")
    private String delivery = "";

    @Option(
        names = "--text",
        defaultValue = "",
        paramLabel = "TEXT",
        description = "What was corrected.")
    private String text = "";

    @Override
    int run(StewardJournal journal, Settings settings, Output output) {
      return tell(
          journal.add(new Corrected(number, delivery, text, user(), journal.now())), output);
    }
  }

  /** {@code objection receipt}. */
  @Command(
      name = "receipt",
      description = "Note that whoever objected was told what became of it; the end.",
      footer = {"", "Example:", "  ./citylake objection receipt 3 --to \"subdistrict office\""})
  static final class Tell extends StewardCommand {
    @Parameters(paramLabel = "NUMBER", description = "Of the objection.")
    private int number;

    @Option(
        names = "--to",
        required = true,
        paramLabel = "OFFICE",
        description = "The office or role that was told; no person's name.")
    private String receiver = "";

    @Option(
        names = "--text",
        defaultValue = "",
        paramLabel = "TEXT",
        description = "What was told.")
    private String text = "";

    @Override
    int run(StewardJournal journal, Settings settings, Output output) {
      return tell(journal.add(new Receipt(number, receiver, text, user(), journal.now())), output);
    }
  }

  /** {@code objection list}. */
  @Command(
      name = "list",
      description = "List objections with their state and what comes next, the open ones alone.",
      footer = {"", "Example:", "  ./citylake objection list --all --json"})
  static final class Listing extends StewardCommand {
    @Option(names = "--all", description = "Those that have their receipt too.")
    private boolean all;

    @Override
    int run(StewardJournal journal, Settings settings, Output output) {
      List<Objection> found =
          journal.read().objections().stream().filter(o -> all || !o.next().isEmpty()).toList();
      found.forEach(objection -> output.say(line(objection)));
      if (found.isEmpty()) {
        output.say(all ? "No objections." : "No open objections.");
      }
      output.result(Map.of("objections", found));
      return 0;
    }
  }
}
