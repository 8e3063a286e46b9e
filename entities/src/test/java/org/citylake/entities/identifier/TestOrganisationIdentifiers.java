package org.citylake.entities.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.Predicate;
import org.citylake.entities.identifier.BusinessRegistrationNumber.Holder;
import org.citylake.entities.identifier.Reading.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestOrganisationIdentifiers {
  private static final String CREDIT = "91350100M000100Y43";
  private static final String DIGITS = "0123456789";
  private static final String LETTERS_TOO = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @Test
  void theCreditCodeOfTheStandardIsRightAndHoldsAnOrganisationCode() {
    UnifiedSocialCreditCode code =
        UnifiedSocialCreditCode.read(" ９1350100m000100y43").right().orElseThrow();

    assertThat(code.value()).isEqualTo(CREDIT);
    assertThat(code.kind()).contains(RegistrationKind.ENTERPRISE);
    assertThat(code.kind().orElseThrow().nameZh()).isEqualTo("企业");
    assertThat(code.division()).isEqualTo("350100");
    assertThat(code.organisationCode().printed()).isEqualTo("M000100Y-4");
  }

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y4, length",
    "91350100M000100Y4I, characters",
    "9135O100M000100Y43, characters",
    "91350100M000100Y44, check-digit",
    "91350100M000100Y56, organisation-code",
    "9.13501E+17, damaged-by-spreadsheet"
  })
  void eachFaultOfACreditCodeHasItsReason(String written, String reason) {
    assertThat(creditFault(written).reason().id()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "9I350100M000100Y43, '''1'' for ''I'' at position 2'",
    "9135O1O0M0O010OY43, '''0'' for ''O'' at position 5, ''0'' for ''O'' at position 7, ''0'' for ''O'' at position 11, ''0'' for ''O'' at position 15'",
    "91350100MD00100Y43, '''0'' for ''D'' at position 10'"
  })
  void charactersMixedUpAreSuggestedAndNotRepaired(String written, String difference) {
    Wrong<UnifiedSocialCreditCode> wrong = creditFault(written);

    assertThat(wrong.suggestion()).contains(CREDIT);
    assertThat(wrong.message()).endsWith("; it would be right with " + difference);
  }

  @Test
  void nothingIsSuggestedWhereNothingOrSeveralComeOutRight() {
    assertThat(creditFault("91350100M000100Y44").suggestion()).isEmpty();
    assertThat(creditFault("OOOOOOOOOOOOOOOOOO").suggestion()).isEmpty();
    assertThat(creditFault("9135010张M000100Y43").suggestion()).isEmpty();
  }

  @Test
  void aKindThatTheTableLacksIsNotWrong() {
    String body = "FF350100M000100Y4";

    UnifiedSocialCreditCode code =
        UnifiedSocialCreditCode.read(body + CheckCharacter.credit(body)).right().orElseThrow();

    assertThat(code.kind()).isEmpty();
  }

  @Test
  void theOrganisationCodeOfTheStandardIsRightWithAndWithoutHyphen() {
    assertThat(OrganisationCode.read("D2143569-X").right())
        .contains(new OrganisationCode("D2143569X"));
    assertThat(OrganisationCode.read("d2143569x").right().orElseThrow().printed())
        .isEqualTo("D2143569-X");
    assertThat(OrganisationCode.read("D2143569-1").wrong().orElseThrow().message())
        .isEqualTo("The last character must be 'X' if the others are right: **********");
    assertThat(OrganisationCode.read("D2143-569X").wrong().orElseThrow().reason())
        .isEqualTo(Reason.LENGTH);
    assertThatThrownBy(() -> new OrganisationCode("D2143569-X"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No organisation code: **********");
  }

  @ParameterizedTest
  @CsvSource({
    "11010800000001, DOMESTIC_ENTERPRISE",
    "31010440000000, FOREIGN_INVESTED_ENTERPRISE",
    "31010460000000, INDIVIDUAL_BUSINESS"
  })
  void registrationNumbersTellTheirHolder(String body, Holder holder) {
    String number = body + CheckCharacter.mod11Mod10(body);

    BusinessRegistrationNumber read = BusinessRegistrationNumber.read(number).right().orElseThrow();

    assertThat(read.holder()).isEqualTo(holder);
    assertThat(read.division()).isEqualTo(body.substring(0, 6));
  }

  @Test
  void theCheckDigitOfRegistrationNumbersIsTheOneOfIso7064() {
    assertThat(CheckCharacter.mod11Mod10("0794")).isEqualTo('5');
    assertThat(BusinessRegistrationNumber.read("110108000000016").right()).isPresent();
    assertThat(BusinessRegistrationNumber.read("110108000000017").wrong().orElseThrow().message())
        .isEqualTo("Position 15 must be '6' if the others are right: 110108********7");
    assertThat(BusinessRegistrationNumber.read("1101080000016").wrong().orElseThrow().reason())
        .isEqualTo(Reason.LENGTH);
  }

  @Test
  void taxpayerNumbersAreJudgedByTheirStructureAlone() {
    TaxpayerNumber right = TaxpayerNumber.read("310104D2143569X").right().orElseThrow();
    TaxpayerNumber other = TaxpayerNumber.read("310104D21435690").right().orElseThrow();

    assertThat(right.organisationCode().right().orElseThrow().printed()).isEqualTo("D2143569-X");
    assertThat(other.organisationCode().right()).isEmpty();
    assertThat(TaxpayerNumber.read("31O104D2143569X").wrong().orElseThrow().message())
        .isEqualTo("Position 3 must be a digit: 31*104********X");
  }

  @Test
  void creditCodesShowEveryWrongCharacterAndEveryTransposition() {
    Random random = new Random(32100);
    for (int n = 0; n < 200; n++) {
      Missed missed = missed(credit(random), CheckCharacter.CREDIT_ALPHABET, this::rightCredit);

      assertThat(missed).isEqualTo(new Missed(0, 0));
    }
  }

  @Test
  void organisationCodesMissLettersElevenValuesAwayAndACheckXExchangedAtTimes() {
    Random random = new Random(11714);
    int missedLetters = 0;
    for (int n = 0; n < 300; n++) {
      String digits = organisation(random, DIGITS);
      Missed ofDigits = missed(digits, DIGITS, this::rightOrganisation);
      Missed ofLetters =
          missed(organisation(random, LETTERS_TOO), LETTERS_TOO, this::rightOrganisation);
      assertThat(ofDigits.changed()).isZero();
      assertThat(ofDigits.swapped()).isLessThanOrEqualTo(digits.endsWith("X") ? 1 : 0);
      missedLetters += ofLetters.changed();
    }
    // Of 35 other characters 2 or 3 are 11, 22 or 33 values away.
    assertThat(missedLetters).isBetween(300 * 8 * 2, 300 * 8 * 3);
  }

  @Test
  void registrationNumbersShowEveryWrongDigitAndMissFewTranspositions() {
    Random random = new Random(7064);
    int swapped = 0;
    int numbers = 1000;
    for (int n = 0; n < numbers; n++) {
      StringBuilder body = new StringBuilder();
      for (int i = 0; i < 14; i++) {
        body.append(random.nextInt(10));
      }
      String number = body.toString() + CheckCharacter.mod11Mod10(body.toString());
      Missed missed =
          missed(number, DIGITS, t -> BusinessRegistrationNumber.read(t).right().isPresent());
      assertThat(missed.changed()).isZero();
      swapped += missed.swapped();
    }
    assertThat(swapped).isPositive().isLessThan(numbers * 14 / 40);
  }

  /** Wrong characters and transpositions of neighbours that a check lets pass. */
  private record Missed(int changed, int swapped) {}

  private static Missed missed(String number, String alphabet, Predicate<String> right) {
    assertThat(right.test(number)).isTrue();
    int changed = 0;
    int swapped = 0;
    for (int i = 0; i < number.length(); i++) {
      for (int a = 0; a < alphabet.length(); a++) {
        char c = alphabet.charAt(a);
        StringBuilder text = new StringBuilder(number);
        text.setCharAt(i, c);
        changed += c != number.charAt(i) && right.test(text.toString()) ? 1 : 0;
      }
      if (i > 0 && number.charAt(i) != number.charAt(i - 1)) {
        StringBuilder text = new StringBuilder(number);
        text.setCharAt(i, number.charAt(i - 1));
        text.setCharAt(i - 1, number.charAt(i));
        swapped += right.test(text.toString()) ? 1 : 0;
      }
    }
    return new Missed(changed, swapped);
  }

  private boolean rightCredit(String text) {
    return UnifiedSocialCreditCode.read(text).right().isPresent();
  }

  private boolean rightOrganisation(String text) {
    return OrganisationCode.read(text).right().isPresent();
  }

  private static String credit(Random random) {
    String body =
        "9%d%06d%s"
            .formatted(
                1 + random.nextInt(3),
                110000 + random.nextInt(700_000),
                organisation(random, CheckCharacter.CREDIT_ALPHABET));
    return body + CheckCharacter.credit(body);
  }

  private static String organisation(Random random, String alphabet) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      body.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return body.toString() + CheckCharacter.organisation(body.toString());
  }

  private static Wrong<UnifiedSocialCreditCode> creditFault(String text) {
    return UnifiedSocialCreditCode.read(text).wrong().orElseThrow();
  }
}
