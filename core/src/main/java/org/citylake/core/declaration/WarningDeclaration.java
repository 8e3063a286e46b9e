package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that says when leaders are warned.
 *
 * @param rule lower_snake, equal to the folder's name
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param indicators codes of the indicators that it watches
 * @param areas which areas it watches; all of them when empty
 * @param level how urgent
 * @param condition what has to hold
 * @param periods for how many periods in a row it has to hold before it warns, at least 1
 * @param messageZh Chinese message, with placeholders in braces
 * @param messageEn English message, with placeholders in braces
 * @param owner who has to act
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record WarningDeclaration(
    String rule,
    String nameZh,
    String nameEn,
    List<String> indicators,
    Set<AreaKind> areas,
    Level level,
    Condition condition,
    int periods,
    String messageZh,
    String messageEn,
    String owner,
    Path folder,
    String contentHash) {
  public WarningDeclaration {
    indicators = List.copyOf(indicators);
    areas = Set.copyOf(areas);
  }

  /** Whether the rule watches figures of the area with that code. */
  public boolean watches(String area) {
    return areas.isEmpty() || areas.contains(AreaKind.of(area));
  }

  /** Kinds of areas, told apart by their codes. */
  public enum AreaKind {
    CITY,
    DISTRICT,
    SUBDISTRICT;

    private static final int DISTRICT_DIGITS = 6;

    /** The kind of an area: 310000, six digits, or more of them. */
    static AreaKind of(String area) {
      if (area.endsWith("0000") && area.length() == DISTRICT_DIGITS) {
        return CITY;
      }
      return area.length() == DISTRICT_DIGITS ? DISTRICT : SUBDISTRICT;
    }
  }

  /** How urgent a warning is. */
  public enum Level {
    /** Look at it. */
    YELLOW,
    /** Act. */
    RED
  }

  /** What has to hold at a period. */
  public sealed interface Condition {}

  /**
   * A bound with a distance that has to be gone back before the warning ends.
   *
   * @param side on which side of the limit values are bad
   * @param limit values beyond it warn
   * @param clear values not beyond it end the warning; the limit itself when nothing else is said
   */
  public record Bound(Side side, double limit, double clear) {
    /** Whether a value warns. */
    public boolean crossed(double value) {
      return beyond(value, limit);
    }

    /** Whether a value keeps up a warning that there is. */
    public boolean holds(double value) {
      return beyond(value, clear);
    }

    private boolean beyond(double value, double bound) {
      return side == Side.ABOVE ? value > bound : value < bound;
    }
  }

  /** A side of a limit. */
  public enum Side {
    ABOVE,
    BELOW
  }

  /**
   * The value is beyond a limit.
   *
   * @param bound in the indicator's unit
   */
  public record Threshold(Bound bound) implements Condition {}

  /**
   * The value moved too far.
   *
   * @param samePeriod against the same period of the season before (year, for months; week, for
   *     days) and not the period before
   * @param percent in percent of the earlier value and not in the indicator's unit
   * @param bound of the change
   */
  public record Change(boolean samePeriod, boolean percent, Bound bound) implements Condition {}

  /** A plan's target will be missed at the pace that is made. */
  public record Plan() implements Condition {}

  /**
   * The last value stands out of trend and season.
   *
   * @param side of which values are bad; null for both
   */
  public record Anomaly(@Nullable Side side) implements Condition {}

  /**
   * There is no value yet, although there are later ones of other indicators or areas.
   *
   * @param behind periods behind the newest of its frequency, at least 1
   */
  public record Late(int behind) implements Condition {}
}
