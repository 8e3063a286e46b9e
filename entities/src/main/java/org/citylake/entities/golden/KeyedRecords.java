package org.citylake.entities.golden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.citylake.entities.golden.Cluster.Linked;
import org.citylake.entities.linkage.estimation.PairWeights;

/**
 * Groups records into entities by their keys: a pure function of the records, whatever order they
 * come in, and of the decisions. A record whose source does not let it tell of an entity refers to
 * the one that has its strongest key that one alone has. A record that neither tells of an entity
 * nor refers to one is linked to none.
 */
final class KeyedRecords {
  private final MergeDeclaration declaration;
  private final List<KeyedRecord> founders = new ArrayList<>();
  private final List<KeyedRecord> referring = new ArrayList<>();

  private KeyedRecords(MergeDeclaration declaration, List<Member> members) {
    this.declaration = declaration;
    Map<String, List<String>> founding = new HashMap<>();
    declaration.sources().forEach(source -> founding.put(source.id(), source.foundedBy()));
    for (Member member : members.stream().sorted(Member.ORDER).toList()) {
      KeyedRecord record = KeyedRecord.of(declaration, member);
      boolean founds =
          Objects.requireNonNull(founding.get(member.source())).stream()
              .anyMatch(record.keys()::containsKey);
      (founds ? founders : referring).add(record);
    }
  }

  /** The entities, ordered by their first records. */
  static List<Cluster> link(
      MergeDeclaration declaration,
      List<Member> members,
      List<LinkDecision> decisions,
      Consumer<String> progress) {
    return new KeyedRecords(declaration, members).entities(decisions, progress);
  }

  private List<Cluster> entities(List<LinkDecision> decisions, Consumer<String> progress) {
    Map<Integer, List<KeyedRecord>> members = members(decisions);
    Map<Integer, List<KeyedRecord>> references = references(members);
    progress.accept(
        "%d entities of %d records; %d of %d others refer to one"
                .formatted(members.size(), count(members), count(references), referring.size())
            + (count(members) == founders.size()
                ? ""
                : "; %d records have keys that several entities share"
                    .formatted(founders.size() - count(members))));
    List<Cluster> entities = new ArrayList<>();
    members.forEach(
        (first, records) ->
            entities.add(
                new Cluster(
                    linked(records, records),
                    linked(references.getOrDefault(first, List.of()), records))));
    entities.sort(Comparator.comparing(c -> c.members().get(0).member(), Member.ORDER));
    return entities;
  }

  private static int count(Map<Integer, List<KeyedRecord>> records) {
    return records.values().stream().mapToInt(List::size).sum();
  }

  private Map<Integer, List<KeyedRecord>> members(List<LinkDecision> decisions) {
    KeyedGroups groups = KeyedGroups.of(founders, declaration.keys());
    int[] decided =
        DecidedClusters.of(
            groups.groups(),
            founders.stream().map(KeyedRecord::member).toList(),
            decisions,
            (left, right) -> founders.get(left).shared(founders.get(right)).isPresent() ? 1 : -1);
    Map<Integer, List<KeyedRecord>> members = new TreeMap<>();
    Set<Integer> told = new HashSet<>();
    for (int r = 0; r < decided.length; r++) {
      members.computeIfAbsent(decided[r], c -> new ArrayList<>()).add(founders.get(r));
      if (!groups.leftOut().contains(r)) {
        told.add(decided[r]);
      }
    }
    members.keySet().retainAll(told);
    return members;
  }

  private Map<Integer, List<KeyedRecord>> references(Map<Integer, List<KeyedRecord>> members) {
    Map<Map.Entry<String, String>, Set<Integer>> holders = new HashMap<>();
    members.forEach(
        (entity, records) ->
            records.forEach(
                record ->
                    record
                        .keys()
                        .forEach(
                            (key, value) ->
                                holders
                                    .computeIfAbsent(Map.entry(key, value), k -> new HashSet<>())
                                    .add(entity))));
    Map<Integer, List<KeyedRecord>> references = new HashMap<>();
    for (KeyedRecord record : referring) {
      record.keys().entrySet().stream()
          .map(key -> holders.getOrDefault(Map.entry(key.getKey(), key.getValue()), Set.of()))
          .filter(entities -> entities.size() == 1)
          .findFirst()
          .map(entities -> entities.iterator().next())
          .ifPresent(
              entity -> references.computeIfAbsent(entity, e -> new ArrayList<>()).add(record));
    }
    return references;
  }

  private static List<Linked> linked(List<KeyedRecord> records, List<KeyedRecord> entity) {
    // Of each key the first two records tell, one of which is another than the record itself.
    Map<Map.Entry<String, String>, List<KeyedRecord>> byKey = new HashMap<>();
    for (KeyedRecord record : entity) {
      record
          .keys()
          .forEach(
              (key, value) -> {
                List<KeyedRecord> first =
                    byKey.computeIfAbsent(Map.entry(key, value), k -> new ArrayList<>(2));
                if (first.size() < 2) {
                  first.add(record);
                }
              });
    }
    return records.stream().map(r -> new Linked(r.member(), link(r, entity, byKey))).toList();
  }

  private static Link link(
      KeyedRecord record,
      List<KeyedRecord> entity,
      Map<Map.Entry<String, String>, List<KeyedRecord>> byKey) {
    for (Map.Entry<String, String> key : record.keys().entrySet()) {
      Optional<KeyedRecord> other =
          byKey.getOrDefault(Map.entry(key.getKey(), key.getValue()), List.of()).stream()
              .filter(r -> !r.equals(record))
              .findFirst();
      if (other.isPresent()) {
        return new Link(
            Link.Kind.RULE,
            other.map(r -> r.member().recordKey()),
            PairWeights.DECIDED,
            List.of(key.getKey() + ": equal"));
      }
    }
    return entity.stream()
        .filter(r -> !r.equals(record))
        .findFirst()
        .map(
            other ->
                new Link(Link.Kind.DECISION, Optional.of(other.member().recordKey()), 0, List.of()))
        .orElse(Link.NONE);
  }
}
