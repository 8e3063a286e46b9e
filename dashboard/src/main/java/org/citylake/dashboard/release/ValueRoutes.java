package org.citylake.dashboard.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.citylake.access.grant.TableGrant;
import org.citylake.core.json.Json;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.answer.Asset;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.route.Parameter.Text;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.citylake.dashboard.store.PageStore;

/**
 * {@code /api/v1/values}: values of an indicator as SQL gives them, unrounded; of those the ones
 * that the caller's areas and the question leave.
 */
public final class ValueRoutes {
  private static final String TABLE = "metric.indicator_value";
  private static final String PERIOD = "[0-9]{4}(-[0-9A-Z]{2}(-[0-9]{2})?)?";
  private static final Parameter INDICATOR =
      Parameter.needed("indicator", new Text("[a-z][a-z0-9_]{0,127}"), "code of the indicator");
  private static final Parameter REF_AREA =
      Parameter.query("ref_area", new Text("[0-9]{6}|[0-9]{9}"), "code of the area");
  private static final Parameter AT =
      Parameter.query("period", new Text(PERIOD), "this period alone, as SDMX writes it");
  private static final Parameter FROM =
      Parameter.query("from", new Text(PERIOD), "this period and later ones");
  private static final Parameter TO =
      Parameter.query("to", new Text(PERIOD), "this period, those in it and earlier ones");

  private final ReleaseChoice releases;

  /** Values of the chosen releases. */
  public ValueRoutes(ReleaseChoice releases) {
    this.releases = releases;
  }

  /** The route. */
  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/values", "values", "Values of an indicator", "Values", this::answer)
            .takes(INDICATOR, REF_AREA, AT, FROM, TO, ReleaseChoice.RELEASE)
            .needs(Permission.someOf(TABLE))
            .atMost(6_000));
  }

  private void answer(Call call) {
    PageStore store = releases.of(call);
    String code = call.text(INDICATOR);
    JsonNode indicator = ReleaseChoice.read(store, "indicators/" + code + ".json");
    if (indicator.isMissingNode()) {
      throw ProblemException.notFound("Release " + store.release() + " has no indicator " + code);
    }
    Optional<TableGrant> grant = call.caller().grants().table(TABLE);
    ArrayNode values = Json.mapper().createArrayNode();
    for (JsonNode value : indicator.path("values")) {
      if (asked(call, value) && granted(grant, value)) {
        values.add(value);
      }
    }
    ObjectNode answer = Json.mapper().createObjectNode();
    answer.put("release", store.release()).put("indicator", code);
    answer.set("unit", indicator.path("unit"));
    answer.set("values", values);
    Answer.sendOwn(
        call.context(),
        Asset.of(
            store.release(),
            "application/json",
            Json.line(answer).getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean asked(Call call, JsonNode value) {
    String period = value.path("time_period").asText();
    return call.find(REF_AREA).map(value.path("ref_area").asText()::equals).orElse(true)
        && call.find(AT).map(period::equals).orElse(true)
        && call.find(FROM).map(from -> period.compareTo(from) >= 0).orElse(true)
        && call.find(TO)
            .map(to -> period.compareTo(to) <= 0 || period.startsWith(to + "-"))
            .orElse(true);
  }

  private static boolean granted(Optional<TableGrant> grant, JsonNode value) {
    return grant
        .map(
            granted ->
                granted
                    .area()
                    .map(area -> value.path(area.column()).asText().startsWith(area.code()))
                    .orElse(true))
        .orElse(false);
  }
}
