package org.citylake.entities.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Groups records by their keys, from the strongest key on. Records with the same strongest key are
 * one group. A group of a weaker key joins the one group of a stronger key that has its key too, or
 * else a still weaker key of its records; where several have its key it tells nothing and is left
 * out.
 */
final class KeyedGroups {
  private final List<KeyedRecord> records;
  private final int[] groups;
  private final Set<Integer> leftOut = new HashSet<>();
  private final Map<String, Map<String, Set<Integer>>> holders = new HashMap<>();

  private KeyedGroups(List<KeyedRecord> records) {
    this.records = records;
    this.groups = new int[records.size()];
  }

  /**
   * The groups.
   *
   * @param records each with a key at least
   * @param keys the strongest first
   */
  static KeyedGroups of(List<KeyedRecord> records, List<String> keys) {
    KeyedGroups groups = new KeyedGroups(records);
    keys.forEach(groups::add);
    return groups;
  }

  /** By record the least record of its group; one that is left out is alone. */
  int[] groups() {
    return groups.clone();
  }

  /** Records that no group can be told of. */
  Set<Integer> leftOut() {
    return Set.copyOf(leftOut);
  }

  private void add(String lead) {
    Map<String, List<Integer>> led = new TreeMap<>();
    for (int r = 0; r < groups.length; r++) {
      Map<String, String> keys = records.get(r).keys();
      if (records.get(r).lead().filter(lead::equals).isPresent()) {
        led.computeIfAbsent(keys.getOrDefault(lead, ""), v -> new ArrayList<>()).add(r);
      }
    }
    // All look for stronger groups as they were before any of them is put there.
    Map<List<Integer>, Integer> into = new HashMap<>();
    led.values().forEach(group -> into.put(group, group(group, lead)));
    into.forEach(
        (group, target) -> {
          for (int r : group) {
            groups[r] = target < 0 ? r : target;
            if (target < 0) {
              leftOut.add(r);
            } else {
              hold(r, target);
            }
          }
        });
  }

  /** The group that records of a key are of; -1 when several have their key. */
  private int group(List<Integer> members, String lead) {
    Set<Integer> withLead = holding(members, lead);
    if (withLead.size() > 1) {
      return -1;
    }
    if (withLead.size() == 1) {
      return withLead.iterator().next();
    }
    for (String key : records.get(members.get(0)).keys().keySet()) {
      Set<Integer> withKey = holding(members, key);
      if (!withKey.isEmpty()) {
        return withKey.size() == 1 ? withKey.iterator().next() : members.get(0);
      }
    }
    return members.get(0);
  }

  private Set<Integer> holding(List<Integer> members, String key) {
    Set<Integer> found = new HashSet<>();
    for (int r : members) {
      String value = records.get(r).keys().get(key);
      if (value != null) {
        found.addAll(holders.getOrDefault(key, Map.of()).getOrDefault(value, Set.of()));
      }
    }
    return found;
  }

  private void hold(int record, int group) {
    records
        .get(record)
        .keys()
        .forEach(
            (key, value) ->
                holders
                    .computeIfAbsent(key, k -> new HashMap<>())
                    .computeIfAbsent(value, v -> new HashSet<>())
                    .add(group));
  }
}
