package org.citylake.entities.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * Clusters after stewards' decisions. Only clusters that a decision touches are looked at again:
 * records that must be together are put together first, then groups are joined from the heaviest on
 * as long as their weights add up to more than nothing and no decision keeps them apart.
 */
final class DecidedClusters {
  private static final double LIMIT = 30;

  private final int[] group;
  private final List<int[]> same;
  private final List<int[]> apart;
  private final Weight weight;

  private DecidedClusters(int[] clusters, List<int[]> same, List<int[]> apart, Weight weight) {
    this.group = clusters.clone();
    this.same = same;
    this.apart = apart;
    this.weight = weight;
  }

  /** What speaks for two records being of one entity; above 0 when they are linked. */
  interface Weight {
    double of(int left, int right);
  }

  /**
   * The clusters.
   *
   * @param clusters by record the least record of its cluster
   * @param members the records
   * @param decisions of stewards; one on a record that has left waits until it comes back
   * @throws CityLakeException of kind DATA when decisions contradict each other
   */
  static int[] of(
      int[] clusters, List<Member> members, List<LinkDecision> decisions, Weight weight) {
    if (decisions.isEmpty()) {
      return clusters;
    }
    Map<RecordKey, Integer> places = new HashMap<>();
    for (int r = 0; r < members.size(); r++) {
      places.put(members.get(r).recordKey(), r);
    }
    List<int[]> same = new ArrayList<>();
    List<int[]> apart = new ArrayList<>();
    for (LinkDecision decision : decisions) {
      Integer first = places.get(decision.first());
      Integer second = places.get(decision.second());
      if (first != null && second != null && !first.equals(second)) {
        (decision.same() ? same : apart).add(new int[] {first, second});
      }
    }
    DecidedClusters decided = new DecidedClusters(clusters, same, apart, weight);
    for (int[] records : decided.touched()) {
      decided.cluster(records);
    }
    return decided.group;
  }

  /** The records of clusters that a decision touches, those that must be together in one array. */
  private List<int[]> touched() {
    int[] wide = group.clone();
    same.forEach(pair -> join(wide, pair[0], pair[1]));
    Map<Integer, List<Integer>> chosen = new TreeMap<>();
    same.forEach(pair -> chosen.put(wide[pair[0]], new ArrayList<>()));
    apart.stream()
        .filter(pair -> wide[pair[0]] == wide[pair[1]])
        .forEach(pair -> chosen.put(wide[pair[0]], new ArrayList<>()));
    if (!chosen.isEmpty()) {
      for (int r = 0; r < wide.length; r++) {
        List<Integer> records = chosen.get(wide[r]);
        if (records != null) {
          records.add(r);
        }
      }
    }
    return chosen.values().stream()
        .map(records -> records.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private void cluster(int[] records) {
    for (int r : records) {
      group[r] = r;
    }
    for (int[] pair : same) {
      if (Arrays.binarySearch(records, pair[0]) >= 0) {
        join(group, pair[0], pair[1]);
      }
    }
    for (int[] pair : apart) {
      // Pairs elsewhere may stand together until their own cluster is looked at.
      if (Arrays.binarySearch(records, pair[0]) >= 0 && group[pair[0]] == group[pair[1]]) {
        throw new CityLakeException(
            Kind.DATA,
            "Decisions on links contradict each other: two records must be apart, and by others"
                + " they must be together; take one back");
      }
    }
    boolean joined = true;
    while (joined) {
      joined = joinHeaviest(records);
    }
  }

  private boolean joinHeaviest(int[] records) {
    double most = 0;
    int a = -1;
    int b = -1;
    int[] groups = Arrays.stream(records).map(r -> group[r]).distinct().sorted().toArray();
    for (int i = 0; i < groups.length; i++) {
      for (int j = i + 1; j < groups.length; j++) {
        double sum = keptApart(groups[i], groups[j]) ? 0 : between(records, groups[i], groups[j]);
        if (sum > most) {
          most = sum;
          a = groups[i];
          b = groups[j];
        }
      }
    }
    if (a >= 0) {
      join(group, a, b);
    }
    return a >= 0;
  }

  private boolean keptApart(int a, int b) {
    return apart.stream()
        .anyMatch(
            pair ->
                (group[pair[0]] == a && group[pair[1]] == b)
                    || (group[pair[0]] == b && group[pair[1]] == a));
  }

  private double between(int[] records, int a, int b) {
    double sum = 0;
    for (int left : records) {
      for (int right : records) {
        if (group[left] == a && group[right] == b) {
          sum += Math.max(-LIMIT, Math.min(LIMIT, weight.of(left, right)));
        }
      }
    }
    return sum;
  }

  private static void join(int[] groups, int left, int right) {
    int from = Math.max(groups[left], groups[right]);
    int into = Math.min(groups[left], groups[right]);
    for (int r = 0; r < groups.length; r++) {
      if (groups[r] == from) {
        groups[r] = into;
      }
    }
  }
}
