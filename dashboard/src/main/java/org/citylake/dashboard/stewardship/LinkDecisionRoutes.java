package org.citylake.dashboard.stewardship;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.citylake.core.stewardship.KnownNames;
import org.citylake.core.stewardship.LinkChoice;
import org.citylake.core.stewardship.LinkDecided;
import org.citylake.core.stewardship.StewardJournal;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.route.Verb;

/** {@code /api/v1/link-decisions}: which records are of one entity, whatever their weights say. */
public final class LinkDecisionRoutes {
  private static final int PER_MINUTE = 60;
  private static final Permission STEWARDS = Permission.action("objections");

  private final StewardJournal journal;
  private final KnownNames names;

  /**
   * Routes on a home's journal.
   *
   * @param names that may be used
   */
  public LinkDecisionRoutes(StewardJournal journal, KnownNames names) {
    this.journal = journal;
    this.names = names;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/link-decisions",
                "link_decisions",
                "What stewards decided about links",
                "LinkDecisions",
                this::list)
            .needs(STEWARDS),
        Route.of(
                Verb.POST,
                "/api/v1/link-decisions",
                "decide_link",
                "Pin or forbid the link of two records",
                this::decide)
            .reads("LinkDecisionRequest")
            .gives(201, "LinkDecision")
            .needs(STEWARDS)
            .atMost(PER_MINUTE));
  }

  private void list(Call call) {
    Answer.json(
        call.context(),
        200,
        Map.of(
            "decisions",
            journal.read().links(),
            "entities",
            new TreeSet<>(names.merged()),
            "sources",
            new TreeSet<>(names.sources())));
  }

  private void decide(Call call) {
    LinkDecided decided =
        Refusal.asWrong(
            () ->
                new LinkDecided(
                    choice(call.body().path("entity").asText(), call.body(), names),
                    call.body().path("text").asText(),
                    call.caller().principal().name(),
                    journal.now()));
    Answer.json(call.context(), 201, journal.add(decided));
  }

  /** The decision of a body on records of declared sources. */
  static LinkChoice choice(String entity, JsonNode body, KnownNames names) {
    LinkChoice link =
        new LinkChoice(
            entity,
            body.path("decision").asText(),
            body.path("source_a").asText(),
            body.path("key_a").asText(),
            body.path("source_b").asText(),
            body.path("key_b").asText());
    names.require(link);
    return link;
  }
}
