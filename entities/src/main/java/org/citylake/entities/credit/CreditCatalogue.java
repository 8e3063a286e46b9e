package org.citylake.entities.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What may be recorded as credit: items of the national basic catalogue of public credit
 * information (全国公共信用信息基础目录; 国办发〔2020〕49号), each for its days.
 */
public final class CreditCatalogue {
  private final List<Entry> entries;

  /** A catalogue of all its editions' entries. */
  public CreditCatalogue(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * An entry.
   *
   * @param validFrom first day
   * @param validTo first day no longer; empty while in force
   */
  public record Entry(String code, LocalDate validFrom, Optional<LocalDate> validTo) {
    boolean holds(LocalDate day) {
      return !day.isBefore(validFrom) && validTo.map(day::isBefore).orElse(true);
    }
  }

  /** Why an item of that code does not land as a record on a day; empty when it does. */
  public Optional<String> refusal(String code, LocalDate day) {
    List<Entry> known = entries.stream().filter(e -> e.code().equals(code)).toList();
    if (known.isEmpty()) {
      return Optional.of("The catalogue has no item '" + code + "'");
    }
    return known.stream().anyMatch(e -> e.holds(day))
        ? Optional.empty()
        : Optional.of("The catalogue's item '" + code + "' is not in force on " + day);
  }
}
