package org.citylake.dashboard.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.live.JournalFile.Kept;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.route.Verb;

/** Alerts of live streams, and who has acknowledged them. */
public final class LiveAlertRoutes {
  private static final int PER_MINUTE = 120;

  /** Alerts that have ended are many; the newest of them are told. */
  private static final int ENDED = 100;

  private static final Permission SEES = Permission.wholeTable(LiveAlerts.TABLE);
  private static final Parameter ID =
      Parameter.path("id", new Parameter.Text("[0-9a-f]{16}"), "id of the alert");

  private final LiveAlerts alerts;
  private final JournalFile<Acknowledgement> file;
  private final Clock clock;

  /** An alert, and who acts. */
  record Told(
      @JsonUnwrapped LiveAlert alert,
      @JsonProperty("acknowledgements") List<Acknowledgement> acknowledgements) {}

  /**
   * Routes on a home's acknowledgements.
   *
   * @param file where they are kept
   */
  public LiveAlertRoutes(LiveAlerts alerts, Path file, Clock clock) {
    this.alerts = alerts;
    this.file = new JournalFile<>(file, Acknowledgement.class);
    this.clock = clock;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/live/alerts",
                "live-alerts",
                "Alerts of live streams as they are now",
                "LiveAlerts",
                this::list)
            .needs(SEES)
            .atMost(PER_MINUTE),
        Route.of(
                Verb.POST,
                "/api/v1/live/alerts/{id}/acknowledgement",
                "acknowledge-alert",
                "Say that you have seen an alert and act",
                this::acknowledge)
            .takes(ID)
            .reads("Note")
            .gives(200, "Acknowledgement")
            .gives(201, "Acknowledgement")
            .needs(Permission.action("acknowledge").and(SEES))
            .atMost(PER_MINUTE));
  }

  private void list(Call call) {
    List<LiveAlert> all = alerts.all();
    long open = all.stream().filter(LiveAlert::open).count();
    List<Acknowledgement> said = file.all();
    Answer.json(
        call.context(),
        200,
        Map.of(
            "open",
            open,
            "ended",
            all.size() - open,
            "alerts",
            all.stream().limit(open + ENDED).map(alert -> told(alert, said)).toList()));
  }

  private static Told told(LiveAlert alert, List<Acknowledgement> said) {
    return new Told(alert, said.stream().filter(a -> a.warning().equals(alert.id())).toList());
  }

  private void acknowledge(Call call) {
    String id = call.text(ID);
    if (alerts.all().stream().noneMatch(alert -> alert.id().equals(id) && alert.open())) {
      throw ProblemException.notFound("There is no such alert open.");
    }
    String user = call.caller().principal().name();
    Kept<Acknowledgement> kept =
        file.keep(
            before -> before.warning().equals(id) && before.user().equals(user),
            () ->
                new Acknowledgement(
                    id,
                    user,
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                    call.body().path("note").asText("")));
    Answer.json(call.context(), kept.isNew() ? 201 : 200, kept.entry());
  }
}
