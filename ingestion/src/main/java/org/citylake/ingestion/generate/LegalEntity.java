package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A synthetic enterprise, law firm, social organisation or public institution. */
final class LegalEntity implements Entity {
  /** One enterprise in so many is a branch. */
  static final int BRANCHES = 10;

  /** Share of enterprises with capital in a foreign currency. */
  static final double FOREIGN = 0.05;

  private final Citizens citizens;
  private final long number;
  private final Draw draw;
  private final LegalForm form;
  private final Industry industry;
  private final Place seat;
  private final LocalDate established;

  LegalEntity(Citizens citizens, long number, Draw draw) {
    this.citizens = citizens;
    this.number = number;
    this.draw = draw;
    this.form = LegalForm.draw(draw);
    this.industry = draw.pick("industry", List.of(Industry.values()));
    this.seat =
        draw.chance("shared-seat", form == LegalForm.ENTERPRISE ? 0.18 : 0.01)
            ? citizens.buildings().park(draw)
            : citizens.buildings().seat(draw);
    double age = Math.pow(draw.unit("age"), 2);
    this.established = Person.REFERENCE.minusDays(20 + (long) (9000 * age));
  }

  LegalForm form() {
    return form;
  }

  Industry industry() {
    return industry;
  }

  Place seat() {
    return seat;
  }

  @Override
  public String id() {
    return "L" + Person.padded(number, 9);
  }

  @Override
  public Draw draw() {
    return draw;
  }

  @Override
  public String neighbourhood() {
    return seat.street().code();
  }

  /** A third is ten years old or older. */
  @Override
  public double proneness() {
    return established.isBefore(Person.REFERENCE.minusYears(10)) ? 1.4 : 0.78;
  }

  @Override
  public boolean gone() {
    return number >= citizens.firms().active();
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "number" -> Person.padded(number, 8);
      case "form" -> form.id();
      case "credit-code", "tax-number" -> codes().creditCode();
      case "organisation-code" -> codes().organisationCode().value();
      case "registration-number" -> codes().registrationNumber();
      case "name" -> name().of(draw);
      case "former-name" -> oldName();
      case "kind-code" -> company() ? "1130" : "1219";
      case "kind-name" -> company() ? "有限责任公司(自然人投资或控股)" : "股份有限公司(非上市)";
      case "registration-type" -> form == LegalForm.ENTERPRISE ? company() ? "173" : "160" : "190";
      case "industry-code" -> industry.code2011();
      case "industry-section" -> industry.section();
      case "industry-name" -> industry.activity();
      case "established-on" -> established;
      case "state" -> gone() ? draw.chance("revoked", 0.2) ? "revoked" : "cancelled" : "active";
      case "ended-on" -> gone() ? endedOn() : null;
      case "capital" -> BigDecimal.valueOf(10 * (long) Math.exp(1 + 5 * draw.unit("capital")), 0);
      case "currency" -> draw.chance("foreign-capital", FOREIGN) ? "USD" : "CNY";
      case "size" -> draw.chance("small", 0.3) ? "3" : draw.chance("medium", 0.06) ? "2" : "4";
      case "staff" -> BigDecimal.valueOf(gone() ? 0 : citizens.staff(number));
      case "registered-address" -> seat.office();
      case "operating-address" -> operating().office();
      case "operating-district-code" -> operating().street().districtCode();
      case "operating-district-name" -> operating().street().districtName();
      case "representative-name" -> representative().attribute("name");
      case "representative-identity-number" -> representative().attribute("identity-number");
      case "representative-sex" -> representative().attribute("sex");
      case "representative-mobile" -> representative().attribute("mobile");
      case "branch" -> Person.yesNo(parent().isPresent());
      case "parent-name" -> parent().map(p -> p.attribute("name")).orElse(null);
      case "parent-code" -> parent().map(p -> p.attribute("credit-code")).orElse(null);
      case "partner-name" -> partner().attribute("name");
      case "partner-code" -> partner().attribute("credit-code");
      default -> seat.attribute(name, "A legal entity");
    };
  }

  private LegalEntityCodes codes() {
    return new LegalEntityCodes(number, form, seat.street().districtCode());
  }

  private boolean company() {
    return draw.chance("company", 0.94);
  }

  private LegalEntityName name() {
    return new LegalEntityName(
        form, industry, seat.street().districtName(), company(), parent().isPresent());
  }

  /** The name before it was changed, whether or not it was. */
  String oldName() {
    return name().of(draw.at("earlier", 0));
  }

  private LocalDate endedOn() {
    LocalDate ended = Person.REFERENCE.minusDays(draw.between("ended", 10, 1500));
    return ended.isBefore(established) ? established.plusDays(5) : ended;
  }

  private Place operating() {
    return draw.chance("elsewhere", 0.45)
        ? citizens.buildings().seat(draw.at("operating", 0))
        : seat;
  }

  /** Where it was registered before, had it moved. */
  Place earlierSeat() {
    return citizens.buildings().seat(draw.at("earlier-seat", 0));
  }

  /** Days since it moved; greater than any lag when it did not. */
  int daysSinceMove() {
    return draw.chance("moved", 0.3) ? draw.below("moved-days", 3650) : Integer.MAX_VALUE;
  }

  private Person representative() {
    return citizens.head(draw.at("representative", 0));
  }

  /** Who was in charge before, whether or not it was somebody else. */
  Person earlierRepresentative() {
    return citizens.head(draw.at("earlier-representative", 0));
  }

  /** Another firm that it has a contract with; in the smallest of cities itself. */
  private LegalEntity partner() {
    return citizens.firms().pick(draw.at("partner", 0));
  }

  /** The last of so many is a branch of the enterprise before it, which is none. */
  private Optional<LegalEntity> parent() {
    if (form != LegalForm.ENTERPRISE || number % BRANCHES != BRANCHES - 1) {
      return Optional.empty();
    }
    for (int i = 1; i < BRANCHES; i++) {
      LegalEntity other = citizens.firms().at(number - i);
      if (other.form == LegalForm.ENTERPRISE) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }
}
