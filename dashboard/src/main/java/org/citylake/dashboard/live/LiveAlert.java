package org.citylake.dashboard.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citylake.core.declaration.AlertDeclaration;
import org.citylake.core.json.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * One alert of a live stream as it stands.
 *
 * @param id of rule, series and beginning
 * @param rule the rule's id
 * @param nameZh Chinese name; the id where the rule is declared no more
 * @param nameEn English name, likewise
 * @param owner who has to act, likewise
 * @param source id of the source
 * @param series what is measured
 * @param level blue, yellow, orange or red; after the end the last one
 * @param openedAt when it began
 * @param happenedAt when the last thing happened to it
 * @param kind what that was
 * @param who who was told then; empty for nobody
 * @param measure what was measured then; null where nothing was
 * @param open whether it goes on
 */
record LiveAlert(
    @JsonProperty("id") String id,
    @JsonProperty("rule") String rule,
    @JsonProperty("name_zh") String nameZh,
    @JsonProperty("name_en") String nameEn,
    @JsonProperty("owner") String owner,
    @JsonProperty("source_id") String source,
    @JsonProperty("series") String series,
    @JsonProperty("level") String level,
    @JsonProperty("opened_at") String openedAt,
    @JsonProperty("happened_at") String happenedAt,
    @JsonProperty("kind") String kind,
    @JsonProperty("who") String who,
    @JsonProperty("measure") @Nullable BigDecimal measure,
    @JsonProperty("open") boolean open) {
  private static final String END = "recovered";
  private static final int ID_LENGTH = 16;
  private static final List<String> LEVELS = List.of("red", "orange", "yellow", "blue");

  /** Open before ended, the most urgent first, then the newest. */
  static final Comparator<LiveAlert> URGENCY =
      Comparator.comparing(LiveAlert::open)
          .reversed()
          .thenComparing(alert -> alert.open() ? LEVELS.indexOf(alert.level()) : 0)
          .thenComparing(LiveAlert::happenedAt, Comparator.reverseOrder())
          .thenComparing(LiveAlert::id);

  /**
   * The alerts of rows of live.alert, each as the last of its rows tells, by urgency.
   *
   * @param rules by id
   */
  static List<LiveAlert> of(
      Iterable<Map<String, @Nullable Object>> rows, Map<String, AlertDeclaration> rules) {
    Map<String, Map<String, @Nullable Object>> last = new HashMap<>();
    for (Map<String, @Nullable Object> row : rows) {
      last.merge(id(row), row, (a, b) -> later(a, b) ? a : b);
    }
    return last.values().stream().map(row -> of(row, rules)).sorted(URGENCY).toList();
  }

  private static LiveAlert of(
      Map<String, @Nullable Object> row, Map<String, AlertDeclaration> rules) {
    String rule = text(row, "rule");
    Optional<AlertDeclaration> declared = Optional.ofNullable(rules.get(rule));
    String kind = text(row, "kind");
    return new LiveAlert(
        id(row),
        rule,
        declared.map(AlertDeclaration::nameZh).orElse(rule),
        declared.map(AlertDeclaration::nameEn).orElse(rule),
        declared.map(AlertDeclaration::owner).orElse(""),
        text(row, "source_id"),
        text(row, "series"),
        text(row, "level"),
        time(row, "opened_at").toInstant().toString(),
        time(row, "happened_at").toInstant().toString(),
        kind,
        text(row, "who"),
        row.get("measure") instanceof BigDecimal measure ? measure.stripTrailingZeros() : null,
        !kind.equals(END));
  }

  /** Nothing happens to an alert at the time of its end but the end itself. */
  private static boolean later(Map<String, @Nullable Object> a, Map<String, @Nullable Object> b) {
    int order = time(a, "happened_at").compareTo(time(b, "happened_at"));
    return order == 0 ? text(a, "kind").equals(END) : order > 0;
  }

  private static String id(Map<String, @Nullable Object> row) {
    return ContentHash.of(
            String.join(
                "\n",
                text(row, "rule"),
                text(row, "source_id"),
                text(row, "series"),
                time(row, "opened_at").toInstant().toString()))
        .substring(0, ID_LENGTH);
  }

  private static OffsetDateTime time(Map<String, @Nullable Object> row, String column) {
    return (OffsetDateTime) Objects.requireNonNull(row.get(column), column);
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return Objects.requireNonNullElse(row.get(column), "").toString();
  }
}
