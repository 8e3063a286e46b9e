package org.citylake.cli.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.Test;

class TestIndicatorFigures {
  private static final String INDICATOR =
      """
      {"code": "rate", "name_zh": "比率", "name_en": "Rate", "unit": {"name_en": "percent"},
       "values": [
         {"ref_area": "310101", "time_period": "2015", "value": 70, "value_status": "reported"},
         {"ref_area": "310104", "time_period": "2016", "value": 99, "value_status": "reported"}],
       "analysis": [{"ref_area": "310101", "synthetic": false, "no_forecast": null,
         "forecast": {"method": "drift", "points": [["2016", 71, 70, 72, 69, 73]],
           "accuracy": {"mase": 0.8, "mape": 2.5, "coverage95": 1, "folds": 3}}}]}
      """;
  private static final String TARGETS =
      """
      {"targets": [
        {"indicator_code": "rate", "ref_area": "310101", "target": 90, "time_period": "2020",
         "source_key": "I1", "outlook_en": "will miss 2020", "outlook_zh": "预计2020年不能完成"},
        {"indicator_code": "other", "ref_area": "310101", "target": 1, "time_period": "2020"}]}
      """;
  private static final String WARNINGS =
      """
      {"warnings": [{"indicator_code": "rate", "ref_area": "310101", "level": "red",
        "since": "2014", "message_en": "Low", "message_zh": "偏低"}]}
      """;

  @Test
  void valueTargetForecastAndWarningStandBelowEachOther() throws JsonProcessingException {
    assertThat(figures("310101").text("r1"))
        .isEqualTo(
            """
            比率 / Rate, 310101 (release r1)
              2015: 70 percent (reported)
              target 90 by 2020 (I1): will miss 2020 / 预计2020年不能完成
              expected 2016: 71, 80 % 70 to 72, 95 % 69 to 73
              forecast by drift; back-test from 3 origins: MASE 0.8, MAPE 2.5, share within the 95 % interval 1
              red since 2014: Low / 偏低""");
  }

  @Test
  void whatThereIsNotIsSaid() throws JsonProcessingException {
    IndicatorFigures none = figures("310151");

    assertThat(none.text("r1"))
        .isEqualTo("比率 / Rate, 310151 (release r1)\n  no value\n  no forecast: too few values");
    assertThat(none.object("r1")).containsEntry("latest", null).containsEntry("analysis", null);
  }

  private static IndicatorFigures figures(String area) throws JsonProcessingException {
    return new IndicatorFigures(tree(INDICATOR), tree(TARGETS), tree(WARNINGS), area);
  }

  private static JsonNode tree(String text) throws JsonProcessingException {
    return Json.mapper().readTree(text);
  }
}
