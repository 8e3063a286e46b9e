package org.citylake.metrics.index.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.declaration.RobustnessDeclaration;
import org.citylake.core.declaration.RobustnessDeclaration.Factor;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.CompiledEdition;
import org.citylake.metrics.index.DrawnWeights;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.PanelStages;
import org.citylake.metrics.index.PreparedEdition;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.statistics.sensitivity.SaltelliDesign;

/**
 * How robust the ranking of an edition is on a panel: an uncertainty analysis by random draws, and
 * a sensitivity analysis by a Saltelli design. The same edition, panel, seed and number of draws
 * give the same result, on any number of threads; the order of units changes nothing.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7; Saisana,
 * Saltelli, Tarantola, J. R. Stat. Soc. A 168 (2005).
 */
public final class RobustnessAnalysis {
  private static final double USUAL_NOISE = 0.25;
  private static final String AGGREGATE = "aggregate";
  private static final List<Object> MEANS = List.of("arithmetic-mean", "geometric-mean");

  private final VariedEdition varied;
  private final PanelStages stages;
  private final RobustnessDeclaration declaration;
  private final PreparedEdition nominalEdition;
  private final DrawResult nominal;

  private RobustnessAnalysis(
      VariedEdition varied,
      PanelStages stages,
      RobustnessDeclaration declaration,
      PreparedEdition nominalEdition,
      DrawResult nominal) {
    this.varied = varied;
    this.stages = stages;
    this.declaration = declaration;
    this.nominalEdition = nominalEdition;
    this.nominal = nominal;
  }

  /**
   * The analysis of an edition by its own {@code robustness:}; without one by noise of 25 % on all
   * weights and, where both are defined, the arithmetic against the geometric mean.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA that lists all that is wrong with the
   *     edition, its factors, or the panel
   */
  public static RobustnessAnalysis of(VariedEdition varied, Panel panel) {
    Problems problems = new Problems();
    CompiledEdition compiled = IndexEngine.compile(varied.edition());
    String what = "Cannot analyse the robustness of " + varied.edition().id();
    PanelStages stages = new PanelStages(panel);
    Optional<PreparedEdition> prepared = stages.prepare(compiled, problems);
    problems.throwIfAny(what);
    DrawResult nominal = DrawSpace.score(prepared.orElseThrow(), DrawnWeights.NOMINAL);
    nominal.failures().forEach(problems::add);
    problems.throwIfAny(what);
    RobustnessDeclaration declaration =
        varied.edition().robustness().orElseGet(() -> usual(varied, stages));
    FactorCheck.check(varied, declaration.factors(), problems);
    problems.throwIfAny(what);
    return new RobustnessAnalysis(varied, stages, declaration, prepared.orElseThrow(), nominal);
  }

  private static RobustnessDeclaration usual(VariedEdition varied, PanelStages stages) {
    List<Factor> factors = new ArrayList<>();
    factors.add(
        new Factor(
            "weights",
            Optional.empty(),
            List.of(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(USUAL_NOISE),
            List.of()));
    Factor means =
        new Factor(
            "aggregation",
            Optional.of("/steps/aggregate/method"),
            MEANS,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of());
    Step aggregate = varied.edition().steps().get(AGGREGATE);
    if (aggregate != null
        && MEANS.contains(aggregate.method())
        && MEANS.stream().allMatch(mean -> isDefined(varied, stages, mean))) {
      factors.add(means);
    }
    return new RobustnessDeclaration(
        RobustnessDeclaration.DEFAULT_DRAWS,
        RobustnessDeclaration.DEFAULT_SENSITIVITY_BASE,
        1,
        factors);
  }

  private static boolean isDefined(VariedEdition varied, PanelStages stages, Object mean) {
    Problems problems = new Problems();
    return CompiledEdition.of(varied.with(Map.of("/steps/aggregate/method", mean)), problems)
        .flatMap(compiled -> stages.prepare(compiled, problems))
        .flatMap(prepared -> prepared.findScores(DrawnWeights.NOMINAL, problems))
        .isPresent();
  }

  /** What is varied: the edition's own, or the usual where it has none. */
  public RobustnessDeclaration declaration() {
    return declaration;
  }

  /** Whether the edition says nothing and the usual factors stand in. */
  public boolean usual() {
    return varied.edition().robustness().isEmpty();
  }

  /**
   * Draws all factors at random.
   *
   * @param draws at least 1
   */
  public UncertaintyResult uncertainty(int draws, long seed, DrawRunner runner) {
    DrawSpace space = space(seed);
    return run(
        draws,
        runner,
        draw -> {
          SplittableRandom random = DrawSeed.random(seed, draw);
          return space.score(random.doubles(space.dimensions()).toArray());
        });
  }

  /** Scores the edition by each set of weights instead of random draws. */
  public UncertaintyResult uncertainty(WeightSets weights, DrawRunner runner) {
    return run(
        weights.sets().size(),
        runner,
        draw ->
            DrawSpace.score(
                nominalEdition,
                DrawnWeights.of(nominalEdition.compiled().tree(), weights.sets().get(draw))));
  }

  private UncertaintyResult run(
      int draws, DrawRunner runner, java.util.function.IntFunction<DrawResult> draw) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws must be >= 1: " + draws);
    }
    RankSpread spread = new RankSpread(nominalEdition.rows(), nominal, draws);
    runner.run(draws, nominalEdition.rows().size(), draw, spread);
    return spread.result();
  }

  /**
   * Shares out the variance of the mean absolute rank change among the factors.
   *
   * @param base N of the design, at least 2, best a power of two; N (factors + 2) runs
   */
  public SensitivityResult sensitivity(int base, long seed, DrawRunner runner) {
    DrawSpace space = space(seed);
    SaltelliDesign design = SaltelliDesign.sobol(base, space.dimensions());
    Sensitivity sensitivity =
        new Sensitivity(
            declaration.factors().stream().map(Factor::name).toList(), base, nominal.ranks());
    runner.run(
        design.rows().length,
        nominalEdition.rows().size(),
        run -> space.score(design.rows()[run]),
        sensitivity);
    return sensitivity.result(seed);
  }

  private DrawSpace space(long seed) {
    return new DrawSpace(
        varied,
        nominalEdition.compiled(),
        declaration.factors().stream().map(VariedFactor::of).toList(),
        stages,
        seed);
  }
}
