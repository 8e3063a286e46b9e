package org.citylake.entities.golden;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.citylake.entities.linkage.configuration.ColumnKind;

/**
 * Chooses one value among those of an entity's records. Values that are equal in the form in which
 * they are compared are one value. The attribute's rules narrow the values down in their order; the
 * rule after which one is left is the reason. When several are left, that of the source that stands
 * first wins.
 */
final class Survivorship {
  private final MergeDeclaration.Attribute attribute;

  private Survivorship(MergeDeclaration.Attribute attribute) {
    this.attribute = attribute;
  }

  /**
   * The survivor.
   *
   * @param records of one entity
   * @return empty when no record has a value
   */
  static Optional<Survivor> choose(
      String name, MergeDeclaration.Attribute attribute, List<Member> records) {
    return new Survivorship(attribute).choose(name, records);
  }

  private Optional<Survivor> choose(String name, List<Member> records) {
    Map<String, List<Member>> values = new LinkedHashMap<>();
    for (Member member : records.stream().sorted(order()).toList()) {
      member
          .value(name)
          .ifPresent(
              v ->
                  values
                      .computeIfAbsent(attribute.kind().form(v), f -> new ArrayList<>())
                      .add(member));
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Member>> left = new LinkedHashMap<>(values);
    Reason reason = values.values().iterator().next().size() > 1 ? Reason.AGREEMENT : Reason.ONLY;
    for (Reason rule : attribute.by()) {
      if (left.size() > 1) {
        reason = rule;
        narrow(left, rule);
      }
    }
    reason = left.size() > 1 ? Reason.PRIORITY : reason;
    List<Member> winners = left.values().iterator().next();
    List<Member> others =
        values.values().stream().filter(v -> v != winners).flatMap(List::stream).toList();
    return Optional.of(
        new Survivor(
            name,
            winners.get(0).value(name).orElseThrow(),
            reason,
            winners,
            others,
            values.size()));
  }

  private void narrow(Map<String, List<Member>> left, Reason rule) {
    switch (rule) {
      case VALIDITY -> keepMost(left, entry -> valid(attribute.kind(), entry.getKey()) ? 1 : 0);
      case AGREEMENT ->
          keepMost(left, entry -> entry.getValue().stream().map(Member::source).distinct().count());
      case PRIORITY ->
          keepMost(left, entry -> -entry.getValue().stream().mapToInt(this::rank).min().orElse(0));
      case RECENCY -> keepNewest(left);
      case ONLY -> {
        // Nothing to narrow down by.
      }
    }
  }

  private static void keepMost(
      Map<String, List<Member>> left, ToLongFunction<Map.Entry<String, List<Member>>> measure) {
    long most = left.entrySet().stream().mapToLong(measure).max().orElse(0);
    left.entrySet().removeIf(entry -> measure.applyAsLong(entry) < most);
  }

  private static void keepNewest(Map<String, List<Member>> left) {
    String newest =
        left.values().stream().map(Survivorship::updated).max(Comparator.naturalOrder()).orElse("");
    left.values().removeIf(records -> updated(records).compareTo(newest) < 0);
  }

  private static String updated(List<Member> records) {
    return records.stream().map(Member::updated).max(Comparator.naturalOrder()).orElse("");
  }

  private static boolean valid(ColumnKind kind, String form) {
    if (kind.identifier().isPresent()) {
      return CityIds.right(kind, form).isPresent();
    }
    if (kind == ColumnKind.DATE) {
      try {
        LocalDate.parse(form);
      } catch (DateTimeException e) {
        return false;
      }
    }
    return true;
  }

  private Comparator<Member> order() {
    return Comparator.comparingInt(this::rank).thenComparing(Member.ORDER);
  }

  /** Place in the attribute's own order; sources that it does not name come after. */
  private int rank(Member member) {
    int own = attribute.priority().indexOf(member.source());
    return own >= 0 ? own : attribute.priority().size() + member.rank();
  }
}
