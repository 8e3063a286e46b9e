package org.citylake.metrics.index.aggregate;

import java.util.List;
import org.citylake.metrics.index.step.StepParameters;

/**
 * The weighted geometric mean, {@code exp(Σ w ln x ÷ Σ w)}, for values above zero. A part's
 * contribution is its share of the logarithm: the score is {@code exp} of their sum.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, geometric
 * aggregation.
 *
 * @param missing what a missing child does
 */
public record GeometricMean(MissingRule missing) implements Aggregation {

  static Aggregation of(StepParameters parameters) {
    return new GeometricMean(MissingRule.of(parameters));
  }

  @Override
  public boolean accepts(double value) {
    return value > 0;
  }

  @Override
  public Aggregate apply(List<Part> parts) {
    // StrictMath gives the same digits on every machine.
    Aggregate logarithms =
        new ArithmeticMean(missing)
            .apply(
                parts.stream()
                    .map(p -> new Part(p.code(), p.weight(), StrictMath.log(p.value())))
                    .toList());
    double least = parts.stream().mapToDouble(Part::value).min().orElseThrow();
    double most = parts.stream().mapToDouble(Part::value).max().orElseThrow();
    // A mean lies between its least and its greatest part; rounding must not carry it out.
    double score = Math.min(most, Math.max(least, StrictMath.exp(logarithms.score())));
    return new Aggregate(score, logarithms.contributions());
  }
}
