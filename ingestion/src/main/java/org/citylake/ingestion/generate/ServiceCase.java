package org.citylake.ingestion.generate;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic case of the grid or the hotline, opened in the quarter before the snapshot. What is
 * yet to come at the end of the snapshot date has no time.
 */
final class ServiceCase implements Entity {
  private static final int QUARTER = 92;

  private final Citizens citizens;
  private final long number;
  private final Draw draw;
  private final LocalDateTime end;
  private final LocalDateTime opened;
  private final Place place;

  ServiceCase(Citizens citizens, long number, Draw draw, LocalDateTime end) {
    this.citizens = citizens;
    this.number = number;
    this.draw = draw;
    this.end = end;
    this.opened =
        end.toLocalDate()
            .minusDays(draw.below("day", QUARTER))
            .atTime(LocalTime.ofSecondOfDay(draw.between("second", 21600, 79200)));
    this.place = home(citizens.compounds().pick(draw.at("place", 0)));
  }

  @Override
  public String id() {
    return String.format(Locale.ROOT, "C%09d", number);
  }

  @Override
  public Draw draw() {
    return draw;
  }

  @Override
  public String neighbourhood() {
    return place.street().code();
  }

  @Override
  public boolean gone() {
    return false;
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "place" -> place.local();
      case "opened-at" -> opened;
      case "accepted-at" -> after(draw.between("accept", 60, 900));
      case "filed-at" -> after(draw.between("file", 900, 1800));
      case "dispatched-at" -> after(dispatch());
      case "contacted-at" -> after(dispatch() + draw.between("contact", 1800, 80000));
      case "due-at" -> opened.plusDays(15).toLocalDate().atTime(23, 59, 59);
      case "handled-at" -> after(handling());
      case "checked-at" -> after(handling() + draw.between("check", 600, 20000));
      case "closed-at" -> closedAt();
      case "state" -> closedAt() != null ? "closed" : after(dispatch()) == null ? "new" : "open";
      case "on-time" -> closedAt() == null ? null : Person.yesNo(handling() <= 15 * 86400);
      case "solved" ->
          closedAt() == null ? null : draw.chance("asked", 0.9) ? yes("solved", 0.82) : "unasked";
      case "satisfaction" -> closedAt() == null ? null : satisfaction();
      case "anonymous" -> yes("anonymous", 0.06);
      case "applicant-name" -> applicant().attribute("name");
      case "applicant-code" -> applicant().attribute("credit-code");
      case "reporter-name" -> reporter("name");
      case "reporter-mobile" -> reporter("mobile");
      default -> place.attribute(name, "A case");
    };
  }

  /** The house of a compound that it is about. */
  private Place home(Compound compound) {
    return compound.building(draw.below("building", compound.buildings())).place();
  }

  private LegalEntity applicant() {
    return citizens.firms().pick(draw.at("applicant", 0));
  }

  private @Nullable Object reporter(String attribute) {
    return draw.chance("anonymous", 0.06)
        ? null
        : citizens.head(draw.at("reporter", 0)).attribute(attribute);
  }

  private int dispatch() {
    return draw.between("dispatch", 1800, 14400);
  }

  /** Seconds until it is handled: few hours as a rule, weeks for one in eight. */
  private int handling() {
    return dispatch()
        + (draw.chance("long", 0.12)
            ? draw.between("handle-long", 5 * 86400, 20 * 86400)
            : draw.between("handle", 3600, 3 * 86400));
  }

  private @Nullable LocalDateTime closedAt() {
    return after(handling() + draw.between("check", 600, 20000) + draw.between("close", 300, 9000));
  }

  private @Nullable LocalDateTime after(int seconds) {
    LocalDateTime time = opened.plusSeconds(seconds);
    return time.isAfter(end) ? null : time;
  }

  private String yes(String label, double probability) {
    return Person.yesNo(draw.chance(label, probability));
  }

  private String satisfaction() {
    double unit = draw.unit("satisfaction");
    return unit < 0.72
        ? "satisfied"
        : unit < 0.88 ? "fairly" : unit < 0.94 ? "dissatisfied" : "unasked";
  }
}
