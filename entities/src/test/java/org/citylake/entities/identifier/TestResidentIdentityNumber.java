package org.citylake.entities.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.citylake.entities.identifier.Reading.Wrong;
import org.citylake.entities.identifier.ResidentIdentityNumber.Kind;
import org.citylake.entities.identifier.ResidentIdentityNumber.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestResidentIdentityNumber {
  private static final String WOMAN = "11010519491231002X";
  private static final String MAN = "440524188001010014";

  @Test
  void theStandardsExamplesAreRight() {
    ResidentIdentityNumber woman = right(WOMAN);
    ResidentIdentityNumber man = right(MAN);

    assertThat(woman.issuePlace()).isEqualTo("110105");
    assertThat(woman.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(woman.sequence()).isEqualTo("002");
    assertThat(woman.sex()).isEqualTo(Sex.FEMALE);
    assertThat(woman.kind()).isEqualTo(Kind.CITIZEN);
    assertThat(man.birthDate()).isEqualTo(LocalDate.of(1880, 1, 1));
    assertThat(man.sex()).isEqualTo(Sex.MALE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002x",
        " \u3000\uFEFF11010519491231002X\t",
        "１１０１０５１９４９１２３１００２Ｘ",
        "１１０１０５１９４９１２３１００２ｘ"
      })
  void theSameNumberWrittenBadlyIsBroughtToOneForm(String written) {
    assertThat(right(written)).isEqualTo(right(WOMAN));
  }

  @ParameterizedTest
  @CsvSource({
    "810000, HONG_KONG_RESIDENT",
    "820000, MACAO_RESIDENT",
    "830000, TAIWAN_RESIDENT",
    "911124, FOREIGN_PERMANENT_RESIDENT",
    "310102, CITIZEN",
    "310221, CITIZEN",
    "310230, CITIZEN"
  })
  void theIssuePlaceTellsTheKindAndIsNotJudged(String place, Kind kind) {
    assertThat(right(checked(place + "18010101001")).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "110105491231002, 11010519491231002X",
    "440524010203995, 440524190102039951",
    "440524800101996, 440524188001019967",
    "440524800101999, 440524188001019991"
  })
  void fifteenDigitsBecomeEighteen(String old, String now) {
    assertThat(right(old).value()).isEqualTo(now);
  }

  @ParameterizedTest
  @CsvSource({
    "1101051949123100, length",
    "'', length",
    "1101O519491231002X, characters",
    "11010519491231002A, characters",
    "110105194912310021, check-digit",
    "110105194913310021, birth-date",
    "110105190002290021, birth-date",
    "110105170001010021, birth-date",
    "110105491331002, birth-date",
    "3.10104E+17, damaged-by-spreadsheet",
    "1.10105194912310E+17, damaged-by-spreadsheet",
    "110105194912310021.0, damaged-by-spreadsheet",
    "310104180001011000, damaged-by-spreadsheet"
  })
  void eachFaultHasItsReason(String written, String reason) {
    assertThat(wrong(written).reason().id()).isEqualTo(reason);
  }

  @Test
  void birthAfterTheGivenDayIsFound() {
    LocalDate latest = LocalDate.of(1949, 12, 30);

    assertThat(read(WOMAN, latest.plusDays(1)).right()).isPresent();
    assertThat(read(WOMAN, latest).wrong().orElseThrow())
        .extracting(Wrong::reason, Wrong::message)
        .containsExactly(
            Reason.BORN_LATER,
            "Positions 7 to 14 must be a day until 1949-12-30: 110105***********X");
  }

  @Test
  void messagesAndTextsShowTheNumberMasked() {
    assertThat(wrong("110105194912310021").message())
        .isEqualTo("Position 18 must be 'X' if the others are right: 110105***********1");
    assertThat(wrong("张三 110105194912310021").message()).doesNotContain("张三", "1949");
    assertThat(right(WOMAN).toString()).isEqualTo("110105***********X");
    assertThatThrownBy(() -> new ResidentIdentityNumber("110105194912310021"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No identity number: 110105***********1");
  }

  @Test
  void everyWrongDigitAndEveryTranspositionIsFound() {
    Random random = new Random(11643);
    for (int n = 0; n < 500; n++) {
      String number = generated(random);
      for (int i = 0; i < 18; i++) {
        for (char c : (i == 17 ? "0123456789X" : "0123456789").toCharArray()) {
          StringBuilder changed = new StringBuilder(number);
          changed.setCharAt(i, c);
          assertThat(read(changed.toString()).right().isPresent()).isEqualTo(c == number.charAt(i));
        }
      }
      for (int i = 0; i < 17; i++) {
        StringBuilder swapped = new StringBuilder(number);
        swapped.setCharAt(i, number.charAt(i + 1));
        swapped.setCharAt(i + 1, number.charAt(i));
        assertThat(read(swapped.toString()).right().isPresent())
            .isEqualTo(number.charAt(i) == number.charAt(i + 1));
      }
    }
  }

  @Test
  void lengthenedNumbersKeepTheirDigitsAndAreRight() {
    Random random = new Random(1999);
    for (int n = 0; n < 2000; n++) {
      String number = generated(random);
      String old = number.substring(0, 6) + number.substring(8, 17);

      ResidentIdentityNumber now = right(old);

      assertThat(now.value().substring(8, 17)).isEqualTo(number.substring(8, 17));
      assertThat(right(now.value())).isEqualTo(now);
      boolean before1900 = now.sequence().compareTo("996") >= 0;
      assertThat(now.birthDate().getYear() / 100).isEqualTo(before1900 ? 18 : 19);
    }
  }

  @Test
  void noTextThrows() {
    Random random = new Random(7);
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(22);
      for (int i = 0; i < length; i++) {
        text.append(
            random.nextInt(4) == 0
                ? (char) random.nextInt(0x10000)
                : "0123456789XxE.+-".charAt(random.nextInt(16)));
      }
      assertThatCode(() -> read(text.toString())).doesNotThrowAnyException();
      assertThatCode(() -> PermanentResidenceCardNumber.read(text.toString()))
          .doesNotThrowAnyException();
      assertThatCode(() -> OrganisationCode.read(text.toString())).doesNotThrowAnyException();
    }
  }

  @Test
  void cardsOfForeignResidentsBefore2023AreReadByTheirStructure() {
    PermanentResidenceCardNumber card =
        PermanentResidenceCardNumber.read("usa310001010112").right().orElseThrow();

    assertThat(card.nationality()).isEqualTo("USA");
    assertThat(card.applicationPlace()).isEqualTo("3100");
    assertThat(card.birthDate()).isEqualTo("010101");
    assertThat(PermanentResidenceCardNumber.read("USA310001310112").wrong().orElseThrow().reason())
        .isEqualTo(Reason.BIRTH_DATE);
    assertThat(PermanentResidenceCardNumber.read("US1310001010112").wrong().orElseThrow().message())
        .startsWith("Position 3 must be a letter");
  }

  private static String generated(Random random) {
    LocalDate birth = LocalDate.of(1800, 1, 1).plusDays(random.nextInt(36_000));
    return checked(
        "%06d%s%03d"
            .formatted(
                110000 + random.nextInt(700_000),
                birth.toString().replace("-", ""),
                random.nextInt(1000)));
  }

  private static String checked(String body) {
    return body + CheckCharacter.mod11Radix2(body);
  }

  private static Reading<ResidentIdentityNumber> read(String text) {
    return read(text, LocalDate.MAX);
  }

  private static Reading<ResidentIdentityNumber> read(String text, LocalDate latest) {
    return ResidentIdentityNumber.read(text, latest);
  }

  private static ResidentIdentityNumber right(String text) {
    return read(text).right().orElseThrow();
  }

  private static Wrong<ResidentIdentityNumber> wrong(String text) {
    return read(text).wrong().orElseThrow();
  }
}
