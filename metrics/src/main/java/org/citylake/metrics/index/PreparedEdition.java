package org.citylake.metrics.index;

import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Partition;
import org.citylake.metrics.index.panel.Rows;

/**
 * A panel carried through an edition up to normalisation; what is left are weights, the tree, the
 * coefficient. Immutable, safe for several threads.
 */
public final class PreparedEdition {
  private final CompiledEdition compiled;
  private final Panel panel;
  private final List<StageColumns> stages;
  private final List<Column> provenance;
  private final List<Branch> branches;
  private final Partition rankedParts;

  PreparedEdition(
      CompiledEdition compiled, Panel panel, List<StageColumns> stages, List<Column> provenance) {
    this.compiled = compiled;
    this.panel = panel;
    this.stages = List.copyOf(stages);
    this.provenance = List.copyOf(provenance);
    this.branches = Branch.of(compiled, normalised());
    EditionDeclaration edition = compiled.edition();
    this.rankedParts =
        Ranking.peers(
            Partition.byPeriod(panel.rows()),
            edition.peerGroups().isEmpty()
                ? List.of()
                : Partition.groups(EditionDeclaration.PEER_GROUPS, edition, panel, new Problems()));
  }

  /** The edition with its methods and its tree. */
  public CompiledEdition compiled() {
    return compiled;
  }

  /** The panel, aligned with the edition. */
  public Panel panel() {
    return panel;
  }

  /** Units in periods. */
  public Rows rows() {
    return panel.rows();
  }

  /** The indicators in the common scale, in the order of the leaves. */
  public List<Column> normalised() {
    return stages.get(stages.size() - 1).columns();
  }

  /** Where each indicator's values come from, before outliers were treated. */
  List<Column> provenance() {
    return provenance;
  }

  /** The nodes with children, every node after those below it. */
  List<Branch> branches() {
    return branches;
  }

  /**
   * The scores of the root, times any coefficient.
   *
   * @param problems takes a value that is not above zero under a geometric mean and the like
   * @return empty after a problem
   */
  public Optional<Column> findScores(DrawnWeights weights, Problems problems) {
    int before = problems.all().size();
    Column root = NodeColumns.fillScores(this, weights, problems).scores().get(0);
    return problems.all().size() > before ? Optional.empty() : top(root, problems);
  }

  /** The same with the scores of all nodes and every stage. */
  public Optional<IndexResult> findResult(DrawnWeights weights, Problems problems) {
    int before = problems.all().size();
    NodeColumns nodes = NodeColumns.fill(this, weights, problems);
    return problems.all().size() > before
        ? Optional.empty()
        : top(nodes.scores().get(0), problems)
            .map(top -> new IndexResult(compiled, panel, stages, provenance, nodes, top));
  }

  /** Ranks within peer groups in each period, 1 is best; 0 where a unit is not ranked. */
  public int[] ranks(Column scores) {
    return Ranking.of(scores, rankedParts, compiled.edition().minimumUnits()).ranks();
  }

  private Optional<Column> top(Column root, Problems problems) {
    int before = problems.all().size();
    Column top = new Scoring(compiled, panel, problems).top(root);
    return problems.all().size() > before ? Optional.empty() : Optional.of(top);
  }
}
