package org.citylake.entities.golden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.citylake.entities.linkage.LinkageEngine;
import org.citylake.entities.linkage.LinkageResult;
import org.citylake.entities.linkage.comparison.FieldComparison;
import org.citylake.entities.linkage.comparison.PairComparison;
import org.citylake.entities.linkage.configuration.FieldDeclaration;
import org.citylake.entities.linkage.configuration.LinkageDeclaration;
import org.citylake.entities.linkage.estimation.PairWeights;
import org.citylake.entities.linkage.table.RecordTable;
import org.citylake.entities.linkage.table.RecordTableBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Groups records into entities: a pure function of the records, whatever order they come in, and of
 * the decisions.
 */
final class EntityLinkage {
  private static final String ID = "record_id";

  /** Of a large cluster so many records are looked through for the nearest one. */
  private static final int MOST_COMPARED = 60;

  private final Member[] members;
  private final LinkageResult result;
  private final PairWeights weights;
  private final int[] clusters;

  private EntityLinkage(Member[] members, LinkageResult result, List<LinkDecision> decisions) {
    this.members = members;
    this.result = result;
    this.weights = result.weights();
    this.clusters = decided(decisions);
  }

  /** The entities, ordered by their first records. */
  static List<Cluster> link(
      LinkageDeclaration declaration,
      List<Member> members,
      List<LinkDecision> decisions,
      Consumer<String> progress) {
    if (members.isEmpty()) {
      return List.of();
    }
    RecordTable table = table(declaration, members);
    Map<RecordKey, Member> byKey = new HashMap<>();
    members.forEach(m -> byKey.put(m.recordKey(), m));
    Member[] ordered = new Member[table.size()];
    for (int r = 0; r < ordered.length; r++) {
      RecordKey key = new RecordKey(table.sources().get(table.source(r)), table.id(r));
      ordered[r] = java.util.Objects.requireNonNull(byKey.get(key));
    }
    LinkageResult result = LinkageEngine.link(table, declaration, progress);
    result.warnings().forEach(progress);
    return new EntityLinkage(ordered, result, decisions).entities();
  }

  private static RecordTable table(LinkageDeclaration declaration, List<Member> members) {
    List<String> sources = members.stream().map(Member::source).distinct().sorted().toList();
    List<String> columns = new ArrayList<>();
    columns.add(ID);
    declaration.fields().stream().map(FieldDeclaration::column).forEach(columns::add);
    RecordTableBuilder builder = new RecordTableBuilder(sources, columns);
    for (Member member : members) {
      @Nullable String[] row = new @Nullable String[columns.size()];
      row[0] = member.key();
      for (int c = 1; c < row.length; c++) {
        row[c] = member.value(columns.get(c)).orElse(null);
      }
      builder.add(member.source(), row);
    }
    return builder.build(Optional.of(ID), java.util.Set.of());
  }

  private int[] decided(List<LinkDecision> decisions) {
    double threshold = result.threshold().weight();
    return DecidedClusters.of(
        result.clusters(),
        List.of(members),
        decisions,
        (left, right) -> weight(left, right) - threshold);
  }

  private double weight(int left, int right) {
    int a = result.unit(left);
    int b = result.unit(right);
    return weights.weight(Math.min(a, b), Math.max(a, b));
  }

  private List<Cluster> entities() {
    Map<Integer, List<Integer>> grouped = new TreeMap<>();
    for (int r = 0; r < clusters.length; r++) {
      grouped.computeIfAbsent(clusters[r], c -> new ArrayList<>()).add(r);
    }
    List<Cluster> entities = new ArrayList<>();
    for (List<Integer> records : grouped.values()) {
      records.sort(Comparator.comparing(r -> members[r], Member.ORDER));
      entities.add(
          new Cluster(
              records.stream().map(r -> new Cluster.Linked(members[r], near(r, records))).toList(),
              List.of()));
    }
    entities.sort(Comparator.comparing(c -> c.members().get(0).member(), Member.ORDER));
    return entities;
  }

  private Link near(int record, List<Integer> records) {
    int nearest = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int other : records.subList(0, Math.min(records.size(), MOST_COMPARED))) {
      double weight = other == record ? Double.NEGATIVE_INFINITY : weight(record, other);
      if (weight > most) {
        most = weight;
        nearest = other;
      }
    }
    if (nearest < 0) {
      return Link.NONE;
    }
    Link.Kind kind =
        most >= PairWeights.DECIDED
            ? Link.Kind.RULE
            : most > result.threshold().weight() ? Link.Kind.PROBABILITY : Link.Kind.DECISION;
    return new Link(kind, Optional.of(members[nearest].recordKey()), most, levels(record, nearest));
  }

  private List<String> levels(int record, int other) {
    int left = Math.min(result.unit(record), result.unit(other));
    int right = Math.max(result.unit(record), result.unit(other));
    PairComparison comparison = weights.comparison();
    long pattern = comparison.pattern(left, right);
    return IntStream.range(0, comparison.fields().size())
        .filter(f -> PairComparison.level(pattern, f) != FieldComparison.MISSING)
        .mapToObj(
            f -> {
              FieldComparison field = comparison.fields().get(f);
              int level = PairComparison.level(pattern, f);
              return String.format(
                  Locale.ROOT,
                  "%s: %s (%+.1f)",
                  field.column().name(),
                  level == field.differing() ? "different" : field.levels().get(level - 1).text(),
                  weights.fieldWeight(f, left, pattern));
            })
        .toList();
  }
}
