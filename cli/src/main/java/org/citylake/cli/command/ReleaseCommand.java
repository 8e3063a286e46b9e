package org.citylake.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleaseChange;
import org.citylake.lakehouse.release.ReleaseChanges;
import org.citylake.lakehouse.release.ReleaseReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code release}: what was published, why, what it changed; and making it final. */
@Command(
    name = "release",
    description = "List releases, show what one changed, or make one final.",
    subcommands = {
      ReleaseCommand.Listing.class,
      ReleaseCommand.Show.class,
      ReleaseFinaliseCommand.class
    },
    synopsisSubcommandLabel = "(list | show | finalise)",
    footer = {
      "",
      "Examples:",
      "  ./citylake release list",
      "  ./citylake release show 20261121-0123abcd",
      "  ./citylake release finalise 20261121-0123abcd --reason \"Approved by the leading group\""
    })
final class ReleaseCommand {
  private static final int SHOWN = 50;

  /** {@code release list}. */
  @Command(
      name = "list",
      description = "List the releases, oldest first.",
      footer = {"", "Example:", "  ./citylake release list --json"})
  static final class Listing extends CityLakeSubcommand {
    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      try (Lake lake = Lake.attachOrStart(settings.home());
          LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Release release : new ReleaseReader(live).all()) {
          output.say(
              "%-28s %-12s %s  %s"
                  .formatted(
                      release.releaseId(),
                      release.status(),
                      release.createdAt(),
                      release.occasion().reason().orElse("-")));
          rows.add(facts(release));
        }
        output.result(Map.of("releases", rows));
      }
      return 0;
    }
  }

  /** {@code release show}. */
  @Command(
      name = "show",
      description = "Show a release: why it was made, and which figures it changed and why.",
      footer = {"", "Example:", "  ./citylake release show 20261121-0123abcd"})
  static final class Show extends CityLakeSubcommand {
    @Parameters(paramLabel = "RELEASE", description = "The release's id.")
    private String releaseId = "";

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      try (Lake lake = Lake.attachOrStart(settings.home());
          LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
        Release release = Releases.load(new ReleaseReader(live), releaseId);
        List<ReleaseChange> changes = new ReleaseChanges(live).load(release);
        Map<String, Object> told = facts(release);
        told.forEach((name, value) -> output.say("%-14s %s".formatted(name, value)));
        output.say("%-14s %s".formatted("changes", changes.size()));
        changes.stream().limit(SHOWN).forEach(change -> output.say("  " + text(change)));
        if (changes.size() > SHOWN) {
          output.say("  the first " + SHOWN + "; --json has all");
        }
        told.put("changes", changes.stream().map(ReleaseCommand::object).toList());
        output.result(told);
      }
      return 0;
    }
  }

  private static Map<String, Object> facts(Release release) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("release", release.releaseId());
    facts.put("status", release.status());
    facts.put("created_at", release.createdAt().toString());
    facts.put("reason", release.occasion().reason().orElse(""));
    facts.put("follows", release.occasion().follows().orElse(""));
    facts.put("corrects", release.occasion().corrects().orElse(""));
    facts.put("compared_with", release.comparedWith().orElse(""));
    facts.put("code_version", release.codeVersion());
    facts.put("tables", release.tables().size());
    return facts;
  }

  private static Map<String, @Nullable Object> object(ReleaseChange change) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("table", change.table());
    object.put("key", change.key());
    object.put("change", change.change());
    object.put("old", change.oldValue());
    object.put("new", change.newValue());
    object.put("causes", change.causes());
    return object;
  }

  private static String text(ReleaseChange change) {
    return change.key()
        + ": was "
        + Optional.ofNullable(change.oldValue()).orElse("none")
        + ", is "
        + Optional.ofNullable(change.newValue()).orElse("none")
        + "; "
        + String.join(", ", change.causes());
  }
}
