package org.citylake.entities.linkage.blocking;

/**
 * The share of matches that blocking finds, estimated from how often several keys find the same
 * one: few found by one key alone mean few found by none. Source: Chao 1987, Estimating the
 * Population Size for Capture-Recapture Data with Unequal Catchability, bias-corrected form; a
 * lower bound of what was lost when keys are alike.
 */
public final class RecallEstimate {
  private long found;
  private long once;
  private long twice;

  /** Notes a match that so many keys found. */
  public void add(int keys) {
    found += keys > 0 ? 1 : 0;
    once += keys == 1 ? 1 : 0;
    twice += keys == 2 ? 1 : 0;
  }

  /** The share, 0 to 1; 1 when no match was noted. */
  public double recall() {
    double lost = once * (once - 1.0) / (2 * (twice + 1.0));
    return found == 0 ? 1 : found / (found + Math.max(0, lost));
  }
}
