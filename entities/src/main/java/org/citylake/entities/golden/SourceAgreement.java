package org.citylake.entities.golden;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.citylake.entities.linkage.comparison.AddressParts;
import org.citylake.entities.linkage.configuration.ColumnKind;

/**
 * How far sources agree about the entities that they have: for every two of them, in all and by
 * area, which entities both or one alone have, and in how many of those of both the values of an
 * attribute are the same. A source has a value when a record of it has; two sources say the same
 * when any value of the one is equal to any of the other in the form in which they are compared;
 * addresses also when road, number and another part are the same and none is said otherwise.
 */
public final class SourceAgreement {
  /** The area of the rows for all areas; SDMX. */
  public static final String TOTAL = "_T";

  /** The attribute of the rows that count entities; SDMX. */
  public static final String NOT_APPLICABLE = "_Z";

  private static final int ADDRESS_PARTS = 3;

  private final MergeDeclaration declaration;
  private final Function<GoldenRecord, String> area;
  private final Map<Pair, Counts> counts = new HashMap<>();

  private SourceAgreement(MergeDeclaration declaration, Function<GoldenRecord, String> area) {
    this.declaration = declaration;
    this.area = area;
  }

  /**
   * Two sources, the first by name first, and what of them is compared.
   *
   * @param area code of the area; {@link #TOTAL} for all
   * @param attribute name; {@link #NOT_APPLICABLE} where entities are counted
   */
  public record Pair(String sourceA, String sourceB, String area, String attribute)
      implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return key().compareTo(other.key());
    }

    private String key() {
      return String.join("/", sourceA, sourceB, area, attribute);
    }
  }

  /**
   * What was counted.
   *
   * @param both have it
   * @param onlyA the first source alone has it
   * @param onlyB the second source alone has it
   * @param same of those with values of both: an equal one
   * @param synthetic whether any record of it is made up
   */
  public record Counts(long both, long onlyA, long onlyB, long same, boolean synthetic) {
    private static final Counts NONE = new Counts(0, 0, 0, 0, false);

    /** Of those with values of both: none that is equal. */
    public long different() {
      return both - same;
    }

    private Counts plus(boolean a, boolean b, boolean equal, boolean madeUp) {
      return new Counts(
          both + (a && b ? 1 : 0),
          onlyA + (a && !b ? 1 : 0),
          onlyB + (b && !a ? 1 : 0),
          same + (equal ? 1 : 0),
          synthetic || madeUp);
    }
  }

  /**
   * The counts of all pairs of sources that records are merged of.
   *
   * @param area the area of a golden record
   */
  public static Map<Pair, Counts> of(
      MergeDeclaration declaration,
      List<GoldenRecord> golden,
      Function<GoldenRecord, String> area) {
    SourceAgreement agreement = new SourceAgreement(declaration, area);
    Set<String> sources = new TreeSet<>();
    golden.forEach(g -> g.members().forEach(m -> sources.add(m.member().source())));
    golden.forEach(entity -> agreement.add(entity, List.copyOf(sources)));
    return new TreeMap<>(agreement.counts);
  }

  private void add(GoldenRecord entity, List<String> sources) {
    Map<String, Map<String, Set<String>>> told = told(entity);
    boolean madeUp = entity.members().stream().anyMatch(m -> m.member().synthetic());
    List<String> areas = List.of(TOTAL, area.apply(entity));
    for (int a = 0; a < sources.size(); a++) {
      for (int b = a + 1; b < sources.size(); b++) {
        Map<String, Set<String>> byA = told.get(sources.get(a));
        Map<String, Set<String>> byB = told.get(sources.get(b));
        if (byA == null && byB == null) {
          continue;
        }
        Compared pair = new Compared(sources.get(a), sources.get(b), areas, madeUp);
        count(pair, NOT_APPLICABLE, byA != null, byB != null, false);
        if (byA != null && byB != null) {
          values(pair, byA, byB);
        }
      }
    }
  }

  private record Compared(String sourceA, String sourceB, List<String> areas, boolean madeUp) {}

  private void values(Compared pair, Map<String, Set<String>> byA, Map<String, Set<String>> byB) {
    Set<String> attributes = new HashSet<>(byA.keySet());
    attributes.addAll(byB.keySet());
    for (String attribute : attributes) {
      Set<String> valuesA = byA.getOrDefault(attribute, Set.of());
      Set<String> valuesB = byB.getOrDefault(attribute, Set.of());
      count(
          pair,
          attribute,
          !valuesA.isEmpty(),
          !valuesB.isEmpty(),
          same(attribute, valuesA, valuesB));
    }
  }

  private boolean same(String attribute, Set<String> a, Set<String> b) {
    if (a.stream().anyMatch(b::contains)) {
      return true;
    }
    ColumnKind kind = Objects.requireNonNull(declaration.attributes().get(attribute)).kind();
    return kind == ColumnKind.CHINESE_ADDRESS
        && a.stream()
            .map(AddressParts::parse)
            .anyMatch(
                parts ->
                    b.stream()
                        .anyMatch(t -> parts.agreement(AddressParts.parse(t)) >= ADDRESS_PARTS));
  }

  private void count(Compared pair, String attribute, boolean a, boolean b, boolean equal) {
    for (String where : pair.areas()) {
      counts.compute(
          new Pair(pair.sourceA(), pair.sourceB(), where, attribute),
          (key, was) -> (was == null ? Counts.NONE : was).plus(a, b, equal, pair.madeUp()));
    }
  }

  /** By source and attribute the values in the form in which they are compared. */
  private Map<String, Map<String, Set<String>>> told(GoldenRecord entity) {
    Map<String, Map<String, Set<String>>> told = new HashMap<>();
    for (Cluster.Linked linked : entity.members()) {
      Map<String, Set<String>> values =
          told.computeIfAbsent(linked.member().source(), s -> new HashMap<>());
      declaration
          .attributes()
          .forEach(
              (name, attribute) ->
                  linked
                      .member()
                      .value(name)
                      .ifPresent(
                          value ->
                              values
                                  .computeIfAbsent(name, n -> new HashSet<>())
                                  .add(attribute.kind().form(value))));
    }
    return told;
  }
}
