package org.citylake.streamingjobs.live.count;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * The sums as of the last checkpoint that was completed. They are told as metrics: unlike sums of
 * the moment they are in the state that a recovery begins with, and never come to less.
 */
public final class CompletedCounts {
  /** Flink's metric, in a group of the variables {@code source} and {@code count}. */
  public static final String METRIC = "citylakeCount";

  private final NavigableMap<Long, Map<String, Map<String, Long>>> begun = new TreeMap<>();
  private volatile Map<String, Map<String, Long>> completed;

  /** Begins with the sums that were restored. */
  CompletedCounts(Map<String, Map<String, Long>> sums) {
    this.completed = copy(sums);
  }

  /** Takes the sums of a checkpoint that begins. */
  void begin(long checkpoint, Map<String, Map<String, Long>> sums) {
    begun.put(checkpoint, copy(sums));
  }

  /** Tells the sums of a checkpoint, and forgets those of all before it. */
  void complete(long checkpoint) {
    Map<String, Map<String, Long>> sums = begun.get(checkpoint);
    if (sums != null) {
      completed = sums;
      begun.headMap(checkpoint, true).clear();
    }
  }

  /** How many messages of a source came to that end. */
  long count(String source, String name) {
    return completed.getOrDefault(source, Map.of()).getOrDefault(name, 0L);
  }

  /** Registers a source's sums, which are zero until messages come. */
  void register(MetricGroup group, String source) {
    for (String name : LiveCount.NAMES) {
      group
          .addGroup("source", source)
          .addGroup("count", name)
          .gauge(METRIC, (Gauge<Long>) () -> count(source, name));
    }
  }

  private static Map<String, Map<String, Long>> copy(Map<String, Map<String, Long>> sums) {
    return sums.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, source -> Map.copyOf(source.getValue())));
  }
}
