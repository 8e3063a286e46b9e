package org.citylake.cli.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.schedule.HomeScheduler;
import org.citylake.cli.schedule.Round;
import org.citylake.cli.schedule.ScheduleStore;
import org.citylake.cli.schedule.ScheduleText;
import org.citylake.cli.schedule.SchedulerLoop;
import org.citylake.cli.schedule.SlotDelivery;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.declaration.ExportSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code schedule}: the exports by their schedules. */
@Command(
    name = "schedule",
    description = "Write and deliver the exports by their schedules.",
    subcommands = {
      ScheduleCommand.RunSchedules.class,
      ScheduleCommand.ListSchedules.class,
      ScheduleCommand.Status.class
    },
    synopsisSubcommandLabel = "run|list|status",
    footer = {"", "Example:", "  ./citylake schedule list"})
final class ScheduleCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(spec().commandLine(), "Say what to do: run, list or status");
  }

  /** {@code schedule run}. */
  @Command(
      name = "run",
      description = "Run the schedules until Ctrl-C; each slot is written and delivered once.",
      footer = {
        "",
        "Ends with 1 when a delivery failed (with --once), or another process runs them.",
        "",
        "Examples:",
        "  ./citylake schedule run",
        "  ./citylake schedule run --once"
      })
  static final class RunSchedules extends CityLakeSubcommand {
    @Option(names = "--once", description = "Do what is due now, and end.")
    private boolean once;

    @Override
    protected int run(Settings settings, Output output) throws Exception {
      requireHome(settings);
      DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
      try (HomeScheduler home =
          HomeScheduler.of(HomeLock.takeSchedule(settings.home()), settings, library)) {
        if (once) {
          Round round = home.scheduler().round();
          tell(round, output);
          output.result(object(round));
          return round.failed().isEmpty() ? 0 : 1;
        }
        output.progress("Running the schedules until Ctrl-C");
        new SchedulerLoop(home.scheduler(), round -> tell(round, output)).run();
      }
      return 0;
    }

    private static Map<String, Object> object(Round round) {
      return Map.of(
          "slots", round.changed().stream().map(ScheduleText::object).toList(),
          "open", round.open().size(),
          "failed", round.failed().size(),
          "warnings", round.warnings());
    }
  }

  /** Tells what a round did. */
  static void tell(Round round, Output output) {
    round.warnings().forEach(warning -> output.progress("Warning: " + warning));
    round.changed().forEach(delivery -> output.say(ScheduleText.line(delivery)));
  }

  /** {@code schedule list}. */
  @Command(
      name = "list",
      description = "List the exports that have a schedule, with their next times.",
      footer = {"", "Example:", "  ./citylake schedule list --next 5"})
  static final class ListSchedules extends CityLakeSubcommand {
    @Option(
        names = "--next",
        paramLabel = "N",
        defaultValue = "3",
        description = "How many of the next times (default 3).")
    private int next;

    @Override
    protected int run(Settings settings, Output output) {
      DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
      List<Map<String, Object>> exports = new ArrayList<>();
      for (ExportDeclaration export : library.exports()) {
        if (export.schedule().isPresent()) {
          ExportSchedule schedule = export.schedule().get();
          List<String> times = times(schedule);
          List<String> destinations = new ArrayList<>(List.of(SlotDelivery.HOME));
          export.destinations().stream()
              .map(d -> d.name() + " (" + d.shown() + ")")
              .forEach(destinations::add);
          output.say(
              "%s  %s %s  to %s"
                  .formatted(
                      export.name(),
                      schedule.cron(),
                      schedule.zone(),
                      String.join(", ", destinations)));
          times.forEach(time -> output.say("  " + time));
          Map<String, Object> object = new LinkedHashMap<>();
          object.put("export", export.name());
          object.put("cron", schedule.cron());
          object.put("zone", schedule.zone());
          object.put("catch_up", schedule.catchUp().name().toLowerCase(Locale.ROOT));
          object.put(
              "destinations", export.destinations().stream().map(ExportDestination::name).toList());
          object.put("next", times);
          exports.add(object);
        }
      }
      output.result(Map.of("exports", exports));
      return 0;
    }

    private List<String> times(ExportSchedule schedule) {
      List<String> times = new ArrayList<>();
      Optional<Instant> slot = schedule.slots().next(Clock.systemUTC().instant());
      while (slot.isPresent() && times.size() < next) {
        ZonedDateTime local = slot.get().atZone(ZoneId.of(schedule.zone()));
        times.add(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local));
        slot = schedule.slots().next(slot.get());
      }
      return times;
    }
  }

  /** {@code schedule status}. */
  @Command(
      name = "status",
      description = "Tell what became of the slots, the newest first.",
      footer = {
        "",
        "Ends with 1 while a delivery has failed and is not made up for.",
        "",
        "Examples:",
        "  ./citylake schedule status",
        "  ./citylake schedule status --audit"
      })
  static final class Status extends CityLakeSubcommand {
    @Option(
        names = "--last",
        paramLabel = "N",
        defaultValue = "50",
        description = "How many rows (default 50).")
    private int last;

    @Option(names = "--audit", description = "Every step that was recorded, in its order.")
    private boolean audit;

    @Override
    protected int run(Settings settings, Output output) {
      requireHome(settings);
      try (ScheduleStore store = ScheduleStore.open(settings.home())) {
        List<SlotDelivery> rows = audit ? store.audit() : store.newest(last);
        rows.forEach(row -> output.say(ScheduleText.line(row)));
        long failed = store.failures();
        output.say(rows.size() + " rows; failed and not made up for: " + failed);
        output.result(
            Map.of("slots", rows.stream().map(ScheduleText::object).toList(), "failed", failed));
        return failed == 0 ? 0 : 1;
      }
    }
  }
}
