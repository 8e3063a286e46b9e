package org.citylake.entities.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.CreditModelDeclaration.Item;
import org.citylake.core.declaration.CreditModelDeclaration.Period;
import org.citylake.core.declaration.CreditModelDeclaration.RepairRule;
import org.citylake.core.declaration.CreditModelDeclaration.Severity;

/**
 * How long items count, by the rules of repair in force on the day that is asked for: a rule of
 * shorter times ends older items too.
 */
public final class RepairCalendar {
  private final List<RepairRule> rules;

  /**
   * A calendar.
   *
   * @param rules earliest first
   */
  public RepairCalendar(List<RepairRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Whether an item counts on a day. */
  public boolean counts(CreditItem item, Item declared, LocalDate day) {
    return !day.isBefore(item.validFrom())
        && item.repairedOn().map(day::isBefore).orElse(true)
        && end(item, declared, day).map(day::isBefore).orElse(true);
  }

  /** First day on which an item counts no more without repair, as told on a day. */
  public Optional<LocalDate> end(CreditItem item, Item declared, LocalDate day) {
    Optional<LocalDate> end = item.validTo();
    if (declared.months().isPresent()) {
      end = earlier(end, item.validFrom().plusMonths(declared.months().getAsInt()));
    }
    Optional<Period> period = declared.severity().flatMap(s -> period(s, day));
    return period.isPresent()
        ? earlier(end, item.validFrom().plusMonths(period.get().maximumMonths()))
        : end;
  }

  /**
   * First day on which repair of an act may be asked for, once it was performed; empty when no rule
   * is in force for its severity.
   */
  public Optional<LocalDate> repairableFrom(LocalDate actOn, Severity severity, LocalDate day) {
    return period(severity, day).map(p -> actOn.plusMonths(p.minimumMonths()));
  }

  private Optional<Period> period(Severity severity, LocalDate day) {
    return rules.stream()
        .filter(rule -> !rule.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .flatMap(rule -> rule.periods().stream().filter(p -> p.severity() == severity).findFirst());
  }

  private static Optional<LocalDate> earlier(Optional<LocalDate> end, LocalDate other) {
    return Optional.of(end.filter(other::isAfter).orElse(other));
  }
}
