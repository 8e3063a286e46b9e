package org.citylake.dashboard.drill;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.access.grant.QuarantineSight;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/quarantine}: how many records are refused, by source and rule, and the newest of
 * them, now or in the release that is asked for. Counts and reasons, which mask personal values
 * already, are for all who may ask; a record with its place is shown by the grant on its source's
 * raw table, masked unless all of that is seen clear.
 */
final class QuarantineRoutes {
  private static final String TABLE = QuarantineSight.TABLE;
  private static final int PER_MINUTE = 120;
  private static final int EXAMPLES = 20;

  /** Characters of a record that are shown. */
  private static final int LONGEST = 1000;

  private static final Parameter SOURCE =
      Parameter.query(
          "source", new Parameter.Text("[a-z][a-z0-9_]{0,127}"), "of that source alone");

  private final ReleasedRows rows;
  private final AccessJournal journal;
  private final DeclarationLibrary library;

  /**
   * Routes on refused records.
   *
   * @param library knows in which encoding a source sends its records
   */
  QuarantineRoutes(ReleasedRows rows, AccessJournal journal, DeclarationLibrary library) {
    this.rows = rows;
    this.journal = journal;
    this.library = library;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/quarantine", "quarantine", "Refused records", "Quarantine", this::answer)
            .takes(SOURCE, ReleaseChoice.RELEASE)
            .needs(Permission.action("quarantine").and(Permission.wholeTable(TABLE)))
            .atMost(PER_MINUTE));
  }

  private void answer(Call call) {
    Optional<String> source = call.find(SOURCE);
    Map<String, Map<String, @Nullable Object>> newest = new HashMap<>();
    rows.scanAsked(
        call,
        TABLE,
        row -> {
          if (source.map(text(row, "source_id")::equals).orElse(true)) {
            newest.merge(
                text(row, "quarantine_id"), row, (a, b) -> stateAt(a).isAfter(stateAt(b)) ? a : b);
          }
        });
    List<Map<String, @Nullable Object>> examples =
        examples(newest.values(), QuarantineSight.of(call.caller().grants()));
    journal.note(call.caller().principal().name(), TABLE, "*", examples.size());
    Answer.json(
        call.context(), 200, Map.of("counts", counts(newest.values()), "examples", examples));
  }

  /** Records by source, state and rule; a record with several reasons counts under each. */
  private static List<Map<String, Object>> counts(
      Collection<Map<String, @Nullable Object>> records) {
    Map<String, Map<String, Object>> counts = new TreeMap<>();
    for (Map<String, @Nullable Object> row : records) {
      for (String rule : reasons(row).stream().map(QuarantineRoutes::rule).distinct().toList()) {
        Map<String, Object> count =
            counts.computeIfAbsent(
                text(row, "source_id") + "\n" + text(row, "status") + "\n" + rule,
                key ->
                    new TreeMap<>(
                        Map.of(
                            "source_id",
                            text(row, "source_id"),
                            "status",
                            text(row, "status"),
                            "rule",
                            rule,
                            "count",
                            0L)));
        count.merge("count", 1L, (a, b) -> (Long) a + (Long) b);
      }
    }
    return List.copyOf(counts.values());
  }

  private List<Map<String, @Nullable Object>> examples(
      Collection<Map<String, @Nullable Object>> records, QuarantineSight sight) {
    return records.stream()
        .filter(row -> text(row, "status").equals("open"))
        .filter(row -> sight.placed().contains(text(row, "source_id")))
        .sorted(
            Comparator.comparing(QuarantineRoutes::stateAt)
                .reversed()
                .thenComparing(row -> text(row, "quarantine_id")))
        .limit(EXAMPLES)
        .map(row -> example(row, sight))
        .toList();
  }

  private Map<String, @Nullable Object> example(
      Map<String, @Nullable Object> row, QuarantineSight sight) {
    Map<String, @Nullable Object> example = new TreeMap<>();
    for (String column : List.of("quarantine_id", "source_id", "file", "delivery", "status")) {
      example.put(column, text(row, column));
    }
    example.put("state_at", text(row, "state_at"));
    example.put("line", Objects.requireNonNull(row.get("line"), "line"));
    example.put("reasons", reasons(row));
    example.put("record", record(row, sight));
    return example;
  }

  /** The record as it came; null where it stands in the vault, as it holds personal data. */
  private @Nullable String record(Map<String, @Nullable Object> row, QuarantineSight sight) {
    if (!(row.get(QuarantineSight.RECORD) instanceof byte[] bytes)) {
      return null;
    }
    String source = text(row, "source_id");
    if (!sight.clear().contains(source)) {
      return GrantedRow.MARK;
    }
    Charset charset =
        library
            .findSource(source)
            .map(declared -> declared.format().charset())
            .orElse(StandardCharsets.UTF_8);
    String record = new String(bytes, charset).strip();
    return record.length() <= LONGEST ? record : record.substring(0, LONGEST) + "…";
  }

  private static List<String> reasons(Map<String, @Nullable Object> row) {
    List<String> reasons = new ArrayList<>();
    if (row.get("reasons") instanceof List<?> list) {
      list.forEach(reason -> reasons.add(String.valueOf(reason)));
    }
    return reasons;
  }

  private static String rule(String reason) {
    int colon = reason.indexOf(':');
    return colon < 0 ? reason : reason.substring(0, colon);
  }

  private static OffsetDateTime stateAt(Map<String, @Nullable Object> row) {
    return (OffsetDateTime) Objects.requireNonNull(row.get("state_at"), "state_at");
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return String.valueOf(row.get(column));
  }
}
