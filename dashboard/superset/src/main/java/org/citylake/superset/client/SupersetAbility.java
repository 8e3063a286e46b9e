package org.citylake.superset.client;

import java.util.Map;

/** What not every Superset's API can do: its version or its settings say. */
public enum SupersetAbility {
  /** Makes roles and says what they permit. */
  ROLES(
      "/api/v1/security/roles/",
      "roles are not in its API: FAB_ADD_SECURITY_API = True in its settings"),
  /** Adds conditions to queries by role. */
  ROW_RULES("/api/v1/rowlevelsecurity/", "row-level rules are not in its API"),
  /** Tags things. */
  TAGS("/api/v1/tag/", "tags are not in its API"),
  /** Keeps reports and alerts. */
  SCHEDULES(
      "/api/v1/report/", "reports are off: ALERT_REPORTS among the FEATURE_FLAGS of its settings");

  private final String probe;
  private final String missing;

  SupersetAbility(String probe, String missing) {
    this.probe = probe;
    this.missing = missing;
  }

  /** A list that answers 404 where it cannot. */
  String probe() {
    return SupersetSession.query(probe, Map.of("page_size", 1));
  }

  /** What a person is told where it cannot. */
  public String missing() {
    return missing;
  }
}
