package org.citylake.superset.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whom a guest token is for and what it opens.
 *
 * @param username as charts and logs name the guest; no user of Superset's own
 * @param dashboards embedded ones that it opens
 * @param rules conditions on what he sees
 */
public record GuestPass(String username, List<UUID> dashboards, List<Rule> rules) {
  public GuestPass {
    dashboards = List.copyOf(dashboards);
    rules = List.copyOf(rules);
  }

  /**
   * A condition on rows.
   *
   * @param dataset number of the dataset that it holds for
   * @param clause SQL that a WHERE takes
   */
  public record Rule(int dataset, String clause) {}

  /** As Superset asks for it. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("user", Map.of("username", username, "first_name", username, "last_name", "guest"));
    body.put(
        "resources",
        dashboards.stream().map(uuid -> Map.of("type", "dashboard", "id", uuid)).toList());
    body.put(
        "rls",
        rules.stream()
            .map(rule -> Map.of("dataset", rule.dataset(), "clause", rule.clause()))
            .toList());
    return body;
  }
}
