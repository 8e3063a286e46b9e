package org.citylake.entities.credit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.citylake.entities.credit.CreditScore.Effect;
import org.citylake.entities.credit.CreditScore.Reason;
import org.citylake.entities.credit.CreditScore.Trend;

/**
 * An early warning (信用预警): between two scores of a legal entity something became worse.
 *
 * @param rule what became worse
 * @param earlier the score it is held against
 * @param later the score that is worse
 * @param because reasons that came, and of points added those that went
 */
public record CreditWarning(
    Rule rule, CreditScore earlier, CreditScore later, List<Reason> because) {
  public CreditWarning {
    because = List.copyOf(because);
  }

  /** What is warned of. */
  public enum Rule {
    CLASS_FELL,
    /** A red line that did not stand before, whatever the class was. */
    RED_LINE_CROSSED,
    SCORE_FELL
  }

  /**
   * The warnings of a change, at most one of each rule; none where nothing became worse.
   *
   * @param fall so many points lost are a warning; none are when empty
   * @throws IllegalArgumentException for scores of two subjects or models
   */
  public static List<CreditWarning> between(
      CreditScore earlier, CreditScore later, OptionalInt fall) {
    Trend trend = later.since(earlier);
    List<Reason> came =
        missing(later.reasons(), earlier.reasons()).stream()
            .filter(r -> r.effect() != Effect.ADDED)
            .toList();
    List<Reason> because = new ArrayList<>(came);
    missing(earlier.reasons(), later.reasons()).stream()
        .filter(r -> r.effect() == Effect.ADDED)
        .forEach(because::add);
    List<CreditWarning> warnings = new ArrayList<>();
    if (trend.fell()) {
      warnings.add(new CreditWarning(Rule.CLASS_FELL, earlier, later, because));
    }
    List<Reason> lines = came.stream().filter(r -> r.effect() == Effect.RED_LINE).toList();
    if (!lines.isEmpty()) {
      warnings.add(new CreditWarning(Rule.RED_LINE_CROSSED, earlier, later, lines));
    }
    if (fall.isPresent() && -trend.points() >= fall.getAsInt()) {
      warnings.add(new CreditWarning(Rule.SCORE_FELL, earlier, later, because));
    }
    return List.copyOf(warnings);
  }

  /** Those of the first that the second does not have, whatever was left of their points. */
  private static List<Reason> missing(List<Reason> first, Collection<Reason> second) {
    return first.stream()
        .filter(
            r ->
                second.stream()
                    .noneMatch(
                        s ->
                            s.effect() == r.effect()
                                && s.record().equals(r.record())
                                && s.item().equals(r.item())))
        .toList();
  }
}
