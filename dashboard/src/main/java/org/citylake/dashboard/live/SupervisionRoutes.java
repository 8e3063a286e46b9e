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
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.route.Verb;
import org.citylake.dashboard.store.PageStore;

/**
 * {@code /api/v1/supervisions}: what leaders ask to be seen to (督办), what is answered, and what is
 * closed. Whoever may answer does so for his own area; closed it is by whom it was raised, or by a
 * leader of the whole city.
 */
public final class SupervisionRoutes {
  private static final int PER_MINUTE = 60;
  private static final String ACTION = "supervise";
  private static final Permission MAY_RAISE = Permission.action(ACTION);
  private static final Permission MAY_ANSWER = MAY_RAISE.or(Permission.action("answer"));
  private static final Parameter NUMBER =
      Parameter.path("number", new Parameter.Whole(1, 999_999), "number of the supervision");

  private final ReleaseChoice releases;
  private final BiFunction<Call, String, String> areaOfCase;
  private final SupervisionJournal journal;
  private final Clock clock;

  /**
   * Routes on a home's requests.
   *
   * @param areaOfCase gives the area of a case that the caller may see, else throws a problem
   * @param folder where they are kept
   */
  public SupervisionRoutes(
      ReleaseChoice releases,
      BiFunction<Call, String, String> areaOfCase,
      Path folder,
      Clock clock) {
    this.releases = releases;
    this.areaOfCase = areaOfCase;
    this.journal =
        new SupervisionJournal(
            folder.resolve("supervisions.jsonl"), folder.resolve("supervision_steps.jsonl"));
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
            .needs(MAY_ANSWER),
        Route.of(
                Verb.POST,
                "/api/v1/supervisions",
                "supervise",
                "Ask that a figure or a case is seen to",
                this::supervise)
            .reads("SupervisionRequest")
            .gives(200, "Supervision")
            .gives(201, "Supervision")
            .needs(MAY_RAISE)
            .atMost(PER_MINUTE),
        step(
                "answer",
                "answer_supervision",
                "Answer what is asked to be seen to",
                "SupervisionAnswer",
                this::answer)
            .needs(MAY_ANSWER),
        step("closure", "close_supervision", "Close what has been seen to", "Note", this::close)
            .needs(MAY_RAISE));
  }

  private static Route step(
      String name, String id, String summary, String schema, Route.Work work) {
    return Route.of(Verb.POST, "/api/v1/supervisions/{number}/" + name, id, summary, work)
        .takes(NUMBER)
        .reads(schema)
        .gives(200, "Supervision")
        .gives(201, "Supervision")
        .atMost(PER_MINUTE);
  }

  /** To whoever acts for one area alone its own are told. */
  private void list(Call call) {
    Answer.json(
        call.context(),
        200,
        Map.of(
            "supervisions",
            journal.all().stream()
                .filter(told -> OwnArea.holds(call.caller(), told.asked().area()))
                .toList()));
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
            now(),
            body.path("note").asText(""));
    answer(call, journal.raise(wanted));
  }

  private void answer(Call call) {
    add(call, own(call), SupervisionStep.ANSWERED);
  }

  private void close(Call call) {
    ToldSupervision told = own(call);
    if (!OwnArea.whole(call.caller())
        && !told.asked().user().equals(call.caller().principal().name())) {
      throw new ProblemException(
          403,
          "not-granted",
          "This is not granted to you",
          "It is closed by whom it was raised, or by a leader of the whole city.");
    }
    add(call, told, SupervisionStep.CLOSED);
  }

  /** One of another's area is not told from one that does not exist. */
  private ToldSupervision own(Call call) {
    return journal
        .find(call.number(NUMBER, 0))
        .filter(told -> OwnArea.holds(call.caller(), told.asked().area()))
        .orElseThrow(() -> ProblemException.notFound("There is no such supervision."));
  }

  private void add(Call call, ToldSupervision told, String step) {
    SupervisionStep wanted =
        new SupervisionStep(
            told.number(),
            step,
            call.caller().principal().name(),
            now(),
            call.body().path("note").asText(""));
    answer(
        call,
        journal
            .add(wanted)
            .orElseThrow(
                () ->
                    new ProblemException(
                        409,
                        "closed",
                        "It is closed",
                        "The supervision is closed: raise it anew where there is more to see to.")));
  }

  private static void answer(Call call, Kept<ToldSupervision> kept) {
    Answer.json(call.context(), kept.isNew() ? 201 : 200, kept.entry());
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
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
