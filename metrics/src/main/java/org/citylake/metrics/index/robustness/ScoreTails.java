package org.citylake.metrics.index.robustness;

import java.util.Arrays;

/**
 * The mean of many scores and exact quantiles near both ends, without keeping the scores between.
 */
final class ScoreTails {
  private final double probability;
  private final Tail low;
  private final Tail high;
  private int total;
  private double sum;

  /**
   * For the quantiles at a probability and at 1 less it.
   *
   * @param most how many scores there are at most
   */
  ScoreTails(double probability, int most) {
    this.probability = probability;
    int kept = (int) Math.floor((most - 1) * probability) + 2;
    this.low = new Tail(kept);
    this.high = new Tail(kept);
  }

  void add(double score) {
    total++;
    sum += score;
    low.add(score);
    high.add(-score);
  }

  double mean() {
    return sum / total;
  }

  /** By R's type 7. */
  double lowQuantile() {
    return low.quantile(probability, total);
  }

  /** By R's type 7. */
  double highQuantile() {
    // Seen from the other end, the position of 1 - p is that of p.
    return -high.quantile(probability, total);
  }

  /** The smallest of many numbers. */
  private static final class Tail {
    private final int kept;
    private double[] numbers;
    private int count;
    private double limit = Double.MAX_VALUE;

    Tail(int kept) {
      this.kept = kept;
      this.numbers = new double[Math.min(2 * kept, 16)];
    }

    void add(double number) {
      if (number > limit) {
        return;
      }
      if (count == numbers.length && count < 2 * kept) {
        numbers = Arrays.copyOf(numbers, Math.min(2 * kept, 2 * count));
      }
      numbers[count++] = number;
      if (count == 2 * kept) {
        Arrays.sort(numbers);
        count = kept;
        limit = numbers[kept - 1];
      }
    }

    double quantile(double probability, int total) {
      Arrays.sort(numbers, 0, count);
      double position = (total - 1) * probability;
      int below = (int) Math.floor(position);
      double share = position - below;
      double above = numbers[Math.min(below + 1, count - 1)];
      return numbers[below] == above ? above : (1 - share) * numbers[below] + share * above;
    }
  }
}
