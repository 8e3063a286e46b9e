package org.citylake.core.declaration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How items of public credit give a legal entity a score and a class. Natural persons are never
 * scored.
 *
 * @param id lower_snake, equal to the folder's name
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param basis rules and models that it follows
 * @param base points without any item
 * @param classes best first, the last from 0
 * @param groups groups of items
 * @param redLines items of which one gives the lowest class
 * @param ceilings what keeps from better classes
 * @param repair rules of repair, by day
 * @param scoreFall so many points lost since the end of the former quarter are a warning; none are
 *     when empty
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record CreditModelDeclaration(
    String id,
    String nameZh,
    String nameEn,
    String basis,
    int base,
    List<CreditClass> classes,
    List<Group> groups,
    List<RedLine> redLines,
    List<Ceiling> ceilings,
    List<RepairRule> repair,
    OptionalInt scoreFall,
    Path folder,
    String contentHash) {
  public CreditModelDeclaration {
    classes = List.copyOf(classes);
    groups = List.copyOf(groups);
    redLines = List.copyOf(redLines);
    ceilings = List.copyOf(ceilings);
    repair = List.copyOf(repair);
  }

  /** How grave an act is; what is published how long goes by it. */
  public enum Severity {
    MINOR,
    ORDINARY,
    GRAVE
  }

  /** What a group's points do. */
  public enum Effect {
    DEDUCT,
    ADD
  }

  /**
   * A class.
   *
   * @param name A to D
   * @param from its lowest score
   */
  public record CreditClass(String name, int from) {}

  /**
   * A group of items.
   *
   * @param maximum the most points that it takes or gives, at least 1
   */
  public record Group(
      String id, String nameZh, String nameEn, Effect effect, int maximum, List<Item> items) {
    public Group {
      items = List.copyOf(items);
    }
  }

  /**
   * An item of a group.
   *
   * @param points of one record, 0 or more
   * @param once whether all records together count once
   * @param months after which a record counts no more
   * @param severity by which repair tells the time of publication
   */
  public record Item(
      String id,
      String nameZh,
      String nameEn,
      int points,
      boolean once,
      OptionalInt months,
      Optional<Severity> severity) {}

  /** An item that gives the lowest class while it stands. */
  public record RedLine(String item, String nameZh, String nameEn) {}

  /**
   * What keeps from better classes.
   *
   * @param best the best class that is left
   * @param records how many records of one kind it takes, at least 1
   * @param months within how many months; any when empty
   */
  public record Ceiling(
      String item, String nameZh, String nameEn, String best, int records, OptionalInt months) {}

  /** How long acts are published at least and at most, from a day until the next rule's. */
  public record RepairRule(LocalDate from, String basis, List<Period> periods) {
    public RepairRule {
      periods = List.copyOf(periods);
    }
  }

  /**
   * A time of publication.
   *
   * @param minimumMonths before them nothing is repaired
   * @param maximumMonths after them an item counts no more
   */
  public record Period(Severity severity, int minimumMonths, int maximumMonths) {}

  /** Every item that the model knows: of groups, red lines and ceilings. */
  public List<String> itemIds() {
    return java.util.stream.Stream.of(
            groups.stream().flatMap(g -> g.items().stream()).map(Item::id),
            redLines.stream().map(RedLine::item),
            ceilings.stream().map(Ceiling::item))
        .flatMap(s -> s)
        .distinct()
        .toList();
  }
}
