package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.core.json.Json;
import org.citylake.superset.client.SupersetClient;
import org.jspecify.annotations.Nullable;

/**
 * The same cell asked for in SQL, of Superset's metric and of the page's API. Superset's answers
 * are JSON numbers that went through doubles, so values are compared as doubles.
 *
 * @param sql of the home
 * @param superset with the declared assets
 * @param dataset number of the dataset of figures there
 * @param page address of the page
 */
record SameFigures(SqlRunner sql, SupersetClient superset, int dataset, URI page) {
  /** Cells that stand for one value, in an order that a number decides. */
  private static final String CELLS =
      """
      SELECT indicator_code, ref_area, time_period, max(value) AS value
      FROM views.figure
      WHERE value IS NOT NULL
      GROUP BY indicator_code, ref_area, time_period
      HAVING count(*) = 1
      ORDER BY xxhash64(to_utf8(concat(indicator_code, ref_area, time_period, ?)))
      LIMIT ?
      """;

  /** One value of an indicator for an area and a period. */
  private record Cell(String indicator, String area, String period, BigDecimal value) {}

  /**
   * What was compared.
   *
   * @param cells how many
   * @param differences of each cell where one of the three says something else, what each says
   */
  record Outcome(int cells, List<String> differences) {
    Outcome {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Compares so many cells.
   *
   * @param seed the same cells for the same number and release
   */
  Outcome compare(int count, int seed) throws SQLException, IOException, InterruptedException {
    List<String> differences = new ArrayList<>();
    List<Cell> cells = cells(count, seed);
    HttpClient http = HttpClient.newHttpClient();
    for (Cell cell : cells) {
      List<String> superset = ofSuperset(cell);
      List<String> page = ofPage(http, cell);
      List<String> sql = List.of(String.valueOf(cell.value().doubleValue()));
      if (!superset.equals(sql) || !page.equals(sql)) {
        differences.add(
            String.join("|", cell.indicator(), cell.area(), cell.period())
                + ": SQL "
                + sql
                + ", Superset "
                + superset
                + ", page "
                + page);
      }
    }
    return new Outcome(cells.size(), differences);
  }

  private List<Cell> cells(int count, int seed) throws SQLException {
    List<Cell> cells = new ArrayList<>();
    try (Connection connection = sql.connection();
        PreparedStatement statement = connection.prepareStatement(CELLS)) {
      statement.setString(1, String.valueOf(seed));
      statement.setInt(2, count);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          cells.add(
              new Cell(
                  rows.getString(1), rows.getString(2), rows.getString(3), rows.getBigDecimal(4)));
        }
      }
    }
    return cells;
  }

  private List<String> ofSuperset(Cell cell) {
    Map<String, Object> query =
        Map.of(
            "metrics",
            List.of(cell.indicator()),
            "columns",
            List.of(),
            "filters",
            List.of(
                equal("indicator_code", cell.indicator()),
                equal("ref_area", cell.area()),
                equal("time_period", cell.period())));
    JsonNode answer =
        superset.chartData(
            Map.of(
                "datasource",
                Map.of("id", dataset, "type", "table"),
                "queries",
                List.of(query),
                "result_format",
                "json",
                "result_type",
                "full"));
    List<String> values = new ArrayList<>();
    answer.path("data").forEach(row -> values.add(number(row.path(cell.indicator()))));
    return values;
  }

  private List<String> ofPage(HttpClient http, Cell cell) throws IOException, InterruptedException {
    URI address =
        page.resolve(
            "api/v1/values?indicator=%s&ref_area=%s&period=%s"
                .formatted(
                    encoded(cell.indicator()), encoded(cell.area()), encoded(cell.period())));
    JsonNode answer =
        Json.mapper()
            .readTree(
                http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
    List<String> values = new ArrayList<>();
    answer.path("values").forEach(value -> values.add(number(value.path("value"))));
    return values;
  }

  private static Map<String, Object> equal(String column, String value) {
    return Map.of("col", column, "op", "==", "val", value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String number(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return "nothing";
    }
    return String.valueOf(new BigDecimal(node.asText()).doubleValue());
  }
}
