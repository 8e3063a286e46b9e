package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Partition;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.jspecify.annotations.Nullable;

/** The scores of a result as rows, with ranks and reasons. */
final class ScoreRows {
  private final IndexResult result;
  private final EditionDeclaration edition;
  private final List<String> groups;
  private final List<Ranking> peers = new ArrayList<>();
  private final List<Ranking> overall = new ArrayList<>();
  private final List<List<TreeNode>> leavesBelow;

  ScoreRows(IndexResult result) {
    this.result = result;
    this.edition = result.compiled().edition();
    this.groups =
        edition.peerGroups().isEmpty()
            ? List.of()
            : Partition.groups(
                EditionDeclaration.PEER_GROUPS, edition, result.panel(), new Problems());
    Partition periods = Partition.byPeriod(result.rows());
    Partition parts = Ranking.peers(periods, groups);
    for (TreeNode node : nodes()) {
      Column scores = result.scores(node);
      peers.add(Ranking.of(scores, parts, edition.minimumUnits()));
      overall.add(
          groups.isEmpty()
              ? peers.get(peers.size() - 1)
              : Ranking.of(scores, periods, edition.minimumUnits()));
    }
    leavesBelow = nodes().stream().map(this::below).toList();
  }

  Stream<NodeScore> stream() {
    return IntStream.range(0, result.rows().size())
        .boxed()
        .flatMap(row -> nodes().stream().map(node -> score(node, row)));
  }

  private List<TreeNode> nodes() {
    return result.compiled().tree().nodes();
  }

  private List<TreeNode> below(TreeNode node) {
    return node.isLeaf()
        ? List.of(node)
        : result.compiled().tree().children(node).stream()
            .flatMap(child -> below(child).stream())
            .toList();
  }

  private NodeScore score(TreeNode node, int row) {
    Column scores = result.scores(node);
    Shares shares = result.shares(node);
    boolean scored = scores.has(row);
    NodeScore.Status status =
        !scored
            ? NodeScore.Status.UNSCORED
            : shares.available()[row] < 1 ? NodeScore.Status.PARTIAL : NodeScore.Status.SCORED;
    Ranking ranking = peers.get(node.place());
    String group = groups.isEmpty() ? "" : groups.get(row);
    return new NodeScore(
        edition.id(),
        result.rows().unit(row),
        result.rows().period(row),
        node.code(),
        node.level(),
        scored ? scores.value(row) : null,
        result.effectiveWeight(node),
        shares.available()[row],
        shares.imputed()[row],
        shares.synthetic()[row],
        rank(ranking, row),
        rank(overall.get(node.place()), row),
        group.isEmpty() ? null : group,
        status,
        reason(node, row, ranking, scored),
        edition.model());
  }

  private static @Nullable Integer rank(Ranking ranking, int row) {
    return ranking.ranks()[row] == 0 ? null : ranking.ranks()[row];
  }

  /** Such as {@code no-target: a; no-value: b, c; unranked: 1 of at least 3 scored units}. */
  private @Nullable String reason(TreeNode node, int row, Ranking ranking, boolean scored) {
    List<String> parts = new ArrayList<>();
    Map<String, TreeSet<String>> missing = new TreeMap<>();
    for (TreeNode leaf : leavesBelow.get(node.place())) {
      Status status = result.scores(leaf).status(row);
      if (!status.hasValue()) {
        missing.computeIfAbsent(status.reason(), r -> new TreeSet<>()).add(leaf.code());
      }
    }
    Status own = result.scores(node).status(row);
    if (own == Status.UNDER_REPORTED) {
      parts.add(own.reason());
    }
    if (node.level() == 0 && !scored && result.aggregated(node).has(row)) {
      parts.add("no-coefficient");
    }
    parts.addAll(
        missing.entrySet().stream()
            .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()))
            .collect(Collectors.toList()));
    if (scored && ranking.ranks()[row] == 0) {
      parts.add(
          ranking.scored()[row] == 0
              ? "unranked: in no peer group"
              : "unranked: "
                  + ranking.scored()[row]
                  + " of at least "
                  + edition.minimumUnits()
                  + " scored units");
    }
    return parts.isEmpty() ? null : String.join("; ", parts);
  }
}
