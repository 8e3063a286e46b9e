package org.citylake.cli.stewardship;

import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.stewardship.KeptLink;
import org.citylake.core.stewardship.LinkChoice;
import org.citylake.core.stewardship.LinkDecided;
import org.citylake.core.stewardship.StewardJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code link-decision}: which records are of one entity, whatever their weights say. */
@Command(
    name = "link-decision",
    description = {
      "Pin or forbid the link of two records.",
      "A decision holds from the next run on and in every later one. Of several on the same two"
          + " records the latest holds, and it holds over a line of the code list link_decision."
    },
    subcommands = {LinkDecisionCommand.Add.class, LinkDecisionCommand.Listing.class},
    synopsisSubcommandLabel = "add|list",
    footer = {"", "Example:", "  ./citylake link-decision list"})
public final class LinkDecisionCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(spec().commandLine(), "Say what to do: add or list");
  }

  /** {@code link-decision add}. */
  @Command(
      name = "add",
      description = {
        "Decide about two records: same pins their link, apart forbids it, open takes back what"
            + " was decided before.",
        "Records are named by source and source key, as the entity's _link table has them."
      },
      footer = {
        "",
        "Example:",
        "  ./citylake link-decision add legal_entity apart tax_registration/T1 \\",
        "      legal_entity_registration/R1 --reason \"one code used twice\""
      })
  static final class Add extends StewardCommand {
    @Parameters(index = "0", paramLabel = "ENTITY", description = "Such as person.")
    private String entity = "";

    @Parameters(index = "1", paramLabel = "same|apart|open", description = "What is decided.")
    private String decision = "";

    @Parameters(
        index = "2..3",
        arity = "2",
        paramLabel = "SOURCE/KEY",
        description = "The two records.")
    private List<String> records = List.of();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Override
    int run(StewardJournal journal, Settings settings, Output output) {
      LinkChoice link = RecordNames.link(entity, decision, records);
      names(settings).require(link);
      KeptLink kept = journal.add(new LinkDecided(link, reason, user(), journal.now()));
      output.say(line(kept));
      output.result(Map.of("decision", kept));
      return 0;
    }
  }

  /** {@code link-decision list}. */
  @Command(
      name = "list",
      description = "List the decisions that hold.",
      footer = {"", "Example:", "  ./citylake link-decision list --all"})
  static final class Listing extends StewardCommand {
    @Option(names = "--all", description = "Those too that a later one replaced.")
    private boolean all;

    @Override
    int run(StewardJournal journal, Settings settings, Output output) {
      List<KeptLink> found =
          journal.read().links().stream().filter(kept -> all || kept.inForce()).toList();
      found.forEach(kept -> output.say(line(kept)));
      if (found.isEmpty()) {
        output.say("No decisions.");
      }
      output.result(Map.of("decisions", found));
      return 0;
    }
  }
}
