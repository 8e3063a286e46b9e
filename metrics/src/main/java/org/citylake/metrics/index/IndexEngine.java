package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.aggregate.Aggregation;
import org.citylake.metrics.index.normalise.Normalisation;
import org.citylake.metrics.index.step.MethodTable;
import org.citylake.metrics.index.tree.EditionTree;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.citylake.metrics.index.tree.TreeCheck;
import org.citylake.metrics.index.weight.Weighting;

/**
 * Scores units by an edition: normalise, weight, aggregate, rank within peer groups, with the trace
 * of every stage. A pure function; neither the order of the panel's data nor that of siblings in
 * the tree changes a bit of any score.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), steps 5 and 6.
 */
public final class IndexEngine {
  private static final Set<String> STEPS =
      Set.of(Normalisation.METHODS.step(), Weighting.METHODS.step(), Aggregation.METHODS.step());

  private IndexEngine() {}

  /**
   * Scores every unit of the edition in every period of the panel, or in the edition's data period
   * when the panel is empty. Units and indicators without data are unscored and say why.
   *
   * @param panel data of the edition's units and indicators only; see {@link Panel#restrictedTo}
   * @throws CityLakeException of kind DATA that lists all that is wrong with the edition or with
   *     the panel: a cycle, an orphan, a weight that is not above zero, an unknown method (naming
   *     the nearest), an unknown unit or indicator, a constant column under min-max, a value that
   *     is not above zero under a geometric mean
   */
  public static IndexResult score(EditionDeclaration edition, Panel panel) {
    Problems problems = new Problems();
    Optional<Normalisation> normalisation = Normalisation.METHODS.find(edition, problems);
    Optional<Weighting> weighting = Weighting.METHODS.find(edition, Weighting.DEFAULT, problems);
    Optional<Aggregation> aggregation = Aggregation.METHODS.find(edition, problems);
    checkSteps(edition, problems);
    TreeCheck.check(edition, problems);
    problems.throwIfAny("Cannot score by the edition " + edition.id());

    EditionTree tree = EditionTree.of(edition, weighting.orElseThrow());
    checkPanel(edition, tree, panel, problems);
    problems.throwIfAny("Cannot score this panel by the edition " + edition.id());

    List<NodeScore> scores = new ArrayList<>();
    List<TracePoint> trace = new ArrayList<>();
    List<String> periods = panel.data().isEmpty() ? List.of(edition.dataPeriod()) : panel.periods();
    for (String period : periods) {
      PeriodScoring scoring =
          new PeriodScoring(
              edition,
              tree,
              normalisation.orElseThrow(),
              aggregation.orElseThrow(),
              period,
              problems);
      IndexResult result = scoring.score(panel);
      scores.addAll(Ranking.rank(edition, result.scores()));
      trace.addAll(result.trace());
    }
    problems.throwIfAny("Cannot score this panel by the edition " + edition.id());
    return new IndexResult(scores, trace);
  }

  private static void checkSteps(EditionDeclaration edition, Problems problems) {
    for (String step : new TreeSet<>(edition.steps().keySet())) {
      if (!STEPS.contains(step)) {
        problems.add(
            MethodTable.file(edition),
            0,
            "unknown-step",
            step,
            "There is no step '" + step + "'" + NearestName.hint(step, STEPS));
      }
    }
  }

  private static void checkPanel(
      EditionDeclaration edition, EditionTree tree, Panel panel, Problems problems) {
    Set<String> units = new TreeSet<>(edition.units());
    Set<String> indicators = new TreeSet<>();
    tree.leaves().stream().map(TreeNode::code).forEach(indicators::add);
    Set<String> seen = new HashSet<>();
    for (Datum datum : panel.data()) {
      if (!units.contains(datum.unit()) && seen.add("unit " + datum.unit())) {
        problems.add(
            "panel",
            0,
            "unknown-unit",
            datum.unit(),
            "The edition does not score this unit" + NearestName.hint(datum.unit(), units));
      }
      if (!indicators.contains(datum.indicator()) && seen.add("code " + datum.indicator())) {
        problems.add(
            "panel",
            0,
            "unknown-indicator",
            datum.indicator(),
            "The edition's tree has no such indicator"
                + NearestName.hint(datum.indicator(), indicators));
      }
    }
  }
}
