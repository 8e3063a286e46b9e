package org.citylake.cli.registry;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.citylake.ingestion.generate.SampleCity;
import org.citylake.ingestion.load.LoadEntry;
import org.jspecify.annotations.Nullable;

/**
 * How the last loads of a source went.
 *
 * @param lastLoad when the last one arrived
 * @param loads how many are counted here, at most {@link #LAST}
 * @param arrived records of these loads
 * @param accepted how many of them passed
 * @param quarantined how many of them were refused
 * @param duplicate how many of them were known
 * @param reasons refused records by rule
 * @param warnings findings that only warn, by rule
 * @param synthetic whether the last load's file says that it is made up
 */
record SourceActivity(
    OffsetDateTime lastLoad,
    int loads,
    long arrived,
    long accepted,
    long quarantined,
    long duplicate,
    Map<String, Long> reasons,
    Map<String, Long> warnings,
    boolean synthetic) {
  /** So many loads tell of a source's quality. */
  static final int LAST = 10;

  private static final int TOP = 5;

  SourceActivity {
    reasons = java.util.Collections.unmodifiableMap(new TreeMap<>(reasons));
    warnings = java.util.Collections.unmodifiableMap(new TreeMap<>(warnings));
  }

  /** From the finished loads of a source, in any order; empty when there is none. */
  static Optional<SourceActivity> of(List<LoadEntry> finished) {
    if (finished.isEmpty()) {
      return Optional.empty();
    }
    List<LoadEntry> ordered = new ArrayList<>(finished);
    ordered.sort(Comparator.comparing(LoadEntry::arrivedAt));
    List<LoadEntry> last = ordered.subList(Math.max(0, ordered.size() - LAST), ordered.size());
    LoadEntry newest = last.get(last.size() - 1);
    return Optional.of(
        new SourceActivity(
            newest.arrivedAt(),
            last.size(),
            sum(last, LoadEntry::arrived),
            sum(last, LoadEntry::accepted),
            sum(last, LoadEntry::quarantined),
            sum(last, LoadEntry::duplicate),
            byRule(last, LoadEntry::reasons),
            byRule(last, LoadEntry::warnings),
            SampleCity.made(newest.file())));
  }

  Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("last_load", lastLoad.toString());
    object.put("loads", loads);
    object.put("arrived", arrived);
    object.put("accepted", accepted);
    object.put("quarantined", quarantined);
    object.put("duplicate", duplicate);
    object.put("accepted_share", share(accepted));
    object.put("quarantined_share", share(quarantined));
    object.put("duplicate_share", share(duplicate));
    object.put("reasons", top(reasons));
    object.put("warnings", top(warnings));
    object.put("synthetic", synthetic);
    return object;
  }

  private @Nullable Double share(long records) {
    return arrived == 0 ? null : (double) records / arrived;
  }

  private static long sum(List<LoadEntry> loads, ToLongFunction<LoadEntry> count) {
    return loads.stream().mapToLong(count).sum();
  }

  private static Map<String, Long> byRule(
      List<LoadEntry> loads, Function<LoadEntry, Map<String, Long>> counts) {
    Map<String, Long> all = new TreeMap<>();
    loads.forEach(load -> counts.apply(load).forEach((rule, n) -> all.merge(rule, n, Long::sum)));
    return all;
  }

  /** The rules that were broken most, with their records. */
  private static List<Map<String, Object>> top(Map<String, Long> byRule) {
    return byRule.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(TOP)
        .map(e -> Map.<String, Object>of("rule", e.getKey(), "records", e.getValue()))
        .toList();
  }
}
