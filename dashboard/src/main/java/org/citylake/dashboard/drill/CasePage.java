package org.citylake.dashboard.drill;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Gathers one page of rows, the newest first, then by id; holds no more than the pages up to it.
 */
final class CasePage {
  private static final Comparator<Map<String, @Nullable Object>> ORDER =
      Comparator.comparing(CasePage::receivedAt)
          .reversed()
          .thenComparing(row -> String.valueOf(row.get("case_id")));

  private final int from;
  private final int to;
  private final PriorityQueue<Map<String, @Nullable Object>> kept =
      new PriorityQueue<>(ORDER.reversed());
  private long total;

  CasePage(int page, int size) {
    this.from = page * size;
    this.to = from + size;
  }

  void add(Map<String, @Nullable Object> row) {
    total++;
    kept.add(row);
    if (kept.size() > to) {
      kept.remove();
    }
  }

  /** How many rows there were. */
  long total() {
    return total;
  }

  List<Map<String, @Nullable Object>> rows() {
    List<Map<String, @Nullable Object>> all = new ArrayList<>(kept);
    all.sort(ORDER);
    return all.subList(Math.min(from, all.size()), all.size());
  }

  private static OffsetDateTime receivedAt(Map<String, @Nullable Object> row) {
    return (OffsetDateTime) Objects.requireNonNull(row.get("received_at"), "received_at");
  }
}
