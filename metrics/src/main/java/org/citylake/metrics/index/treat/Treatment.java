package org.citylake.metrics.index.treat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.MethodTable;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.treatment.OutlierTest;
import org.citylake.metrics.statistics.treatment.Winsorisation;

/**
 * Tames the outliers of a column. A column passes when its skewness or its kurtosis is small
 * enough; one that has fewer than four values, or the same value throughout, is left alone.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3; the rules of
 * COINr's Treat.
 */
public sealed interface Treatment {
  /** The methods by the names that editions give them. */
  MethodTable<ScopedTreatment> METHODS =
      new MethodTable<>(
          "treat",
          Map.of(
              "winsorise", p -> ScopedTreatment.of(Winsorised.of(p), p),
              "log", p -> ScopedTreatment.of(Transformed.of("log", p), p),
              "log-plus", p -> ScopedTreatment.of(Transformed.of("log-plus", p), p),
              "log-original", p -> ScopedTreatment.of(Transformed.of("log-original", p), p),
              "log-gii", p -> ScopedTreatment.of(Transformed.of("log-gii", p), p),
              "box-cox", p -> ScopedTreatment.of(Transformed.of("box-cox", p), p),
              "none", p -> ScopedTreatment.of(Transformed.of("none", p), p)));

  /** Fewest values that can be tested for outliers. */
  int FEWEST = 4;

  /**
   * Treats the values of one part of a column.
   *
   * @param values at least {@link #FEWEST}, not all the same
   * @return the treated values and what was done
   */
  Outcome apply(double[] values);

  /**
   * A treated column.
   *
   * @param values the values, in the same order
   * @param change the status of a value that differs from what it was
   */
  record Outcome(double[] values, Status change) {}

  /**
   * Sets outliers to the nearest other value, up to a number of points; where the column still does
   * not pass, transforms it.
   *
   * @param winsorisation the test and the number of points
   * @param forced whether a column that passes is winsorised too
   * @param then what is done with a column that still does not pass
   * @param combined whether the transformation is of the winsorised values; else of the original
   */
  record Winsorised(
      Winsorisation winsorisation, boolean forced, Transformation then, boolean combined)
      implements Treatment {
    private static final int DEFAULT_POINTS = 5;

    static Treatment of(StepParameters parameters) {
      int points =
          parameters.flag("unlimited", false)
              ? Winsorisation.UNLIMITED
              : parameters.count("maximum", DEFAULT_POINTS);
      return new Winsorised(
          new Winsorisation(outlierTest(parameters), points),
          parameters.flag("force", false),
          Transformation.of(parameters.choice("then", Transformation.NAMES, "log"), parameters),
          parameters.flag("combine", false));
    }

    @Override
    public Outcome apply(double[] values) {
      boolean[] present = new boolean[values.length];
      Arrays.fill(present, true);
      Winsorisation.Outcome outcome =
          forced ? winsorisation.force(values, present) : winsorisation.apply(values, present);
      if (outcome.passed() || then instanceof Transformation.None) {
        return new Outcome(outcome.values(), Status.WINSORISED);
      }
      return new Outcome(then.apply(combined ? outcome.values() : values), Status.TRANSFORMED);
    }
  }

  /**
   * Transforms a column that does not pass.
   *
   * @param test the test
   * @param always whether a column that passes is transformed too
   * @param transformation the transformation
   */
  record Transformed(OutlierTest test, boolean always, Transformation transformation)
      implements Treatment {
    static Treatment of(String name, StepParameters parameters) {
      return new Transformed(
          outlierTest(parameters),
          parameters.choice("when", List.of("failing", "always"), "failing").equals("always"),
          Transformation.of(name, parameters));
    }

    @Override
    public Outcome apply(double[] values) {
      return always || !test.passes(Moments.of(values))
          ? new Outcome(transformation.apply(values), Status.TRANSFORMED)
          : new Outcome(values, Status.TRANSFORMED);
    }
  }

  private static OutlierTest outlierTest(StepParameters parameters) {
    return new OutlierTest(
        parameters.positive("skewness", OutlierTest.USUAL.skewness()),
        parameters.number("kurtosis", OutlierTest.USUAL.kurtosis()));
  }
}
