package org.citylake.entities.credit;

import java.time.LocalDate;
import java.util.List;

/**
 * A legal entity's score on a day. It is a model's, and no judgement of law.
 *
 * @param score 0 to the base and what can be added to it
 * @param creditClass A to D
 * @param reasons what made it, in the order of the model
 */
public record CreditScore(
    CreditSubject subject,
    LocalDate day,
    String model,
    String modelHash,
    int score,
    String creditClass,
    List<Reason> reasons) {
  public CreditScore {
    reasons = List.copyOf(reasons);
  }

  /** What a reason did. */
  public enum Effect {
    DEDUCTED,
    ADDED,
    /** A red line: the lowest class. */
    RED_LINE,
    /** A ceiling: no better class than the one it leaves. */
    CEILING
  }

  /**
   * A record and what it did.
   *
   * @param record key of the record
   * @param group id of the group; empty for red lines and ceilings
   * @param points what the model gives it
   * @param counted what is left of them under the group's maximum, for its document and its item
   */
  public record Reason(
      Effect effect, String record, String item, String group, int points, int counted) {}

  /**
   * The way from an earlier score of the same subject and model.
   *
   * @throws IllegalArgumentException for another subject or model
   */
  public Trend since(CreditScore earlier) {
    if (!earlier.subject.equals(subject) || !earlier.model.equals(model)) {
      throw new IllegalArgumentException("Scores of two subjects or models have no trend");
    }
    // Classes are letters, the best first.
    int fall = Integer.signum(creditClass.compareTo(earlier.creditClass));
    return new Trend(score - earlier.score, fall > 0, fall < 0);
  }

  /**
   * A change between two days.
   *
   * @param points the later score less the earlier one
   * @param fell whether the class became worse, which is a warning
   * @param rose whether it became better
   */
  public record Trend(int points, boolean fell, boolean rose) {}
}
