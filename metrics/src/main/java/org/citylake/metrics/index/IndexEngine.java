package org.citylake.metrics.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Rows;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/**
 * Scores units by an edition: screen, denominate, impute, treat, normalise, weight, aggregate,
 * multiply by a coefficient, rank within peer groups, with the trace of every stage. A pure
 * function; neither the order of the panel's data nor that of siblings in the tree changes a bit of
 * any score.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), steps 3 to 6.
 */
public final class IndexEngine {
  private IndexEngine() {}

  /** Adds all that is wrong with an edition's tree, steps and parameters to the problems. */
  public static void check(EditionDeclaration edition, Problems problems) {
    CompiledEdition.of(edition, problems);
  }

  /**
   * An edition with its methods.
   *
   * @throws CityLakeException of kind DATA that lists all that is wrong with it: a cycle, an
   *     orphan, a weight that is not above zero, an unknown method (naming the nearest)
   */
  public static CompiledEdition compile(EditionDeclaration edition) {
    Problems problems = new Problems();
    return CompiledEdition.of(edition, problems)
        .orElseGet(
            () -> {
              problems.throwIfAny("Cannot score by the edition " + edition.id());
              throw new IllegalStateException("not compiled for no reason");
            });
  }

  /**
   * Scores every unit of the edition, or of the panel where the edition names none, in every period
   * of the panel, or in the edition's data period when the panel is empty. Units and indicators
   * without data are unscored and say why.
   *
   * @param panel data of the edition's units and indicators; other columns are left alone
   * @throws CityLakeException of kind DATA that lists all that is wrong with the edition or with
   *     the panel: what {@link #compile} throws, an unknown unit, a constant column under min-max,
   *     a value that is not above zero under a geometric mean
   */
  public static IndexResult score(EditionDeclaration edition, Panel panel) {
    return score(compile(edition), panel);
  }

  /**
   * As {@link #score(EditionDeclaration, Panel)}, by an edition whose methods are found already.
   */
  public static IndexResult score(CompiledEdition compiled, Panel panel) {
    return new PanelStages(panel).score(compiled);
  }

  /**
   * The panel with a row for every unit that is to be scored, in every period, without the
   * synthetic values that the edition refuses.
   */
  static Panel aligned(CompiledEdition compiled, Panel panel) {
    EditionDeclaration edition = compiled.edition();
    Rows rows = panel.rows();
    if (!edition.units().isEmpty()) {
      List<String> periods =
          rows.size() > 0 ? rows.periods() : edition.dataPeriod().stream().toList();
      rows = Rows.of(edition.units(), periods);
    }
    Panel whole = rows == panel.rows() ? panel : panel.over(rows);
    return edition.acceptsSynthetic() ? whole : whole.withoutSynthetic();
  }

  static void checkUnits(EditionDeclaration edition, Panel panel, Problems problems) {
    Set<String> units = new TreeSet<>(edition.units());
    if (units.isEmpty()) {
      return;
    }
    for (String unit : new TreeSet<>(panel.rows().units())) {
      if (!units.contains(unit)) {
        problems.add(
            "panel",
            0,
            "unknown-unit",
            unit,
            "The edition does not score this unit" + NearestName.hint(unit, units));
      }
    }
  }

  static void checkCodes(CompiledEdition compiled, Panel panel, Problems problems) {
    Set<String> known = new HashSet<>(compiled.variables());
    Set<String> leaves = new TreeSet<>();
    compiled.tree().leaves().stream().map(TreeNode::code).forEach(leaves::add);
    for (String code : panel.codes()) {
      if (!known.contains(code)) {
        problems.add(
            "panel",
            0,
            "unknown-indicator",
            code,
            "The edition's tree has no such indicator" + NearestName.hint(code, leaves));
      }
    }
  }
}
