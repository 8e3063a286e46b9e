package org.citylake.ingestion.generate;

import java.time.LocalDate;
import java.util.Optional;
import org.citylake.entities.identifier.OfficialIdentifier;

/** Plants faults into records of persons. */
final class PersonFaults {
  private static final LocalDate ENDLESS = LocalDate.of(9999, 12, 31);
  private static final int LAST_15_DIGIT_BIRTH = 1989;

  /** Share of those born until then, over the registers. */
  private static final double BORN_BEFORE = 0.83;

  private final FaultPlan plan;
  private final NameStock names;

  PersonFaults(FaultPlan plan, NameStock names) {
    this.plan = plan;
    this.names = names;
  }

  /** Plants what strikes this record. */
  void plant(SampleRecord record) {
    Person person = (Person) record.entity();
    identity(record);
    name(record, person);
    birth(record);
    telephone(record, person);
    address(record, person);
    swapped(record);
    if (record.attribute("permit-until") != null && plan.strikes(record, Fault.ENDLESS_DATE)) {
      record.plant(Fault.ENDLESS_DATE, "permit-until", ENDLESS);
    }
  }

  /** A batch that was typed into another template: name and number stand in each other's column. */
  private void swapped(SampleRecord record) {
    Object name = record.attribute("name");
    Object number = record.attribute("identity-number");
    if (number != null && plan.strikesBatch(record, Fault.COLUMNS_SWAPPED)) {
      record.plant(Fault.COLUMNS_SWAPPED, "name", number);
      record.plant(Fault.COLUMNS_SWAPPED, "identity-number", name);
    }
  }

  private void identity(SampleRecord record) {
    if (!(record.attribute("identity-number") instanceof String number)) {
      return;
    }
    int year = Integer.parseInt(number.substring(6, 10));
    if (plan.strikes(record, Fault.IDENTITY_MISSING)) {
      record.plant(Fault.IDENTITY_MISSING, "identity-number", null);
    } else if (plan.strikes(record, Fault.IDENTITY_CHECK_DIGIT)) {
      mistyped(number, record.draw())
          .ifPresent(n -> record.plant(Fault.IDENTITY_CHECK_DIGIT, "identity-number", n));
    } else if (plan.strikes(record, Fault.IDENTITY_FLOAT)) {
      record.plant(Fault.IDENTITY_FLOAT, "identity-number", rounded(number));
    } else if (year <= LAST_15_DIGIT_BIRTH
        && plan.strikes(record, Fault.IDENTITY_15_DIGITS, 1 / BORN_BEFORE)) {
      record.plant(
          Fault.IDENTITY_15_DIGITS,
          "identity-number",
          number.substring(0, 6) + number.substring(8, 17));
    }
  }

  /** One digit of the sequence changed or exchanged with its neighbour, so that it is wrong. */
  private static Optional<String> mistyped(String number, Draw draw) {
    int at = draw.between("digit", 14, 15);
    boolean exchanged =
        draw.chance("transposed", 0.5) && number.charAt(at) != number.charAt(at + 1);
    int other = (number.charAt(at) - '0' + draw.between("other", 1, 9)) % 10;
    String middle = exchanged ? "" + number.charAt(at + 1) + number.charAt(at) : "" + other;
    String wrong = number.substring(0, at) + middle + number.substring(at + middle.length());
    return right(wrong) ? Optional.empty() : Optional.of(wrong);
  }

  /** As a spreadsheet rounds; where the rounded number is right by chance, as it shows it. */
  private static String rounded(String number) {
    String rounded = number.substring(0, 15) + "000";
    return right(rounded) ? number.charAt(0) + "." + number.substring(1, 6) + "E+17" : rounded;
  }

  private static boolean right(String number) {
    return OfficialIdentifier.RESIDENT_IDENTITY_NUMBER
        .read(number, LocalDate.MAX)
        .right()
        .isPresent();
  }

  private void name(SampleRecord record, Person person) {
    String name = person.names().name();
    Optional<String> variant = names.variantOf(name);
    Optional<String> lost = names.withoutRare(name, record.draw().chance("private-use", 0.3));
    if (variant.isPresent() && plan.strikes(record, Fault.NAME_HOMOPHONE, 1 / NameStock.VARIED)) {
      plantName(record, Fault.NAME_HOMOPHONE, variant.get());
    } else if (lost.isPresent() && plan.strikes(record, Fault.NAME_RARE_LOST, 1 / NameStock.RARE)) {
      plantName(record, Fault.NAME_RARE_LOST, lost.get());
    } else if (plan.strikes(record, Fault.NAME_SPACING)) {
      plantName(record, Fault.NAME_SPACING, spaced(name));
    } else if (plan.strikes(record, Fault.NAME_OLD)) {
      plantName(record, Fault.NAME_OLD, person.names().oldName());
    }
  }

  private static void plantName(SampleRecord record, Fault fault, String name) {
    if (!name.equals(record.attribute("name"))) {
      record.plant(fault, "name", name);
    }
  }

  private static String spaced(String name) {
    if (name.contains("·")) {
      return name.replace('·', '．');
    }
    return name.length() == 2 ? name.charAt(0) + "　" + name.charAt(1) : name + " ";
  }

  /**
   * Day and month exchanged, the first of January, or some weeks early as by the lunar calendar.
   */
  private void birth(SampleRecord record) {
    if (!plan.strikes(record, Fault.BIRTH_DATE_OFF)
        || !(record.attribute("born-on") instanceof LocalDate born)) {
      return;
    }
    LocalDate off =
        switch (record.draw().below("birth", 3)) {
          case 0 -> born.withDayOfYear(1);
          case 1 ->
              born.getDayOfMonth() <= 12
                  ? LocalDate.of(
                      born.getYear(), born.getDayOfMonth(), Math.min(28, born.getMonthValue()))
                  : born.minusDays(30);
          default -> born.minusDays(record.draw().between("lunar", 19, 50));
        };
    if (!off.equals(born)) {
      record.plant(Fault.BIRTH_DATE_OFF, "born-on", off);
    }
  }

  private void telephone(SampleRecord record, Person person) {
    if (plan.strikes(record, Fault.PHONE_SHARED)) {
      Draw agent = plan.source().at("agent", person.neighbourhood().hashCode());
      record.plant(Fault.PHONE_SHARED, "mobile", Person.telephone(agent, "mobile"));
    } else if (plan.strikes(record, Fault.PHONE_OLD)) {
      record.plant(Fault.PHONE_OLD, "mobile", Person.telephone(person.draw(), "earlier-mobile"));
    }
  }

  /** An address may be out of date, of an old division and not to be taken apart at once. */
  private void address(SampleRecord record, Person person) {
    if (person.residency().daysSinceMove() < plan.lag(record)) {
      record.plant(Fault.LAG, "residence-address", person.residency().earlierHome().address());
    }
    if (plan.strikes(record, Fault.ADDRESS_OLD_DIVISION)) {
      record.plant(
          Fault.ADDRESS_OLD_DIVISION, "residence-address", OldDivision.of(address(record)));
    }
    if (plan.strikes(record, Fault.ADDRESS_UNPARSEABLE)) {
      record.plant(Fault.ADDRESS_UNPARSEABLE, "residence-address", unparseable(address(record)));
    }
  }

  private static String address(SampleRecord record) {
    return String.valueOf(record.attribute("residence-address"));
  }

  private static String unparseable(String address) {
    return address.replaceAll("(\\d+)弄(\\d+)号(\\d+)室", "$1-$2-$3").replace("上海市", "");
  }
}
