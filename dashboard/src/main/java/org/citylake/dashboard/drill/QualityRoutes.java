package org.citylake.dashboard.drill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.dashboard.answer.Answer;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.route.Permission;
import org.citylake.dashboard.route.Route;
import org.jspecify.annotations.Nullable;

/**
 * For people who keep the data right: {@code runs} and {@code quality}, as the lakehouse is now,
 * released or not, or as the release has them that is asked for. Samples of rows that broke a rule
 * are left out: they hold values.
 */
final class QualityRoutes {
  private static final String RUN = "audit.run";
  private static final String LOAD = "audit.load";
  private static final String CHECK_RESULT = "audit.check_result";
  private static final int PER_MINUTE = 120;
  private static final int USUAL_RUNS = 20;
  private static final Parameter LIMIT =
      Parameter.query(
          "limit", new Parameter.Whole(1, 200), "at most so many runs; 20 when not given");
  private static final List<String> COUNTS =
      List.of("arrived", "accepted", "quarantined", "duplicate", "missing", "ended");

  private final ReleasedRows rows;

  QualityRoutes(ReleasedRows rows) {
    this.rows = rows;
  }

  List<Route> routes() {
    Permission permission = Permission.action("runs").and(Permission.wholeTable(RUN));
    return List.of(
        Route.get("/api/v1/runs", "runs", "Runs, the newest first", "Runs", this::runs)
            .takes(LIMIT, ReleaseChoice.RELEASE)
            .needs(permission)
            .atMost(PER_MINUTE),
        Route.get(
                "/api/v1/quality",
                "quality",
                "Loads of each source and the last outcome of each check",
                "Quality",
                this::quality)
            .takes(ReleaseChoice.RELEASE)
            .needs(
                permission
                    .and(Permission.wholeTable(LOAD))
                    .and(Permission.wholeTable(CHECK_RESULT)))
            .atMost(PER_MINUTE));
  }

  private void runs(Call call) {
    Map<String, List<Map<String, @Nullable Object>>> steps = new HashMap<>();
    rows.scanAsked(
        call,
        RUN,
        row -> steps.computeIfAbsent(text(row, "run_id"), id -> new ArrayList<>()).add(row));
    List<Map<String, Object>> runs =
        steps.entrySet().stream()
            .map(run -> run(run.getKey(), run.getValue()))
            .sorted(Comparator.comparing(QualityRoutes::startedAt).reversed())
            .limit(call.number(LIMIT, USUAL_RUNS))
            .toList();
    Answer.json(call.context(), 200, Map.of("runs", runs));
  }

  private static Map<String, Object> run(String id, List<Map<String, @Nullable Object>> steps) {
    List<Map<String, Object>> told =
        steps.stream()
            .map(QualityRoutes::step)
            .sorted(Comparator.comparing(QualityRoutes::startedAt))
            .toList();
    Map<String, Object> run = new TreeMap<>();
    run.put("run_id", id);
    run.put("started_at", startedAt(told.get(0)));
    run.put("steps", told);
    return run;
  }

  private static Map<String, Object> step(Map<String, @Nullable Object> row) {
    Map<String, Object> step = new TreeMap<>();
    step.put("step", text(row, "step"));
    step.put("status", text(row, "status"));
    step.put("started_at", text(row, "started_at"));
    step.put("seconds", number(row, "seconds"));
    return step;
  }

  private void quality(Call call) {
    Map<String, Map<String, Object>> sources = new TreeMap<>();
    rows.scanAsked(
        call,
        LOAD,
        row -> sources.merge(text(row, "source_id"), source(row), QualityRoutes::together));
    Map<String, String> started = new HashMap<>();
    rows.scanAsked(
        call,
        RUN,
        row ->
            started.merge(
                text(row, "run_id"),
                text(row, "started_at"),
                (a, b) -> a.compareTo(b) < 0 ? a : b));
    Map<String, Map<String, Object>> checks = new TreeMap<>();
    rows.scanAsked(
        call,
        CHECK_RESULT,
        row ->
            checks.merge(
                text(row, "table_name") + "\n" + text(row, "check_name"),
                check(row, started.getOrDefault(text(row, "run_id"), "")),
                (a, b) -> startedAt(a).compareTo(startedAt(b)) >= 0 ? a : b));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sources", List.copyOf(sources.values()));
    answer.put("checks", List.copyOf(checks.values()));
    Answer.json(call.context(), 200, answer);
  }

  private static Map<String, Object> source(Map<String, @Nullable Object> row) {
    Map<String, Object> source = new TreeMap<>();
    source.put("source_id", text(row, "source_id"));
    source.put("loads", 1L);
    source.put("last_arrived_at", text(row, "arrived_at"));
    COUNTS.forEach(count -> source.put(count, number(row, count).longValue()));
    return source;
  }

  /** Counts added up, and the later arrival. */
  private static Map<String, Object> together(Map<String, Object> a, Map<String, Object> b) {
    Map<String, Object> both = new TreeMap<>(a);
    b.forEach(
        (key, value) ->
            both.merge(
                key,
                value,
                (x, y) ->
                    x instanceof Long first && y instanceof Long second
                        ? first + second
                        : x.toString().compareTo(y.toString()) > 0 ? x : y));
    return both;
  }

  private static Map<String, Object> check(Map<String, @Nullable Object> row, String startedAt) {
    Map<String, Object> check = new TreeMap<>();
    check.put("table", text(row, "table_name"));
    check.put("check", text(row, "check_name"));
    check.put("blocking", Boolean.TRUE.equals(row.get("blocking")));
    check.put("violations", number(row, "violations"));
    check.put("run_id", text(row, "run_id"));
    check.put("started_at", startedAt);
    return check;
  }

  private static String startedAt(Map<String, Object> told) {
    return String.valueOf(told.get("started_at"));
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return String.valueOf(row.get(column));
  }

  private static Number number(Map<String, @Nullable Object> row, String column) {
    return row.get(column) instanceof Number number ? number : 0L;
  }
}
