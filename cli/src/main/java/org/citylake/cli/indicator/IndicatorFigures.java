package org.citylake.cli.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One figure of one area: its latest value, targets, forecast and warnings. */
final class IndicatorFigures {
  private final JsonNode indicator;
  private final String area;
  private final @Nullable JsonNode latest;
  private final List<JsonNode> targets;
  private final JsonNode analysis;
  private final List<JsonNode> warnings;

  /**
   * The figures.
   *
   * @param indicator the page's document of the indicator
   * @param targets the page's targets.json
   * @param warnings the page's warnings.json
   * @param area code of the area
   */
  IndicatorFigures(JsonNode indicator, JsonNode targets, JsonNode warnings, String area) {
    this.indicator = indicator;
    this.area = area;
    String code = indicator.path("code").asText();
    JsonNode last = null;
    for (JsonNode value : ofArea(indicator.path("values"))) {
      last = value.path("value").isNull() ? last : value;
    }
    this.latest = last;
    this.analysis =
        ofArea(indicator.path("analysis")).stream().findFirst().orElse(indicator.path("nothing"));
    this.targets =
        ofArea(targets.path("targets")).stream()
            .filter(t -> t.path("indicator_code").asText().equals(code))
            .toList();
    this.warnings =
        ofArea(warnings.path("warnings")).stream()
            .filter(w -> w.path("indicator_code").asText().equals(code))
            .toList();
  }

  private List<JsonNode> ofArea(JsonNode entries) {
    List<JsonNode> own = new ArrayList<>();
    entries.forEach(
        entry -> {
          if (entry.path("ref_area").asText().equals(area)) {
            own.add(entry);
          }
        });
    return own;
  }

  /** For other programs. */
  Map<String, @Nullable Object> object(String release) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("release", release);
    object.put("indicator_code", indicator.path("code").asText());
    object.put("ref_area", area);
    object.put("latest", latest);
    object.put("targets", targets);
    object.put("analysis", analysis.isMissingNode() ? null : analysis);
    object.put("warnings", warnings);
    return object;
  }

  /** For people. */
  String text(String release) {
    List<String> lines = new ArrayList<>();
    lines.add(
        indicator.path("name_zh").asText()
            + " / "
            + indicator.path("name_en").asText()
            + ", "
            + area
            + " (release "
            + release
            + ")");
    lines.add(latest == null ? "  no value" : value(latest));
    for (JsonNode target : targets) {
      lines.add(
          "  target "
              + target.path("target").asText()
              + " by "
              + target.path("time_period").asText()
              + " ("
              + target.path("source_key").asText()
              + "): "
              + target.path("outlook_en").asText("not judged")
              + " / "
              + target.path("outlook_zh").asText());
    }
    JsonNode forecast = analysis.path("forecast");
    forecast.path("points").forEach(point -> lines.add(forecastLine(point)));
    if (forecast.isObject()) {
      JsonNode accuracy = forecast.path("accuracy");
      lines.add(
          "  forecast by "
              + forecast.path("method").asText()
              + (analysis.path("synthetic").asBoolean() ? ", of synthetic values" : "")
              + "; back-test from "
              + accuracy.path("folds").asText()
              + " origins: MASE "
              + accuracy.path("mase").asText()
              + ", MAPE "
              + accuracy.path("mape").asText()
              + ", share within the 95 % interval "
              + accuracy.path("coverage95").asText());
    } else {
      lines.add("  no forecast: " + analysis.path("no_forecast").asText("too few values"));
    }
    analysis.path("leads").forEach(lead -> lines.add(lead(lead)));
    warnings.forEach(
        w ->
            lines.add(
                "  "
                    + w.path("level").asText()
                    + " since "
                    + w.path("since").asText()
                    + ": "
                    + w.path("message_en").asText()
                    + " / "
                    + w.path("message_zh").asText()));
    return String.join("\n", lines);
  }

  private String value(JsonNode value) {
    return "  "
        + value.path("time_period").asText()
        + ": "
        + value.path("value").asText()
        + " "
        + indicator.path("unit").path("name_en").asText()
        + " ("
        + value.path("value_status").asText()
        + ")";
  }

  private static String lead(JsonNode lead) {
    return "  led by "
        + lead.path("indicator_code").asText()
        + " / "
        + lead.path("name_zh").asText()
        + ", "
        + lead.path("lag").asText()
        + " periods ahead: correlation "
        + lead.path("correlation").asText()
        + " of "
        + lead.path("pairs").asText()
        + " pairs"
        + (lead.path("synthetic").asBoolean() ? ", of synthetic values" : "");
  }

  private static String forecastLine(JsonNode point) {
    return "  expected "
        + point.path(0).asText()
        + ": "
        + point.path(1).asText()
        + ", 80 % "
        + point.path(2).asText()
        + " to "
        + point.path(3).asText()
        + ", 95 % "
        + point.path(4).asText()
        + " to "
        + point.path(5).asText();
  }
}
