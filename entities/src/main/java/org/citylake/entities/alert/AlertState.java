package org.citylake.entities.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an alert rule remembers of one series. Bounded: by the rule's window and history, not by the
 * number of events.
 *
 * @param now time of the last input; null before the first
 * @param seen metric to the time of its last reading
 * @param memory what the condition needs of the past
 * @param indicated level that the last measure indicates, 0 for none
 * @param reached since when each level has been indicated; null for a level that is not
 * @param episode the alert; null before the first
 */
public record AlertState(
    @Nullable Instant now,
    Map<String, Instant> seen,
    Memory memory,
    int indicated,
    List<? extends @Nullable Instant> reached,
    @Nullable Episode episode)
    implements Serializable {
  public AlertState {
    seen = Collections.unmodifiableMap(new TreeMap<>(seen));
    reached = Collections.unmodifiableList(new ArrayList<>(reached));
  }

  /** The state before the first input of a rule with so many levels. */
  static AlertState empty(int levels, Memory memory) {
    return new AlertState(null, Map.of(), memory, 0, Collections.nCopies(levels, null), null);
  }

  /** The level of the alert that is open, 0 for none. */
  public int level() {
    return episode == null || episode.ended() != null ? 0 : episode.level();
  }

  AlertState with(@Nullable Episode changed) {
    return new AlertState(now, seen, memory, indicated, reached, changed);
  }

  AlertState at(Instant time) {
    return new AlertState(time, seen, memory, indicated, reached, episode);
  }

  /**
   * An alert from its beginning to its end, and on while it may come back.
   *
   * @param opened when it began
   * @param level its level, from 1; after its end the last one
   * @param told when its level last rose: from then on escalation counts
   * @param escalations how many have been told
   * @param acknowledgedBy who acts; null while nobody does
   * @param ended when it ended; null while it is open
   */
  public record Episode(
      Instant opened,
      int level,
      Instant told,
      int escalations,
      @Nullable String acknowledgedBy,
      @Nullable Instant ended)
      implements Serializable {}

  /** What a condition needs of the past. */
  public sealed interface Memory extends Serializable {}

  /** Nothing. */
  public record Nothing() implements Memory {}

  /** The readings of the window, the oldest first. */
  public record Recent(List<Point> points) implements Memory {
    public Recent {
      points = List.copyOf(points);
    }
  }

  /** A reading. */
  public record Point(Instant at, BigDecimal value) implements Serializable {}

  /** Hour of the season to its last values, the oldest first. */
  public record History(Map<Integer, List<BigDecimal>> values) implements Memory {
    public History {
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
  }

  /** When each part of a co-occurrence last was; null for never, or when it is over. */
  public record LastHeld(List<? extends @Nullable Instant> times) implements Memory {
    public LastHeld {
      times = Collections.unmodifiableList(new ArrayList<>(times));
    }
  }
}
