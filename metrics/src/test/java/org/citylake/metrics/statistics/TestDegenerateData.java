package org.citylake.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.citylake.metrics.statistics.correlation.CorrelationMatrix;
import org.citylake.metrics.statistics.correlation.CorrelationMethod;
import org.citylake.metrics.statistics.correlation.CronbachAlpha;
import org.citylake.metrics.statistics.imputation.NormalImputation;
import org.citylake.metrics.statistics.imputation.RegressionImputation;
import org.citylake.metrics.statistics.multicriteria.BenefitOfTheDoubt;
import org.citylake.metrics.statistics.multicriteria.MazziottaPareto;
import org.citylake.metrics.statistics.multicriteria.MazziottaPareto.Penalty;
import org.citylake.metrics.statistics.multicriteria.MazziottaPareto.Spread;
import org.citylake.metrics.statistics.multicriteria.OrderedWeightedAverage;
import org.citylake.metrics.statistics.multicriteria.OutrankingMatrix;
import org.citylake.metrics.statistics.multicriteria.Topsis;
import org.citylake.metrics.statistics.multivariate.FactorAnalysis;
import org.citylake.metrics.statistics.multivariate.PrincipalComponents;
import org.citylake.metrics.statistics.multivariate.SimilarUnits;
import org.citylake.metrics.statistics.multivariate.SimilarUnits.Neighbour;
import org.citylake.metrics.statistics.treatment.BoxCox;
import org.citylake.metrics.statistics.treatment.LogTransform;
import org.citylake.metrics.statistics.treatment.OutlierTest;
import org.citylake.metrics.statistics.treatment.Winsorisation;
import org.citylake.metrics.statistics.weighting.ComponentWeights;
import org.citylake.metrics.statistics.weighting.DataWeights;

/** Small tables full of ties, constants and gaps: a result is finite, or the rule is named. */
class TestDegenerateData {
  private static final int CELLS = 24;
  private static final int MISSING = 4;

  private static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(DoubleStream::of).toArray();
  }

  private static void require(String what, Supplier<double[]> statistic) {
    try {
      for (double value : statistic.get()) {
        assertThat(value).as(what).isFinite();
      }
    } catch (UndefinedStatisticException undefined) {
      assertThat(undefined.rule()).as(what).matches("[a-z]+(-[a-z]+)+");
    }
  }

  @Property
  void columnsGiveFiniteNumbersOrAName(
      @ForAll @Size(min = 1, max = 7) List<@IntRange(max = MISSING) Integer> cells) {
    double[] values = new double[cells.size()];
    boolean[] present = new boolean[cells.size()];
    for (int i = 0; i < values.length; i++) {
      present[i] = cells.get(i) < MISSING;
      values[i] = present[i] ? Math.pow(cells.get(i), 5) : 0;
    }
    double[] equal = DataWeights.equal(values.length);
    require("skewness", () -> new double[] {Moments.of(values, present).skewness()});
    require("kurtosis", () -> new double[] {Moments.of(values, present).kurtosis()});
    require("deviation", () -> new double[] {Moments.of(values, present).standardDeviation()});
    require("median", () -> new double[] {Quantiles.median(values, present)});
    for (LogTransform transform : LogTransform.values()) {
      require(transform.name(), () -> transform.apply(values, present));
    }
    require("box-cox", () -> BoxCox.apply(values, present, -1.5));
    require(
        "lambda",
        () -> new double[] {BoxCox.likeliestLambda(BoxCox.fromOne(values, present), present)});
    Winsorisation winsorisation = new Winsorisation(OutlierTest.USUAL, Winsorisation.UNLIMITED);
    require("winsorise", () -> winsorisation.apply(values, present).values());
    require("winsorise by force", () -> winsorisation.force(values, present).values());
    require("standardise", () -> MazziottaPareto.standardise(values, present));
    require("rescale", () -> MazziottaPareto.rescale(values, present, 3));
    require(
        "index",
        () ->
            new double[] {
              MazziottaPareto.index(values, present, Penalty.DOWN, Spread.SAMPLE),
              MazziottaPareto.index(values, present, Penalty.UP, Spread.POPULATION)
            });
    require("ordered", () -> new double[] {OrderedWeightedAverage.of(values, present, equal)});
  }

  @Property(tries = 500)
  void tablesGiveFiniteNumbersOrAName(
      @ForAll @IntRange(min = 2, max = 4) int indicators,
      @ForAll @Size(CELLS) List<@IntRange(max = 3) Integer> cells,
      @ForAll @Size(CELLS) List<@IntRange(max = 5) Integer> gaps) {
    int units = CELLS / indicators;
    double[][] values = new double[units][indicators];
    double[][] withGaps = new double[units][indicators];
    boolean[][] present = new boolean[units][indicators];
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < indicators; j++) {
        values[i][j] = cells.get(i * indicators + j);
        present[i][j] = gaps.get(i * indicators + j) > 0;
        withGaps[i][j] = present[i][j] ? values[i][j] : 0;
      }
    }
    double[] equal = DataWeights.equal(indicators);
    for (CorrelationMethod method : CorrelationMethod.values()) {
      CorrelationMatrix matrix = CorrelationMatrix.of(method, withGaps, present);
      for (int j = 0; j < indicators; j++) {
        for (int k = 0; k < indicators; k++) {
          matrix
              .between(j, k)
              .ifPresent(
                  found -> {
                    assertThat(found.coefficient()).isBetween(-1.0, 1.0);
                    assertThat(found.pValue()).isBetween(0.0, 1.0);
                  });
        }
      }
    }
    require("alpha", () -> new double[] {CronbachAlpha.of(withGaps, present)});
    require("components", () -> flat(PrincipalComponents.of(values).loadings()));
    require("factors", () -> flat(FactorAnalysis.of(values).loadings()));
    require("factor weights", () -> ComponentWeights.factors(values));
    require("entropy", () -> DataWeights.entropy(values));
    require("critic", () -> DataWeights.critic(values));
    require("outranking", () -> flat(OutrankingMatrix.of(withGaps, present, equal).shares()));
    require("topsis", () -> Topsis.scores(values, equal, Topsis.Scaling.VECTOR));
    require("doubt", () -> BenefitOfTheDoubt.of(values).scores());
    double[] least = new double[indicators];
    Arrays.fill(least, 0.1);
    double[] most = new double[indicators];
    Arrays.fill(most, 0.6);
    require("doubt within bounds", () -> BenefitOfTheDoubt.of(values, least, most).scores());
    require("regression", () -> flat(RegressionImputation.fill(withGaps, present)));
    require("normal", () -> flat(NormalImputation.fill(withGaps, present).values()));
    require(
        "neighbours",
        () ->
            SimilarUnits.nearest(withGaps, present, 0, 3, SimilarUnits.Scaling.STANDARDISED)
                .stream()
                .mapToDouble(Neighbour::distance)
                .toArray());
  }
}
