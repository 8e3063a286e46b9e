package org.citylake.dashboard.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.citylake.core.json.Json;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.answer.Asset;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.live.JournalFile.Kept;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.route.Verb;
import org.citylake.dashboard.store.PageStore;

/** Warnings of a release, and who has acknowledged them. */
public final class WarningRoutes {
  private static final String VALUES = "metric.indicator_value";
  private static final int PER_MINUTE = 60;
  private static final Parameter ID =
      Parameter.path("id", new Parameter.Text("[0-9a-f]{16}"), "id of the warning");

  private final ReleaseChoice releases;
  private final JournalFile<Acknowledgement> file;
  private final Clock clock;

  /**
   * Routes on a home's acknowledgements.
   *
   * @param file where they are kept
   */
  public WarningRoutes(ReleaseChoice releases, Path file, Clock clock) {
    this.releases = releases;
    this.file = new JournalFile<>(file, Acknowledgement.class);
    this.clock = clock;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/warnings", "warnings", "Warnings in force", "Warnings", this::list)
            .takes(ReleaseChoice.RELEASE)
            .needs(Permission.wholeTable(VALUES)),
        Route.get(
                "/api/v1/acknowledgements",
                "acknowledgements",
                "Who has acknowledged which warning",
                "Acknowledgements",
                this::acknowledged)
            .needs(Permission.action("acknowledge")),
        Route.of(
                Verb.POST,
                "/api/v1/warnings/{id}/acknowledgement",
                "acknowledge",
                "Say that you have seen a warning and act",
                this::acknowledge)
            .takes(ID)
            .reads("Note")
            .gives(200, "Acknowledgement")
            .gives(201, "Acknowledgement")
            .needs(Permission.action("acknowledge"))
            .atMost(PER_MINUTE));
  }

  private void list(Call call) {
    PageStore store = releases.of(call);
    Answer.send(
        call.context(),
        Asset.of(
            store.release(),
            "application/json",
            Json.line(Map.of("release", store.release(), "warnings", Warnings.of(store)))
                .getBytes(StandardCharsets.UTF_8)));
  }

  private void acknowledged(Call call) {
    Answer.json(call.context(), 200, Map.of("acknowledgements", file.all()));
  }

  private void acknowledge(Call call) {
    String id = call.text(ID);
    JsonNode warning =
        releases.newest().map(Warnings::of).orElse(List.of()).stream()
            .filter(w -> w.path("id").asText().equals(id))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("There is no such warning in force."));
    OwnArea.require(
        call.caller(),
        Warnings.district(warning),
        "You may acknowledge the warnings of your own district.");
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
