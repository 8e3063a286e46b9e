package org.citylake.ingestion.generate;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A district of the city.
 *
 * @param code six digits
 * @param name Chinese name
 * @param letters two letters that agencies write for it
 * @param centre about its middle
 * @param reach how far its streets lie from there, in degrees
 */
record District(String code, String name, String letters, Position centre, double reach) {
  private static final Map<String, Map<String, String>> SHIPPED =
      Resource.rows("districts.csv").stream()
          .collect(Collectors.toMap(row -> row.getOrDefault("code", ""), Function.identity()));

  /** The district of a code; one that is not shipped lies in the middle of the city. */
  static District of(String code, String name) {
    Map<String, String> row = SHIPPED.getOrDefault(code, Map.of());
    return new District(
        code,
        name,
        row.getOrDefault("letters", "XX"),
        new Position(number(row, "longitude", "121.45"), number(row, "latitude", "31.2")),
        number(row, "reach", "0.02"));
  }

  private static double number(Map<String, String> row, String column, String otherwise) {
    return Double.parseDouble(row.getOrDefault(column, otherwise));
  }
}
