package org.citylake.metrics.index.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.Problem;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.CompiledEdition;
import org.citylake.metrics.index.DrawnWeights;
import org.citylake.metrics.index.PanelStages;
import org.citylake.metrics.index.PreparedEdition;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.robustness.VariedFactor.Exchange;
import org.citylake.metrics.index.robustness.VariedFactor.Noise;

/**
 * All that an edition can become when its factors are varied: a point of the unit cube, one number
 * for each factor, stands for one variant. Variants that differ in weights only share everything up
 * to the weights. Safe for several threads.
 */
final class DrawSpace {
  /** How many cells the variants that are kept may have in all. */
  private static final long KEPT_CELLS = 32L << 20;

  private static final int MOST_KEPT = 4096;

  private final VariedEdition varied;
  private final CompiledEdition nominal;
  private final List<VariedFactor> factors;
  private final long seed;
  private final PanelStages stages;
  private final Map<Map<String, Object>, Variant> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final int mostKept;

  /** An edition with other steps, or why it cannot be scored. */
  private record Variant(Optional<PreparedEdition> prepared, List<Problem> failures) {}

  DrawSpace(
      VariedEdition varied,
      CompiledEdition nominal,
      List<VariedFactor> factors,
      PanelStages stages,
      long seed) {
    this.varied = varied;
    this.nominal = nominal;
    this.factors = List.copyOf(factors);
    this.seed = seed;
    this.stages = stages;
    long cells = Math.max(1, (long) stages.panel().rows().size() * varied.edition().nodes().size());
    this.mostKept = (int) Math.max(2, Math.min(MOST_KEPT, KEPT_CELLS / cells));
  }

  /** How many numbers a point has. */
  int dimensions() {
    return factors.size();
  }

  /** The variant at a point. */
  DrawResult score(double[] point) {
    Map<String, Object> values = new TreeMap<>();
    for (int i = 0; i < point.length; i++) {
      if (factors.get(i) instanceof Exchange exchange) {
        values.put(exchange.at(), exchange.value(point[i]));
      }
    }
    Variant variant = variant(values);
    return variant
        .prepared()
        .map(prepared -> score(prepared, weights(prepared, point)))
        .orElseGet(() -> DrawResult.failed(variant.failures()));
  }

  /** An edition with weights. */
  static DrawResult score(PreparedEdition prepared, DrawnWeights weights) {
    Problems problems = new Problems();
    Optional<Column> scores = prepared.findScores(weights, problems);
    return scores
        .map(column -> new DrawResult(column, prepared.ranks(column), List.of()))
        .orElseGet(() -> DrawResult.failed(firstOfEachRule(problems)));
  }

  private DrawnWeights weights(PreparedEdition prepared, double[] point) {
    double[] numbers = new double[prepared.compiled().tree().nodes().size()];
    Arrays.fill(numbers, 1);
    boolean noisy = false;
    for (int i = 0; i < point.length; i++) {
      if (factors.get(i) instanceof Noise noise) {
        noisy = true;
        noise.multiply(
            prepared.compiled().tree(),
            DrawSeed.random(seed + i, Double.doubleToLongBits(point[i])),
            numbers);
      }
    }
    return noisy ? DrawnWeights.times(numbers) : DrawnWeights.NOMINAL;
  }

  private Variant variant(Map<String, Object> values) {
    synchronized (kept) {
      Variant known = kept.get(values);
      if (known != null) {
        return known;
      }
    }
    Variant made = make(values);
    synchronized (kept) {
      kept.put(values, made);
      if (kept.size() > mostKept) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return made;
  }

  private Variant make(Map<String, Object> values) {
    Problems problems = new Problems();
    Optional<PreparedEdition> prepared =
        compile(values, problems).flatMap(compiled -> stages.prepare(compiled, problems));
    return new Variant(prepared, firstOfEachRule(problems));
  }

  private Optional<CompiledEdition> compile(Map<String, Object> values, Problems problems) {
    if (values.isEmpty()) {
      return Optional.of(nominal);
    }
    EditionDeclaration edition = varied.with(values);
    return edition.nodes() == varied.edition().nodes()
        ? nominal.withSteps(edition, problems)
        : CompiledEdition.of(edition, problems);
  }

  private static List<Problem> firstOfEachRule(Problems problems) {
    Set<String> rules = new HashSet<>();
    List<Problem> first = new ArrayList<>();
    for (Problem problem : problems.all()) {
      if (rules.add(problem.rule())) {
        first.add(problem);
      }
    }
    return first;
  }
}
