package org.citylake.superset.asset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.citylake.core.json.Json;
import org.citylake.superset.client.ResourceKind;
import org.junit.jupiter.api.Test;

final class TestAssetComparison {
  private static final String DECLARED =
      """
      {"uuid": "u", "table_name": "figures", "schema": "metric", "description": "",
       "params": {"row_limit": 10, "metrics": ["a", "b"], "datasource": "0__table"},
       "columns": [{"column_name": "area", "type": "VARCHAR"}, {"column_name": "value"}],
       "metrics": [{"metric_name": "count", "expression": "count(*)"}]}
      """;

  @Test
  void whatTheServerAddsAndReordersIsNoDifference() {
    assertThat(
            compare(
                """
                {"uuid": "u", "table_name": "figures", "schema": "metric", "description": "",
                 "offset": 0, "version": "1.0.0",
                 "params": {"metrics": ["a", "b"], "row_limit": 10, "datasource": "7__table"},
                 "columns": [{"column_name": "value", "type": null},
                             {"column_name": "area", "type": "VARCHAR", "is_active": true}],
                 "metrics": [{"metric_name": "count", "expression": "count(*)", "extra": null}]}
                """))
        .isEmpty();
  }

  @Test
  void everyDepartureIsNamedByItsField() {
    assertThat(
            compare(
                """
                {"uuid": "u", "table_name": "mine", "description": "",
                 "params": {"metrics": ["b", "a"], "row_limit": 10},
                 "columns": [{"column_name": "area", "type": "BIGINT"},
                             {"column_name": "extra"}],
                 "metrics": []}
                """))
        .containsExactlyInAnyOrder(
            "table_name: \"mine\" -> \"figures\"",
            "schema: absent -> \"metric\"",
            "params.metrics.0: \"b\" -> \"a\"",
            "params.metrics.1: \"a\" -> \"b\"",
            "columns.area.type: \"BIGINT\" -> \"VARCHAR\"",
            "columns.extra: {\"column_name\":\"extra\"} -> absent",
            "columns.value: absent -> {\"column_name\":\"value\"}",
            "metrics.count: absent -> {\"metric_name\":\"count\",\"expression\":\"count(*)\"}");
  }

  private static Iterable<String> compare(String there) {
    return AssetComparison.of(asset(DECLARED), asset(there)).stream()
        .map(FieldDifference::toString)
        .toList();
  }

  private static Asset asset(String json) {
    try {
      return new Asset(ResourceKind.DATASET, (ObjectNode) Json.mapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
