package org.citylake.metrics.index.normalise;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.multicriteria.MazziottaPareto;

/**
 * The scale of the adjusted Mazziotta–Pareto index: the reference is 100 and the observed range is
 * 60 wide. The reference is the mean of the part, or of a base period in it, or the indicator's own.
 * With {@code over: panel} it compares over time.
 *
 * <p>Source: Mazziotta and Pareto, Social Indicators Research 136 (2018).
 *
 * @param basePeriod period whose mean is the reference; empty for the whole part
 * @param own whether the indicator's own reference is taken
 */
record ReferenceRange(Optional<String> basePeriod, boolean own) implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new ReferenceRange(
        parameters.findText("base-period"),
        parameters
            .choice("reference", java.util.List.of("mean", "own"), "mean")
            .equals("own"));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    Range range = Range.of(variable, part);
    if (range.empty() || !variable.requireDirection()) {
      return;
    }
    if (range.constant()) {
      variable.constant(part, range.least());
      return;
    }
    int[] rows = IntStream.of(part).filter(variable.values()::has).toArray();
    double[] values = IntStream.of(rows).mapToDouble(variable::oriented).toArray();
    double[] base =
        IntStream.of(rows)
            .filter(r -> basePeriod.map(variable.rows().period(r)::equals).orElse(true))
            .mapToDouble(variable::oriented)
            .sorted()
            .toArray();
    if (own ? variable.measure().reference().isEmpty() : base.length == 0) {
      variable.report(
          "reference-missing",
          variable.code(),
          own
              ? "The leaf has no reference"
              : "No unit has a value in the base period " + basePeriod.orElse(""));
      return;
    }
    double reference =
        own
            ? (variable.mirrored() ? -1 : 1) * variable.measure().reference().orElseThrow()
            : Arrays.stream(base).sum() / base.length;
    boolean[] present = new boolean[values.length];
    Arrays.fill(present, true);
    double[] scaled = MazziottaPareto.rescale(values, present, reference);
    for (int i = 0; i < rows.length; i++) {
      result.set(rows[i], scaled[i], variable.values().status(rows[i]));
    }
  }
}
