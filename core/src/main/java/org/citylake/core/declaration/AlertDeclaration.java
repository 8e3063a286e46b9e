package org.citylake.core.declaration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.declaration.WarningDeclaration.Side;
import org.jspecify.annotations.Nullable;

/**
 * A rule that says when events of a stream alert people at once.
 *
 * @param rule lower_snake, equal to the folder's name
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param sources ids of the sources whose events it watches
 * @param zone in which hours and weekdays are local
 * @param condition what is measured
 * @param levels from the least to the most urgent, at least one
 * @param held how long a level must be held before it alerts; zero for at once
 * @param reopen an alert that comes back within this time after its end is the same alert
 * @param escalations who is told when nobody acknowledges, in the order of time
 * @param owner who has to act
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record AlertDeclaration(
    String rule,
    String nameZh,
    String nameEn,
    List<String> sources,
    ZoneId zone,
    Condition condition,
    List<Level> levels,
    Duration held,
    Duration reopen,
    List<Escalation> escalations,
    String owner,
    Path folder,
    String contentHash) {
  public AlertDeclaration {
    sources = List.copyOf(sources);
    levels = List.copyOf(levels);
    escalations = List.copyOf(escalations);
  }

  /** How urgent: the four colours of warnings in China, the least first. */
  public enum Grade {
    BLUE,
    YELLOW,
    ORANGE,
    RED
  }

  /**
   * One level.
   *
   * @param grade how urgent
   * @param bound what the measure has to be beyond; null for absence and co-occurrence
   * @param after how long nothing has come; there for absence alone
   */
  public record Level(Grade grade, @Nullable Bound bound, @Nullable Duration after) {}

  /**
   * A bound with a distance that has to be gone back before it is left.
   *
   * @param side on which side of the limit values are bad
   * @param limit values beyond it enter
   * @param clear values not beyond it leave; the limit itself when nothing else is said
   */
  public record Bound(Side side, BigDecimal limit, BigDecimal clear) {
    /** Whether a value enters. */
    public boolean crossed(BigDecimal value) {
      return beyond(value, limit);
    }

    /** Whether a value stays. */
    public boolean holds(BigDecimal value) {
      return beyond(value, clear);
    }

    private boolean beyond(BigDecimal value, BigDecimal bound) {
      int sign = value.compareTo(bound);
      return side == Side.ABOVE ? sign > 0 : sign < 0;
    }
  }

  /**
   * Who is told when an alert is not acknowledged.
   *
   * @param after how long after the alert
   * @param to an office or a duty
   */
  public record Escalation(Duration after, String to) {}

  /** What is measured. */
  public sealed interface Condition {
    /** The metrics whose events it takes. */
    Set<String> metrics();
  }

  /** The value itself. */
  public record Value(String metric) implements Condition {
    @Override
    public Set<String> metrics() {
      return Set.of(metric);
    }
  }

  /**
   * How far the value moved within a time.
   *
   * @param over against the oldest value that is not older than this
   * @param percent in percent of that value and not in the metric's unit
   */
  public record Change(String metric, Duration over, boolean percent) implements Condition {
    @Override
    public Set<String> metrics() {
      return Set.of(metric);
    }
  }

  /** For how long nothing has come. */
  public record Absence(String metric) implements Condition {
    @Override
    public Set<String> metrics() {
      return Set.of(metric);
    }
  }

  /**
   * How far the value lies from those of the same hour before, in robust standard deviations.
   *
   * @param season which hours are the same
   * @param history so many of the last values of the same hour are kept
   * @param least no deviation is taken for smaller than this, in the metric's unit
   */
  public record Deviation(String metric, Season season, int history, BigDecimal least)
      implements Condition {
    @Override
    public Set<String> metrics() {
      return Set.of(metric);
    }
  }

  /** Which hours are held against each other. */
  public enum Season {
    /** The same hour of every day. */
    DAY,
    /** The same hour of the same weekday. */
    WEEK
  }

  /**
   * Several things at about the same time.
   *
   * @param all all of them have to be
   * @param within none of them longer ago than this
   */
  public record Together(List<Part> all, Duration within) implements Condition {
    public Together {
      all = List.copyOf(all);
    }

    @Override
    public Set<String> metrics() {
      Set<String> metrics = new TreeSet<>();
      all.forEach(p -> metrics.add(p.metric()));
      return metrics;
    }
  }

  /** A metric beyond a bound. */
  public record Part(String metric, Bound bound) {}
}
