package org.citylake.superset.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Row-level security. */
public final class RowRuleClient {
  private static final String RULES = "/api/v1/rowlevelsecurity/";

  private final SupersetSession session;

  RowRuleClient(SupersetSession session) {
    this.session = session;
  }

  /** Every rule, without its description, by its number. */
  public Map<Integer, RowRule> list() {
    Map<Integer, RowRule> rules = new LinkedHashMap<>();
    RowPages.all(session, RULES, Map.of("order_column", "name", "order_direction", "asc"))
        .forEach(row -> rules.put(row.path("id").asInt(), rule(row)));
    return rules;
  }

  /**
   * Makes a rule.
   *
   * @return its number
   */
  public int create(RowRule rule) {
    return session.send("POST", RULES, rule).path("id").asInt();
  }

  /** Makes the rule what is said. */
  public void update(int id, RowRule rule) {
    session.send("PUT", RULES + id, rule);
  }

  /** Deletes a rule: its rows are shown again. */
  public void delete(int id) {
    session.delete(RULES + id);
  }

  private static RowRule rule(JsonNode row) {
    return new RowRule(
        row.path("name").asText(),
        null,
        RowRule.Kind.valueOf(row.path("filter_type").asText().toUpperCase(Locale.ROOT)),
        row.path("group_key").asText(""),
        row.path("clause").asText(),
        numbers(row.path("tables")),
        numbers(row.path("roles")));
  }

  private static List<Integer> numbers(JsonNode rows) {
    List<Integer> numbers = new ArrayList<>();
    rows.forEach(row -> numbers.add(row.path("id").asInt()));
    return numbers;
  }
}
