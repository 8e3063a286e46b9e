package org.citylake.entities.identifier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.citylake.entities.identifier.Reading.Wrong;

/**
 * The number of a resident: of citizens, of residents from Hong Kong, Macao and Taiwan with a
 * residence permit, and of foreign permanent residents on cards since 2023-12.
 *
 * <p>The issue place is never held against a table of divisions: it is the one of the day of issue,
 * and stays when the division is gone. A right number need not have been issued. Source: GB
 * 11643-1999 (body 17 digits, check character ISO 7064 MOD 11-2); for numbers that begin with 9 the
 * National Immigration Administration's notice on the card of 2023.
 *
 * @param value 18 characters, the last a digit or X
 */
public record ResidentIdentityNumber(String value) {
  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;
  private static final int FIRST_YEAR = 1800;

  /** Whose number it is. */
  public enum Kind {
    CITIZEN,
    HONG_KONG_RESIDENT,
    MACAO_RESIDENT,
    TAIWAN_RESIDENT,
    FOREIGN_PERMANENT_RESIDENT
  }

  /** The sex that the sequence number says. */
  public enum Sex {
    FEMALE,
    MALE
  }

  /** Throws IllegalArgumentException when the value is no right number of 18 characters. */
  public ResidentIdentityNumber {
    if (fault(value, value, LocalDate.MAX).isPresent()) {
      throw new IllegalArgumentException("No identity number: " + WrittenText.masked(value));
    }
  }

  /** The number of 17 digits with its check character. */
  public static ResidentIdentityNumber complete(String digits) {
    return new ResidentIdentityNumber(digits + CheckCharacter.mod11Radix2(digits));
  }

  /**
   * Reads a number as written in a file: also with full-width digits, a small x, blanks around it,
   * and with 15 digits as before 1999, which are brought to 18: born in 19xx, with the sequence
   * numbers 996 to 999 in 18xx. A number that ends in 000 against its check character is taken for
   * rounded by a spreadsheet; one in eleven rounded numbers has by chance a right check character
   * and is not seen.
   *
   * @param latest the last day on which the person can have been born; LocalDate.MAX for any
   */
  public static Reading<ResidentIdentityNumber> read(String written, LocalDate latest) {
    String text = WrittenText.normalise(written);
    Optional<Wrong<ResidentIdentityNumber>> damage = WrittenText.damage(text);
    if (damage.isPresent()) {
      return damage.get();
    }
    boolean old = text.length() == OLD_LENGTH && WrittenText.digits(text, 0, OLD_LENGTH);
    String number = old ? lengthened(text) : text;
    return fault(number, text, latest)
        .<Reading<ResidentIdentityNumber>>map(wrong -> wrong)
        .orElseGet(() -> new Reading.Right<>(new ResidentIdentityNumber(number)));
  }

  private static String lengthened(String old) {
    boolean before1900 = old.compareTo(old.substring(0, 12) + "996") >= 0;
    String body = old.substring(0, 6) + (before1900 ? "18" : "19") + old.substring(6);
    return body + CheckCharacter.mod11Radix2(body);
  }

  private static Optional<Wrong<ResidentIdentityNumber>> fault(
      String number, String written, LocalDate latest) {
    if (number.length() != LENGTH) {
      return wrong(
          Reason.LENGTH,
          "An identity number has 18 characters, one of before 1999 15 digits, and not "
              + number.length(),
          written);
    }
    int noDigit = WrittenText.firstNoDigit(number, 0, LENGTH - 1);
    char check = number.charAt(LENGTH - 1);
    if (noDigit >= 0 || !(WrittenText.digit(check) || check == 'X')) {
      int position = noDigit >= 0 ? noDigit + 1 : LENGTH;
      return wrong(
          Reason.CHARACTERS,
          "Position " + position + " must be a digit" + (position == LENGTH ? " or X" : ""),
          written);
    }
    char expected = CheckCharacter.mod11Radix2(number.substring(0, LENGTH - 1));
    if (check != expected && number.endsWith("000")) {
      return wrong(
          Reason.DAMAGED_BY_SPREADSHEET,
          "The last three digits are 000, as a spreadsheet rounds; take the digits from the origin",
          written);
    }
    return birthFault(number, written, latest)
        .or(
            () ->
                check == expected
                    ? Optional.empty()
                    : wrong(
                        Reason.CHECK_DIGIT,
                        "Position 18 must be '" + expected + "' if the others are right",
                        written));
  }

  private static Optional<Wrong<ResidentIdentityNumber>> birthFault(
      String number, String written, LocalDate latest) {
    String positions = "Positions 7 to " + (written.length() == OLD_LENGTH ? 12 : 14);
    int year = Integer.parseInt(number.substring(6, 10));
    int month = Integer.parseInt(number.substring(10, 12));
    int day = Integer.parseInt(number.substring(12, 14));
    if (year < FIRST_YEAR || !dayOf(year, month, day)) {
      return wrong(
          Reason.BIRTH_DATE, positions + " must be a day of the calendar since 1800", written);
    }
    return LocalDate.of(year, month, day).isAfter(latest)
        ? wrong(Reason.BORN_LATER, positions + " must be a day until " + latest, written)
        : Optional.empty();
  }

  /** Whether the calendar has the day. */
  static boolean dayOf(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  private static Optional<Wrong<ResidentIdentityNumber>> wrong(
      Reason reason, String sentence, String written) {
    return Optional.of(Wrong.of(reason, sentence, written));
  }

  /** Whose number it is, by its first digits. */
  public Kind kind() {
    return switch (value.substring(0, 2)) {
      case "81" -> Kind.HONG_KONG_RESIDENT;
      case "82" -> Kind.MACAO_RESIDENT;
      case "83" -> Kind.TAIWAN_RESIDENT;
      default -> value.charAt(0) == '9' ? Kind.FOREIGN_PERMANENT_RESIDENT : Kind.CITIZEN;
    };
  }

  /**
   * The first six digits: the division of the day of issue; for foreign permanent residents 9, the
   * province of the application (two digits) and the nationality (ISO 3166-1 numeric).
   */
  public String issuePlace() {
    return value.substring(0, 6);
  }

  public LocalDate birthDate() {
    return LocalDate.of(
        Integer.parseInt(value.substring(6, 10)),
        Integer.parseInt(value.substring(10, 12)),
        Integer.parseInt(value.substring(12, 14)));
  }

  /** Three digits that tell apart those of one day and place. */
  public String sequence() {
    return value.substring(14, 17);
  }

  /** Male when the sequence number is odd. */
  public Sex sex() {
    return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** The number masked, as logs may show it. */
  @Override
  public String toString() {
    return WrittenText.masked(value);
  }
}
