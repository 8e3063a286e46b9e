package org.citylake.entities.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.citylake.core.declaration.CreditModelDeclaration;
import org.citylake.core.declaration.CreditModelDeclaration.Ceiling;
import org.citylake.core.declaration.CreditModelDeclaration.CreditClass;
import org.citylake.core.declaration.CreditModelDeclaration.Group;
import org.citylake.core.declaration.CreditModelDeclaration.Item;
import org.citylake.core.declaration.CreditModelDeclaration.RedLine;
import org.citylake.entities.credit.CreditScore.Effect;
import org.citylake.entities.credit.CreditScore.Reason;

/**
 * Scores legal entities by one model. Items that the model does not name change nothing, nor do
 * those that are repaired or at their end on the day. The order of items does not matter, and a
 * deduction more never makes a score or class better.
 */
public final class CreditScoring {
  private static final Item PLAIN =
      new Item("", "", "", 0, false, OptionalInt.empty(), Optional.empty());

  private final CreditModelDeclaration model;
  private final RepairCalendar calendar;
  private final Map<String, Item> declared = new HashMap<>();

  /** Scoring by a model. */
  public CreditScoring(CreditModelDeclaration model) {
    this.model = model;
    this.calendar = new RepairCalendar(model.repair());
    model.groups().forEach(g -> g.items().forEach(i -> declared.put(i.id(), i)));
  }

  /**
   * The score of a subject.
   *
   * @param items all of the subject, in any order
   * @param day the day as of which it is scored
   */
  public CreditScore score(CreditSubject subject, Collection<CreditItem> items, LocalDate day) {
    List<CreditItem> standing =
        items.stream()
            .distinct()
            .filter(i -> stands(i, day))
            .sorted(Comparator.comparing(CreditItem::key).thenComparing(CreditItem::item))
            .toList();
    List<Reason> reasons = new ArrayList<>();
    int score = model.base();
    for (Group group : model.groups()) {
      List<Reason> ofGroup = reasons(group, standing);
      int counted = ofGroup.stream().mapToInt(Reason::counted).sum();
      score += isDeduction(group) ? -counted : counted;
      reasons.addAll(ofGroup);
    }
    String reached = classOf(score);
    for (Ceiling ceiling : model.ceilings()) {
      List<CreditItem> records = records(ceiling, standing, day);
      records.forEach(r -> reasons.add(mark(Effect.CEILING, r)));
      // Classes are letters, the best first.
      if (!records.isEmpty() && ceiling.best().compareTo(reached) > 0) {
        reached = ceiling.best();
      }
    }
    for (RedLine line : model.redLines()) {
      for (CreditItem item : standing) {
        if (item.item().equals(line.item())) {
          reasons.add(mark(Effect.RED_LINE, item));
          reached = model.classes().get(model.classes().size() - 1).name();
        }
      }
    }
    return new CreditScore(subject, day, model.id(), model.contentHash(), score, reached, reasons);
  }

  /** Whether an item has begun and is neither repaired nor at its end on a day. */
  public boolean stands(CreditItem item, LocalDate day) {
    return calendar.counts(item, declared.getOrDefault(item.item(), PLAIN), day);
  }

  /** The group's reasons, those of most points first; what is beyond the maximum counts nothing. */
  private static List<Reason> reasons(Group group, List<CreditItem> standing) {
    Map<CreditItem, Item> found = new LinkedHashMap<>();
    for (CreditItem item : standing) {
      group.items().stream()
          .filter(i -> i.id().equals(item.item()))
          .findFirst()
          .ifPresent(i -> found.put(item, i));
    }
    List<CreditItem> ordered = new ArrayList<>(found.keySet());
    ordered.sort(
        Comparator.comparingInt((CreditItem i) -> -item(found, i).points())
            .thenComparing(CreditItem::key)
            .thenComparing(CreditItem::item));
    Set<String> counted = new HashSet<>();
    int left = group.maximum();
    List<Reason> reasons = new ArrayList<>();
    for (CreditItem record : ordered) {
      Item item = item(found, record);
      // Were a document to hold back items that count once, one more of them could hold back more.
      boolean first = counted.add(item.once() ? "item " + item.id() : record.counted());
      int points = first ? Math.min(item.points(), left) : 0;
      left -= points;
      reasons.add(
          new Reason(
              isDeduction(group) ? Effect.DEDUCTED : Effect.ADDED,
              record.key(),
              item.id(),
              group.id(),
              item.points(),
              points));
    }
    return reasons;
  }

  /** The records that make a ceiling hold; none when it does not. */
  private static List<CreditItem> records(
      Ceiling ceiling, List<CreditItem> standing, LocalDate day) {
    Map<String, List<CreditItem>> byKind = new LinkedHashMap<>();
    for (CreditItem item : standing) {
      boolean recent =
          ceiling.months().isEmpty()
              || item.validFrom().isAfter(day.minusMonths(ceiling.months().getAsInt()));
      if (recent && item.item().equals(ceiling.item())) {
        byKind.computeIfAbsent(item.kind(), k -> new ArrayList<>()).add(item);
      }
    }
    return byKind.values().stream()
        .filter(
            like -> like.stream().map(CreditItem::counted).distinct().count() >= ceiling.records())
        .flatMap(List::stream)
        .toList();
  }

  private static Reason mark(Effect effect, CreditItem item) {
    return new Reason(effect, item.key(), item.item(), "", 0, 0);
  }

  private String classOf(int score) {
    return model.classes().stream()
        .filter(c -> score >= c.from())
        .map(CreditClass::name)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isDeduction(Group group) {
    return group.effect() == org.citylake.core.declaration.CreditModelDeclaration.Effect.DEDUCT;
  }

  private static Item item(Map<CreditItem, Item> found, CreditItem record) {
    return java.util.Objects.requireNonNull(found.get(record));
  }
}
