package org.citylake.dashboard.stewardship;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.citylake.core.stewardship.KnownNames;
import org.citylake.core.stewardship.LinkChoice;
import org.citylake.core.stewardship.Objection;
import org.citylake.core.stewardship.ObjectionStep;
import org.citylake.core.stewardship.ObjectionStep.Corrected;
import org.citylake.core.stewardship.ObjectionStep.Decided;
import org.citylake.core.stewardship.ObjectionStep.Raised;
import org.citylake.core.stewardship.ObjectionStep.Receipt;
import org.citylake.core.stewardship.ObjectionStep.Sent;
import org.citylake.core.stewardship.StewardJournal;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.route.Verb;

/**
 * {@code /api/v1/objections}: disputed golden records (校核、异议), from raising to receipt. A step that
 * may not come now is a 409 that says which may.
 */
public final class ObjectionRoutes {
  private static final int PER_MINUTE = 60;
  private static final Permission STEWARDS = Permission.action("objections");
  private static final Parameter NUMBER =
      Parameter.path("number", new Parameter.Whole(1, 999_999), "number of the objection");

  private final StewardJournal journal;
  private final KnownNames names;

  /**
   * Routes on a home's journal.
   *
   * @param names that may be used
   */
  public ObjectionRoutes(StewardJournal journal, KnownNames names) {
    this.journal = journal;
    this.names = names;
  }

  /** A step of the objection that a call is about. */
  private interface Made {
    ObjectionStep of(Objection objection, JsonNode body, Said said);
  }

  /** Who says something, and when. */
  private record Said(String by, String at) {}

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/objections",
                "objections",
                "Objections to golden records with their course",
                "Objections",
                this::list)
            .needs(STEWARDS),
        changing("", "raise_objection", "Object to a golden record", "Request", this::raise),
        step("sending", "Note that the agency was asked", "Sending", this::sent).takes(NUMBER),
        step("decision", "Note what the agency decided", "Decision", this::decided).takes(NUMBER),
        step("correction", "Note that the source corrected it", "Correction", this::corrected)
            .takes(NUMBER),
        step("receipt", "Note that whoever objected was told", "Receipt", this::receipt)
            .takes(NUMBER));
  }

  private Route step(String name, String summary, String schema, Made made) {
    return changing(
        "/{number}/" + name, name + "_of_objection", summary, schema, call -> add(call, made));
  }

  private static Route changing(
      String path, String id, String summary, String schema, Route.Work work) {
    return Route.of(Verb.POST, "/api/v1/objections" + path, id, summary, work)
        .reads("Objection" + schema)
        .gives(201, "Objection")
        .needs(STEWARDS)
        .atMost(PER_MINUTE);
  }

  private void list(Call call) {
    Answer.json(
        call.context(),
        200,
        Map.of(
            "objections",
            journal.read().objections(),
            "entities",
            new TreeSet<>(names.disputable()),
            "sources",
            new TreeSet<>(names.sources())));
  }

  private void raise(Call call) {
    JsonNode body = call.body();
    Said said = said(call);
    Answer.json(
        call.context(),
        201,
        Refusal.asWrong(
            () -> {
              names.requireDisputable(body.path("entity").asText());
              return journal.raise(
                  number ->
                      new Raised(
                          number,
                          body.path("entity").asText(),
                          body.path("city_id").asText(),
                          body.path("attribute").asText(""),
                          body.path("text").asText(),
                          said.by(),
                          said.at()));
            }));
  }

  private void add(Call call, Made made) {
    Objection objection =
        journal
            .read()
            .find(call.number(NUMBER, 0))
            .orElseThrow(() -> ProblemException.notFound("There is no such objection."));
    ObjectionStep step = Refusal.asWrong(() -> made.of(objection, call.body(), said(call)));
    Answer.json(call.context(), 201, Refusal.asConflict(() -> journal.add(step)));
  }

  private Said said(Call call) {
    return new Said(call.caller().principal().name(), journal.now());
  }

  private ObjectionStep sent(Objection objection, JsonNode body, Said said) {
    names.requireSource(body.path("source").asText());
    return new Sent(
        objection.number(), body.path("source").asText(), text(body), said.by(), said.at());
  }

  private ObjectionStep decided(Objection objection, JsonNode body, Said said) {
    LinkChoice link =
        body.has("link")
            ? LinkDecisionRoutes.choice(objection.raised().entity(), body.path("link"), names)
            : null;
    return new Decided(
        objection.number(), body.path("outcome").asText(), text(body), link, said.by(), said.at());
  }

  private ObjectionStep corrected(Objection objection, JsonNode body, Said said) {
    return new Corrected(
        objection.number(), body.path("delivery").asText(), text(body), said.by(), said.at());
  }

  private ObjectionStep receipt(Objection objection, JsonNode body, Said said) {
    return new Receipt(
        objection.number(), body.path("to").asText(), text(body), said.by(), said.at());
  }

  private static String text(JsonNode body) {
    return body.path("text").asText("");
  }
}
