package org.citylake.entities.credit;

/**
 * The share of a class's subjects that 双随机 inspections draw, the one thing besides services that a
 * class steers.
 */
public enum InspectionRate {
  A(1, 3),
  B(5, 5),
  C(20, 20),
  D(100, 100);

  private final int leastPercent;
  private final int mostPercent;

  InspectionRate(int leastPercent, int mostPercent) {
    this.leastPercent = leastPercent;
    this.mostPercent = mostPercent;
  }

  /** Both in percent, such as 1-3; one where they are the same. */
  public String text() {
    return leastPercent == mostPercent
        ? Integer.toString(leastPercent)
        : leastPercent + "-" + mostPercent;
  }

  /** The lowest rate, in percent. */
  public int leastPercent() {
    return leastPercent;
  }

  /** The highest rate, in percent. */
  public int mostPercent() {
    return mostPercent;
  }
}
