package org.citylake.metrics.index.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.Ranking;
import org.citylake.metrics.index.panel.Partition;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/**
 * The rank of a unit's score among the units of its group; a row of {@code group_ranks.csv}.
 *
 * @param grouping the group column, or {@code peer-groups}
 * @param group name of the group
 * @param unit the unit's code
 * @param node a node with children
 * @param rank 1 is best, ties share the lower number
 */
public record GroupRank(String grouping, String group, String unit, String node, int rank) {

  /** Of every group column of the panel and of the peer groups, every node with children. */
  public static List<GroupRank> of(AuditedPeriod period) {
    Map<String, List<String>> groupings = new TreeMap<>(period.result().panel().groups());
    EditionDeclaration edition = period.result().compiled().edition();
    if (!edition.peerGroups().isEmpty()) {
      String peers = EditionDeclaration.PEER_GROUPS;
      groupings.put(
          peers, Partition.groups(peers, edition, period.result().panel(), new Problems()));
    }
    List<GroupRank> ranks = new ArrayList<>();
    groupings.forEach((name, groups) -> add(period, name, groups, ranks));
    return ranks;
  }

  private static void add(
      AuditedPeriod period, String grouping, List<String> groups, List<GroupRank> ranks) {
    Partition parts = new Partition(List.of(period.block().rows())).within(groups);
    for (TreeNode node : period.groups()) {
      Ranking ranking = Ranking.of(period.result().scores(node), parts, 1);
      for (int row = period.block().from(); row < period.block().to(); row++) {
        if (ranking.ranks()[row] > 0) {
          ranks.add(
              new GroupRank(
                  grouping,
                  groups.get(row),
                  period.result().rows().unit(row),
                  node.code(),
                  ranking.ranks()[row]));
        }
      }
    }
  }
}
