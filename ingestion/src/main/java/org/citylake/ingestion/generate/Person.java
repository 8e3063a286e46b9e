package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.citylake.ingestion.generate.Kin.Role;
import org.jspecify.annotations.Nullable;

/** A synthetic person. Telephones begin with 154, which from memory no operator has. */
final class Person implements Entity {
  /** The day at whose end ages are counted; the snapshot date moves nobody's birth. */
  static final LocalDate REFERENCE = LocalDate.of(2016, 12, 31);

  private final Citizens citizens;
  private final Household household;
  private final Kin kin;
  private final Draw draw;
  private final LocalDate born;
  private final PersonName name;
  private final PersonDocument document;
  private final Residency residency;
  private final Livelihood livelihood;
  private final Health health;

  Person(Citizens citizens, Household household, Kin kin, Draw draw) {
    this.citizens = citizens;
    this.household = household;
    this.kin = kin;
    this.draw = draw;
    this.born = PersonDocument.born(kin);
    this.name = new PersonName(citizens.names(), household, kin, draw);
    this.document = new PersonDocument(household, kin, born, draw);
    this.residency = new Residency(citizens.compounds(), household, kin, document, draw);
    this.livelihood = new Livelihood(citizens, household, kin, born, draw);
    this.health = new Health(kin, draw);
  }

  @Override
  public String id() {
    return "P" + padded(kin.number(), 9);
  }

  @Override
  public Draw draw() {
    return draw;
  }

  @Override
  public String neighbourhood() {
    return household.home().committeeCode();
  }

  /** A quarter of the residents are 60 or older. */
  @Override
  public double proneness() {
    return kin.age() >= 60 ? 1.5 : 0.83;
  }

  @Override
  public boolean gone() {
    return kin.number() >= citizens.residents();
  }

  PersonName names() {
    return name;
  }

  Residency residency() {
    return residency;
  }

  Livelihood livelihood() {
    return livelihood;
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "identity-number" -> document.identityNumber();
      case "document-number" -> document.passport();
      case "name" -> this.name.name();
      case "former-name" -> this.name.formerName();
      case "sex" -> kin.male() ? "male" : "female";
      case "born-on" -> born;
      case "ethnicity-code" -> this.name.peopleCode();
      case "ethnicity-name" -> this.name.peopleName();
      case "presence" -> household.presence().name().toLowerCase(Locale.ROOT).replace('_', '-');
      case "registered-division" -> residency.registeredDivision();
      case "registered-address" -> residency.registeredAddress();
      case "household-number" -> residency.householdNumber();
      case "relation-code" -> kin.role().code(kin.male());
      case "residence-address" -> household.home().address();
      case "address-code" -> residency.addressCode();
      case "mobile" -> mobile();
      case "contact-name" -> alone() ? null : contact().attribute("name");
      case "contact-mobile" -> alone() ? null : contact().mobile();
      case "education-code" -> livelihood.education();
      case "marital-code" -> livelihood.marital();
      case "entered-on" -> residency.enteredOn();
      case "permit-until" -> residency.permitUntil();
      case "state" -> gone() ? draw.chance("dead", 0.3) ? "dead" : "moved" : "present";
      case "ended-on" -> gone() ? REFERENCE.minusDays(draw.between("left", 30, 2000)) : null;
      case "owner" -> yesNo(residency.owner());
      case "insurable" -> yesNo(livelihood.insurable());
      case "work" -> livelihood.work();
      case "household-kind" -> residency.kind();
      case "insured-since" -> livelihood.insuredSince();
      case "employer-number" -> livelihood.ofEmployer("number");
      case "employer-name" -> livelihood.ofEmployer("name");
      case "employer-code" -> livelihood.ofEmployer("credit-code");
      case "hypertension" -> yesNo(health.hypertension());
      case "diabetes" -> yesNo(health.diabetes());
      case "blood-type" -> health.bloodType();
      case "disabled" -> yesNo(health.disabled());
      case "disability-kind" -> health.disabilityKind();
      case "disability-grade" -> health.disabilityGrade();
      case "disability-certificate" -> health.certificate(document.identityNumber());
      case "unit-number" -> residency.unitNumber();
      case "floor-area" -> BigDecimal.valueOf(household.draw().between("area", 2800, 19000), 2);
      default -> household.home().attribute(name, "A person");
    };
  }

  private String mobile() {
    boolean child = kin.age() < 12 && kin.role() != Role.HEAD;
    return telephone(child ? household.draw() : draw, "mobile");
  }

  static String telephone(Draw draw, String label) {
    return "154" + padded(draw.below(label, 100_000_000), 8);
  }

  private boolean alone() {
    return household.members().size() == 1;
  }

  /** The head of the household; for the head its last member. */
  private Person contact() {
    Kin other =
        household.members().get(kin.role() == Role.HEAD ? household.members().size() - 1 : 0);
    return citizens.person(household, other);
  }

  static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  static String yesNo(boolean yes) {
    return yes ? "yes" : "no";
  }
}
