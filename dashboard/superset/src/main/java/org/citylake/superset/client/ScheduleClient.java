package org.citylake.superset.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;

/** Reports and alerts. */
public final class ScheduleClient {
  private static final String REPORTS = "/api/v1/report/";

  private final SupersetSession session;

  ScheduleClient(SupersetSession session) {
    this.session = session;
  }

  /** Names of all reports and alerts, by number. */
  public Map<Integer, String> list() {
    Map<Integer, String> names = new LinkedHashMap<>();
    RowPages.all(
            session,
            REPORTS,
            Map.of(
                "columns", List.of("id", "name"), "order_column", "name", "order_direction", "asc"))
        .forEach(row -> names.put(row.path("id").asInt(), row.path("name").asText()));
    return names;
  }

  /** One report or alert. */
  public MailSchedule load(int id) {
    JsonNode row = session.get(REPORTS + id).path("result");
    List<String> recipients = new ArrayList<>();
    for (JsonNode recipient : row.path("recipients")) {
      String target = object(recipient.path("recipient_config_json")).path("target").asText("");
      recipients.addAll(Arrays.stream(target.split("[,;]")).map(String::strip).toList());
    }
    JsonNode dashboard = row.at("/dashboard/id");
    return new MailSchedule(
        row.path("name").asText(),
        row.path("description").asText(""),
        row.path("crontab").asText(),
        row.path("timezone").asText(),
        row.path("active").asBoolean(),
        dashboard.isInt() ? OptionalInt.of(dashboard.asInt()) : OptionalInt.empty(),
        recipients,
        row.path("type").asText().equals("Alert") ? Optional.of(condition(row)) : Optional.empty());
  }

  /**
   * Makes a report or alert.
   *
   * @return its number
   */
  public int create(MailSchedule schedule) {
    return session.send("POST", REPORTS, schedule.body()).path("id").asInt();
  }

  /** Makes it what is said. */
  public void update(int id, MailSchedule schedule) {
    session.send("PUT", REPORTS + id, schedule.body());
  }

  /** Deletes it with its log. */
  public void delete(int id) {
    session.delete(REPORTS + id);
  }

  private static MailSchedule.Condition condition(JsonNode row) {
    JsonNode validator = object(row.path("validator_config_json"));
    return new MailSchedule.Condition(
        row.at("/database/id").asInt(),
        row.path("sql").asText(),
        validator.path("op").asText(),
        validator.path("threshold").asDouble());
  }

  /** Some versions give an object's text. */
  private static JsonNode object(JsonNode given) {
    try {
      return given.isTextual() ? Json.mapper().readTree(given.asText()) : given;
    } catch (JsonProcessingException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Superset gives settings of a report that are not JSON: " + given, e);
    }
  }
}
