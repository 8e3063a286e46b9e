package org.citylake.ingestion.generate;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.citylake.core.declaration.SampleDeclaration.Repeated;
import org.citylake.core.declaration.SamplePopulation;
import org.jspecify.annotations.Nullable;

/**
 * An entity at a moment, as rows that are made again and again tell of it.
 *
 * @param entity what makes the rows
 * @param moment the attribute {@code moment}
 */
record Momentary(Entity entity, LocalDateTime moment) implements Entity {
  /**
   * The moment of a row, counted from the first. Steps of hours and minutes end with the last full
   * hour of the day, steps of days and months with midnight of the day and of the month's first.
   */
  static LocalDateTime moment(Repeated repeated, int row, LocalDateTime end) {
    LocalDateTime last =
        repeated.every() instanceof Duration
            ? end.truncatedTo(ChronoUnit.HOURS)
            : end.truncatedTo(ChronoUnit.DAYS);
    LocalDateTime moment =
        repeated.every() instanceof Period step && step.toTotalMonths() > 0
            ? last.withDayOfMonth(1)
            : last;
    for (int i = row + 1; i < repeated.times(); i++) {
      moment = moment.minus(repeated.every());
    }
    return moment;
  }

  @Override
  public String id() {
    return entity.id();
  }

  @Override
  public Draw draw() {
    return entity.draw();
  }

  @Override
  public String neighbourhood() {
    return entity.neighbourhood();
  }

  @Override
  public double proneness() {
    return entity.proneness();
  }

  @Override
  public boolean gone() {
    return entity.gone();
  }

  @Override
  public @Nullable Object attribute(String name) {
    return name.equals(SamplePopulation.MOMENT) ? moment : entity.attribute(name);
  }
}
