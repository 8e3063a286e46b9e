package org.citylake.metrics.index;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citylake.metrics.index.aggregate.Siblings;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Rows;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/** What scoring gives: every stage of every indicator and node. Immutable. */
public final class IndexResult {
  private final CompiledEdition compiled;
  private final Panel panel;
  private final List<StageColumns> stages;
  private final List<Column> provenance;
  private final NodeColumns nodes;
  private final Column top;
  private final List<Double> effectiveWeights;

  IndexResult(
      CompiledEdition compiled,
      Panel panel,
      List<StageColumns> stages,
      List<Column> provenance,
      NodeColumns nodes,
      Column top) {
    this.compiled = compiled;
    this.panel = panel;
    this.stages = List.copyOf(stages);
    this.provenance = List.copyOf(provenance);
    this.nodes = nodes;
    this.top = top;
    double[] effective = new double[compiled.tree().nodes().size()];
    for (TreeNode node : compiled.tree().nodes()) {
      effective[node.place()] =
          node.parent() < 0 ? 1 : effective[node.parent()] * nodes.weights().get(node.place());
    }
    this.effectiveWeights =
        IntStream.range(0, effective.length).mapToObj(i -> effective[i]).toList();
  }

  /** The edition with its methods and its tree. */
  public CompiledEdition compiled() {
    return compiled;
  }

  /** Units in periods. */
  public Rows rows() {
    return panel.rows();
  }

  /** The panel that was scored, aligned with the edition. */
  public Panel panel() {
    return panel;
  }

  /** The indicators after each step, from raw to normalised. */
  public List<StageColumns> stages() {
    return stages;
  }

  /** The indicators after a step; the last one where the edition repeats it. */
  public Optional<StageColumns> findStage(Stage stage) {
    return stages.stream().filter(s -> s.stage() == stage).reduce((first, second) -> second);
  }

  /** Where each indicator's values come from, before outliers were treated. */
  public List<Column> provenance() {
    return provenance;
  }

  /** The scores of a node; of the root times the coefficient. */
  public Column scores(TreeNode node) {
    return node.level() == 0 ? top : nodes.scores().get(node.place());
  }

  /** The scores of a node before any coefficient. */
  Column aggregated(TreeNode node) {
    return nodes.scores().get(node.place());
  }

  Shares shares(TreeNode node) {
    return nodes.shares().get(node.place());
  }

  /** Weight of a node among its siblings, which sum to 1. */
  public double weight(TreeNode node) {
    return nodes.weights().get(node.place());
  }

  /** Effective weight of a node in the root, the product of the weights down to it, 0..1. */
  public double effectiveWeight(TreeNode node) {
    return effectiveWeights.get(node.place());
  }

  Siblings siblings(TreeNode node) {
    return NodeColumns.siblings(compiled, node, nodes.weights(), nodes.scores(), panel.rows());
  }

  /** One score per period, unit and node, in the order of periods, units and tree. */
  public Stream<NodeScore> scores() {
    return new ScoreRows(this).stream();
  }

  /** Every stage of every indicator and node, in the same order. */
  public Stream<TracePoint> trace() {
    return new TraceRows(this).stream();
  }
}
