package org.citylake.metrics.index.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.citylake.metrics.index.step.StepParameters;

/**
 * The weighted arithmetic mean, {@code Σ w x ÷ Σ w}. What the parts add sums to the score exactly:
 * the exact sum of the contributions, rounded once, is the score.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, additive
 * aggregation.
 *
 * @param missing what a missing child does
 */
public record ArithmeticMean(MissingRule missing) implements Aggregation {

  static Aggregation of(StepParameters parameters) {
    return new ArithmeticMean(MissingRule.of(parameters));
  }

  @Override
  public boolean accepts(double value) {
    return true;
  }

  @Override
  public Aggregate apply(List<Part> parts) {
    PreciseSum total = new PreciseSum();
    PreciseSum weights = new PreciseSum();
    for (Part part : parts) {
      total.addProduct(part.weight(), part.value());
      weights.add(part.weight());
    }
    double score = total.dividedBy(weights);
    List<Double> contributions = new ArrayList<>(parts.size());
    for (Part part : parts) {
      contributions.add(part.weight() * part.value() / weights.value());
    }
    settle(score, contributions);
    return new Aggregate(score, List.copyOf(contributions));
  }

  /**
   * Each contribution is rounded. The largest takes up what the roundings leave over, and where its
   * last digit is too coarse for that, the next.
   */
  private static void settle(double score, List<Double> contributions) {
    List<Integer> largestFirst =
        IntStream.range(0, contributions.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(contributions.get(i))))
            .toList();
    for (int i : largestFirst) {
      double left = remainder(score, contributions);
      if (left == 0) {
        return;
      }
      contributions.set(i, contributions.get(i) + left);
    }
  }

  private static double remainder(double score, List<Double> contributions) {
    PreciseSum sum = new PreciseSum();
    contributions.forEach(sum::add);
    return score - sum.value() == 0 ? 0 : sum.lacking(score);
  }
}
