package org.citylake.dashboard.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.live.JournalFile.Kept;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.route.Verb;
import org.citylake.dashboard.store.PageStore;

/** {@code /api/v1/supervisions}: what leaders ask to be seen to (督办). */
public final class SupervisionRoutes {
  private static final int PER_MINUTE = 60;
  private static final String ACTION = "supervise";

  private final ReleaseChoice releases;
  private final BiFunction<Call, String, String> areaOfCase;
  private final JournalFile<Supervision> file;
  private final Clock clock;

  /**
   * Routes on a home's requests.
   *
   * @param areaOfCase gives the area of a case that the caller may see, else throws a problem
   * @param file where they are kept
   */
  public SupervisionRoutes(
      ReleaseChoice releases, BiFunction<Call, String, String> areaOfCase, Path file, Clock clock) {
    this.releases = releases;
    this.areaOfCase = areaOfCase;
    this.file = new JournalFile<>(file, Supervision.class);
    this.clock = clock;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/supervisions",
                "supervisions",
                "What leaders ask to be seen to",
                "Supervisions",
                this::list)
            .needs(Permission.action(ACTION)),
        Route.of(
                Verb.POST,
                "/api/v1/supervisions",
                "supervise",
                "Ask that a figure or a case is seen to",
                this::supervise)
            .reads("SupervisionRequest")
            .gives(200, "Supervision")
            .gives(201, "Supervision")
            .needs(Permission.action(ACTION))
            .atMost(PER_MINUTE));
  }

  /** To whoever acts for one area alone its own are told. */
  private void list(Call call) {
    Answer.json(
        call.context(),
        200,
        Map.of(
            "supervisions",
            file.all().stream().filter(s -> OwnArea.holds(call.caller(), s.area())).toList()));
  }

  private void supervise(Call call) {
    JsonNode body = call.body();
    String kind = body.path("kind").asText();
    String subject = body.path("subject").asText();
    boolean figure = kind.equals("figure");
    String area = figure ? body.path("ref_area").asText() : areaOfCase.apply(call, subject);
    String period = figure ? body.path("time_period").asText() : "";
    OwnArea.require(call.caller(), area, "You may ask for your own district's figures and cases.");
    if (figure) {
      requireFigure(subject, area, period);
    }
    Supervision wanted =
        new Supervision(
            kind,
            subject,
            area,
            period,
            call.caller().principal().name(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            body.path("note").asText(""));
    Kept<Supervision> kept = file.keep(wanted::sameAs, () -> wanted);
    Answer.json(call.context(), kept.isNew() ? 201 : 200, kept.entry());
  }

  /** A request must be of a value that is published. */
  private void requireFigure(String code, String area, String period) {
    boolean published =
        releases
            .newest()
            .map((PageStore store) -> ReleaseChoice.read(store, "indicators/" + code + ".json"))
            .map(SupervisionRoutes::values)
            .orElse(List.of())
            .stream()
            .anyMatch(
                value ->
                    value.path("time_period").asText().equals(period)
                        && (value.path("ref_area").asText().equals(area)
                            || value.path("district").asText().equals(area)));
    if (!published) {
      throw ProblemException.notFound(
          "The newest release has no value of " + code + " for that area and period.");
    }
  }

  private static List<JsonNode> values(JsonNode indicator) {
    return java.util.stream.StreamSupport.stream(indicator.path("values").spliterator(), false)
        .toList();
  }
}
