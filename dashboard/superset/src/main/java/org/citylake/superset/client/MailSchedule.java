package org.citylake.superset.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A report or an alert: a dashboard that Superset's worker mails at its hours, an alert when its
 * condition holds. Superset keeps it without a worker, and then mails nothing.
 *
 * @param name unique among reports, and among alerts
 * @param description why it is there
 * @param cron the five fields of crontab
 * @param zone that hours and days are local to
 * @param active whether it is mailed
 * @param dashboard number of what is mailed; empty for none
 * @param recipients their addresses, one at least
 * @param condition of an alert; empty for a report
 */
public record MailSchedule(
    String name,
    String description,
    String cron,
    String zone,
    boolean active,
    OptionalInt dashboard,
    List<String> recipients,
    Optional<Condition> condition) {
  public MailSchedule {
    recipients = List.copyOf(recipients);
  }

  /**
   * What an alert waits for: that the one value of a query compares so with a threshold.
   *
   * @param database number of the connection that answers
   * @param sql gives one row with one number
   * @param comparison {@code <, <=, >, >=, ==} or {@code !=}
   * @param threshold what the number is compared with
   */
  public record Condition(int database, String sql, String comparison, double threshold) {}

  /** What Superset calls its kind. */
  String type() {
    return condition.isPresent() ? "Alert" : "Report";
  }

  /** As Superset takes it. */
  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type());
    body.put("name", name);
    body.put("description", description);
    body.put("crontab", cron);
    body.put("timezone", zone);
    body.put("active", active);
    dashboard.ifPresent(id -> body.put("dashboard", id));
    body.put("creation_method", "alerts_reports");
    body.put("report_format", "PDF");
    body.put(
        "recipients",
        List.of(
            Map.of(
                "type",
                "Email",
                "recipient_config_json",
                Map.of("target", String.join(",", recipients)))));
    condition.ifPresent(
        alert -> {
          body.put("database", alert.database());
          body.put("sql", alert.sql());
          body.put("validator_type", "operator");
          body.put(
              "validator_config_json",
              Map.of("op", alert.comparison(), "threshold", alert.threshold()));
        });
    return body;
  }
}
