package org.citylake.metrics.export.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.citylake.core.declaration.EditionDeclaration.Step;

/**
 * The means that can be written down as a spreadsheet's formula. Weights of what is missing are
 * left out, or with {@code missing: unscored} nothing is left of the whole. Source: OECD/JRC,
 * Handbook on Constructing Composite Indicators (2008), step 6.
 */
public enum Mean {
  /** Σ w x ÷ Σ w. */
  ARITHMETIC("arithmetic-mean"),
  /** exp(Σ w ln x ÷ Σ w), for values above zero. */
  GEOMETRIC("geometric-mean"),
  /** Σ w ÷ Σ (w ÷ x), for values above zero. */
  HARMONIC("harmonic-mean");

  private final String method;

  Mean(String method) {
    this.method = method;
  }

  /** A child: its weight and its score, empty when missing. */
  public record Part(double weight, OptionalDouble value) {}

  /** The mean of that method, if it is one of these. */
  public static Optional<Mean> of(Step step) {
    for (Mean mean : values()) {
      if (mean.method.equals(step.method())) {
        return Optional.of(mean);
      }
    }
    return Optional.empty();
  }

  /** Whether one missing child leaves the node without a score. */
  public static boolean needsAll(Step step) {
    return "unscored".equals(step.parameters().get("missing"));
  }

  /** The mean as a double; empty where there is none. */
  public OptionalDouble apply(Step step, List<Part> parts) {
    List<Part> there = parts.stream().filter(p -> p.value().isPresent()).toList();
    double weights = there.stream().mapToDouble(Part::weight).sum();
    if (there.isEmpty() || weights == 0 || (needsAll(step) && there.size() < parts.size())) {
      return OptionalDouble.empty();
    }
    double sum = there.stream().mapToDouble(p -> p.weight() * term(p)).sum();
    double result =
        switch (this) {
          case ARITHMETIC -> sum / weights;
          case GEOMETRIC -> Math.exp(sum / weights);
          case HARMONIC -> weights / sum;
        };
    return Double.isFinite(result) ? OptionalDouble.of(result) : OptionalDouble.empty();
  }

  private double term(Part part) {
    double value = part.value().orElseThrow();
    return switch (this) {
      case ARITHMETIC -> value;
      case GEOMETRIC -> Math.log(value);
      case HARMONIC -> 1 / value;
    };
  }
}
