package org.citylake.metrics.index.compare;

import org.jspecify.annotations.Nullable;

/**
 * A unit before and after; a row of {@code compare.csv}. What is null has no value: the unit is not
 * in the result, not scored or not ranked there.
 *
 * @param unit the unit's code
 * @param scoreBefore in the scale of the first result
 * @param scoreAfter in the scale of the second
 * @param rankBefore within the peer group, 1 is best
 * @param rankAfter likewise
 * @param scoreShift after less before
 * @param rankShift places won (above zero) or lost
 */
public record ComparedUnit(
    String unit,
    @Nullable Double scoreBefore,
    @Nullable Double scoreAfter,
    @Nullable Integer rankBefore,
    @Nullable Integer rankAfter,
    @Nullable Double scoreShift,
    @Nullable Integer rankShift) {

  static ComparedUnit of(
      String unit,
      @Nullable Double scoreBefore,
      @Nullable Double scoreAfter,
      @Nullable Integer rankBefore,
      @Nullable Integer rankAfter) {
    return new ComparedUnit(
        unit,
        scoreBefore,
        scoreAfter,
        rankBefore,
        rankAfter,
        scoreBefore == null || scoreAfter == null ? null : scoreAfter - scoreBefore,
        rankBefore == null || rankAfter == null ? null : rankBefore - rankAfter);
  }

  /** How many places the unit moved, either way; 0 where it is not ranked in both. */
  public int places() {
    return rankShift == null ? 0 : Math.abs(rankShift);
  }
}
