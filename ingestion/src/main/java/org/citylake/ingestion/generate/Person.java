package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.citylake.entities.identifier.ResidentIdentityNumber;
import org.citylake.ingestion.generate.Household.Presence;
import org.citylake.ingestion.generate.Kin.Role;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic person. Identity numbers are right by GB 11643 and nobody's: positions 3 to 6 hold
 * 9100 to 9999, which GB/T 2260 has never given. No two persons of a city of less than 160 million
 * share one: number and birthday follow from the person's number. Telephones begin with 154, which
 * from memory no operator has.
 */
final class Person implements Entity {
  /** The day at whose end ages are counted; the snapshot date moves nobody's birth. */
  static final LocalDate REFERENCE = LocalDate.of(2016, 12, 31);

  private static final int SEQUENCES = 495;
  private static final long PLACES = 900L * SEQUENCES;
  private static final List<String> PROVINCES =
      List.of("34", "34", "34", "32", "32", "41", "41", "36", "51", "42", "33", "35", "43", "61");
  private static final List<String> KINDS = List.of("1", "2", "3", "4", "4", "4", "5", "6", "7");
  private static final List<String> MINORITIES = List.of("03", "11", "15", "08", "05");
  private static final List<String> MINORITY_NAMES = List.of("回族", "满族", "土家族", "壮族", "维吾尔族");

  private final Citizens citizens;
  private final Household household;
  private final Kin kin;
  private final Draw draw;
  private final LocalDate born;

  Person(Citizens citizens, Household household, Kin kin, Draw draw) {
    this.citizens = citizens;
    this.household = household;
    this.kin = kin;
    this.draw = draw;
    long day =
        (Draw.of(kin.number() % PLACES).below("birthday", 365) + kin.number() / PLACES) % 365;
    this.born = LocalDate.ofYearDay(REFERENCE.getYear() - kin.age(), 1 + (int) day);
  }

  @Override
  public String id() {
    return String.format(Locale.ROOT, "P%09d", kin.number());
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

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "identity-number" -> identityNumber();
      case "document-number" -> foreign() ? "E" + digits("document", 8) : null;
      case "name" -> name();
      case "former-name" -> draw.chance("renamed", 0.012) ? earlierName() : null;
      case "sex" -> kin.male() ? "male" : "female";
      case "born-on" -> born;
      case "ethnicity-code" ->
          minority() < 0 ? foreign() ? null : "01" : MINORITIES.get(minority());
      case "ethnicity-name" ->
          minority() < 0 ? foreign() ? null : "汉族" : MINORITY_NAMES.get(minority());
      case "presence" -> household.presence().name().toLowerCase(Locale.ROOT).replace('_', '-');
      case "registered-division" -> registeredDivision();
      case "registered-address" -> registeredAddress();
      case "household-number" ->
          settled()
              ? household.home().street().districtCode() + padded(household.number(), 9)
              : null;
      case "relation-code" -> kin.role().code(kin.male());
      case "residence-address" -> household.home().address();
      case "address-code" ->
          household.home().committeeCode() + padded(household.number() % 1000000, 6);
      case "mobile" -> mobile();
      case "contact-name" -> alone() ? null : contact().name();
      case "contact-mobile" -> alone() ? null : contact().mobile();
      case "education-code" -> education();
      case "marital-code" -> marital();
      case "entered-on" -> entered();
      case "permit-until" ->
          household.presence() == Presence.MIGRANT
              ? REFERENCE.plusDays(draw.between("permit", -200, 500))
              : null;
      case "state" -> gone() ? draw.chance("dead", 0.3) ? "dead" : "moved" : "present";
      case "ended-on" -> gone() ? REFERENCE.minusDays(draw.between("left", 30, 2000)) : null;
      case "owner" -> yesNo(owner());
      case "insurable" -> yesNo(!work().equals("none"));
      case "work" -> work();
      case "household-kind" -> householdKind();
      case "insured-since" -> insuredSince();
      case "employer-number" -> work().equals("employed") ? padded(employer().number(), 8) : null;
      case "employer-name" -> work().equals("employed") ? employer().attribute("name") : null;
      case "employer-code" ->
          work().equals("employed") ? employer().attribute("credit-code") : null;
      case "hypertension" -> yesNo(kin.age() > 35 && draw.chance("pressure", kin.age() / 220.0));
      case "diabetes" -> yesNo(kin.age() > 40 && draw.chance("sugar", kin.age() / 600.0));
      case "blood-type" ->
          draw.pick("blood", List.of("A", "A", "B", "B", "O", "O", "O", "AB", "不详"));
      case "disabled" -> yesNo(disabled());
      case "disability-kind" -> disabled() ? draw.pick("kind", KINDS) : null;
      case "disability-grade" -> disabled() ? Integer.toString(draw.between("grade", 1, 4)) : null;
      case "disability-certificate" ->
          disabled() && !foreign()
              ? identityNumber() + draw.pick("kind", KINDS) + draw.between("grade", 1, 4)
              : null;
      case "unit-number" -> unitNumber();
      case "floor-area" -> BigDecimal.valueOf(household.draw().between("area", 2800, 19000), 2);
      default -> placed(name);
    };
  }

  private String placed(String name) {
    String found = household.home().attribute(name);
    if (found == null) {
      throw new IllegalArgumentException("A person has no attribute '" + name + "'");
    }
    return found;
  }

  private boolean foreign() {
    return household.presence() == Presence.FOREIGN;
  }

  private boolean settled() {
    return household.presence().compareTo(Presence.MIGRANT) < 0;
  }

  private @Nullable String identityNumber() {
    if (foreign() || (kin.age() == 0 && draw.chance("unnumbered", 0.3))) {
      return null;
    }
    long place = kin.number() % PLACES;
    long sequence = place % SEQUENCES * 2 + (kin.male() ? 1 : 0);
    String body =
        province()
            + (9100 + place / SEQUENCES)
            + born.toString().replace("-", "")
            + padded(sequence, 3);
    return ResidentIdentityNumber.complete(body).value();
  }

  private String province() {
    return settled() ? "31" : household.draw().pick("province", PROVINCES);
  }

  private int minority() {
    return foreign() || !household.draw().chance("minority", 0.018)
        ? -1
        : household.draw().below("minority-kind", MINORITIES.size());
  }

  String name() {
    if (foreign()) {
      return citizens.names().foreignName(draw);
    }
    if (minority() == MINORITIES.size() - 1) {
      return citizens.names().dottedName(draw);
    }
    boolean own = kin.role() == Role.SPOUSE;
    return citizens.names().surname(own ? draw : household.draw())
        + citizens.names().givenName(draw, kin.male());
  }

  private String earlierName() {
    return citizens.names().surname(kin.role() == Role.SPOUSE ? draw : household.draw())
        + citizens.names().givenName(draw.at("earlier", 0), kin.male());
  }

  /** The name before it was changed, whether or not it was. */
  String oldName() {
    return foreign() ? name() : earlierName();
  }

  private @Nullable String registeredDivision() {
    return switch (household.presence()) {
      case FOREIGN -> null;
      case MIGRANT -> province() + "0" + household.draw().between("city", 1, 9) + "22";
      case REGISTERED -> household.home().street().districtCode();
      case REGISTERED_ELSEWHERE -> registered().street().districtCode();
    };
  }

  private @Nullable String registeredAddress() {
    return switch (household.presence()) {
      case FOREIGN -> null;
      case MIGRANT -> "外省市样例县样例镇样例村" + household.draw().between("village-house", 1, 400) + "号";
      case REGISTERED -> household.home().address();
      case REGISTERED_ELSEWHERE -> registered().address();
    };
  }

  private Place registered() {
    return Place.draw(citizens.territory(), household.draw().at("registered", 0));
  }

  /** Where the household lived before, had it moved. */
  Place earlierHome() {
    return Place.draw(citizens.territory(), household.draw().at("earlier-home", 0));
  }

  /** Days since the household moved here; greater than any lag when it did not. */
  int daysSinceMove() {
    return household.draw().chance("moved", 0.3)
        ? household.draw().below("moved-days", 3650)
        : Integer.MAX_VALUE;
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

  private @Nullable String education() {
    if (kin.age() < 7) {
      return null;
    }
    double unit = draw.unit("education") + (kin.age() > 55 ? 0.3 : 0);
    if (kin.age() < 16) {
      return kin.age() < 13 ? "80" : "70";
    }
    return unit < 0.06 ? "10" : unit < 0.3 ? "20" : unit < 0.48 ? "30" : unit < 0.72 ? "60" : "70";
  }

  private String marital() {
    return switch (kin.role()) {
      case SPOUSE -> "20";
      case HEAD ->
          household.members().size() > 1 && household.members().get(1).role() == Role.SPOUSE
              ? "20"
              : kin.age() > 65 ? "30" : draw.chance("divorced", 0.2) ? "40" : "10";
      case PARENT -> draw.chance("widowed", 0.3) ? "30" : "20";
      case SON_OR_DAUGHTER -> "10";
    };
  }

  private LocalDate entered() {
    LocalDate arrived = REFERENCE.minusDays(draw.between("entered", 1, settled() ? 9000 : 3000));
    return arrived.isBefore(born) ? born : arrived;
  }

  private boolean owner() {
    return household.owners()
        && (kin.role() == Role.HEAD
            || (kin.role() == Role.SPOUSE && draw.chance("co-owner", 0.45)));
  }

  private String work() {
    if (kin.age() >= (kin.male() ? 60 : 55)) {
      return settled() ? "retired" : "none";
    }
    if (kin.age() < 20) {
      return "none";
    }
    double unit = draw.unit("work");
    return unit < 0.8 ? "employed" : unit < 0.87 ? "self-employed" : "none";
  }

  private String householdKind() {
    return switch (household.presence()) {
      case FOREIGN -> "abroad";
      case MIGRANT -> household.draw().chance("town", 0.3) ? "elsewhere-town" : "elsewhere-village";
      case REGISTERED, REGISTERED_ELSEWHERE ->
          household.draw().chance("village", 0.1) ? "city-village" : "city-town";
    };
  }

  private @Nullable LocalDate insuredSince() {
    if (work().equals("none")) {
      return null;
    }
    LocalDate start = born.plusYears(18 + draw.below("start", 8));
    LocalDate first = LocalDate.of(1993, 1, 1);
    return start.isBefore(first) ? first : start.isAfter(REFERENCE) ? REFERENCE : start;
  }

  private LegalEntity employer() {
    double skewed = Math.pow(draw.unit("employer"), 1.6);
    return citizens.firms().at((long) (skewed * citizens.firms().active()));
  }

  private boolean disabled() {
    return draw.chance("disabled", kin.age() > 50 ? 0.045 : 0.016);
  }

  /** GB/T 37346 in form; the parcel is the staircase's number. */
  private String unitNumber() {
    long staircase = household.number() / Household.STAIRCASE;
    return household.home().street().districtCode()
        + household.home().street().code().substring(6)
        + "001GB"
        + padded(staircase / 10000 % 100000, 5)
        + "F"
        + padded(staircase % 10000, 4)
        + padded(household.number() % Household.STAIRCASE + 1, 4);
  }

  private String digits(String label, int digits) {
    return padded(draw.below(label, (int) Math.pow(10, digits)), digits);
  }

  static String padded(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  static String yesNo(boolean yes) {
    return yes ? "yes" : "no";
  }
}
