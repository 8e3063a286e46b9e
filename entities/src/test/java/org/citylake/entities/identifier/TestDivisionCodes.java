package org.citylake.entities.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.Random;
import org.citylake.entities.identifier.DivisionCode.Level;
import org.citylake.entities.identifier.StatisticalDivisionCode.Committee;
import org.citylake.entities.identifier.StatisticalDivisionCode.Township;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TestDivisionCodes {
  @ParameterizedTest
  @CsvSource({"310000, PROVINCE", "320500, PREFECTURE", "310103, COUNTY", "３１０２３０, COUNTY"})
  void theZerosOfADivisionCodeTellItsLevel(String code, Level level) {
    assertThat(DivisionCode.read(code).right().orElseThrow().level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "31010, length",
    "31010A, characters",
    "010101, division",
    "910101, division",
    "300000, division",
    "310001, division",
    "310104.0, damaged-by-spreadsheet"
  })
  void eachFaultOfADivisionCodeHasItsReason(String code, String reason) {
    assertThat(DivisionCode.read(code).wrong().orElseThrow().reason().id()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "310104000000, , ",
    "310104003000, SUBDISTRICT, ",
    "310104099001, SUBDISTRICT, RESIDENTS_COMMITTEE",
    "310112100199, TOWN, RESIDENTS_COMMITTEE",
    "310112199200, TOWN, VILLAGERS_COMMITTEE",
    "310151200399, TOWNSHIP, VILLAGERS_COMMITTEE",
    "310151399498, TOWNSHIP, LIKE_RESIDENTS_COMMITTEE",
    "310115400598, UNIT_OF_ENTERPRISE, LIKE_VILLAGERS_COMMITTEE",
    "310115599000, UNIT_OF_ENTERPRISE, ",
    "441900003001, SUBDISTRICT, RESIDENTS_COMMITTEE"
  })
  void theRangesTellTownshipAndCommittee(String code, Township township, Committee committee) {
    StatisticalDivisionCode read = StatisticalDivisionCode.read(code).right().orElseThrow();

    assertThat(read.division().value()).isEqualTo(code.substring(0, 6));
    assertThat(read.township().orElse(null)).isEqualTo(township);
    assertThat(read.committee().orElse(null)).isEqualTo(committee);
  }

  @ParameterizedTest
  @CsvSource({
    "31010400300, length",
    "31010400300A, characters",
    "310001003001, division",
    "310104600001, township",
    "310104000001, township",
    "310000003000, township",
    "310104003600, committee",
    "3.10104E+11, damaged-by-spreadsheet"
  })
  void eachFaultOfAStatisticalCodeHasItsReason(String code, String reason) {
    assertThat(StatisticalDivisionCode.read(code).wrong().orElseThrow().reason().id())
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @EnumSource(OfficialIdentifier.class)
  void noTextThrowsWhateverItIsReadAs(OfficialIdentifier identifier) {
    Random random = new Random(2260);
    for (int n = 0; n < 5000; n++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(20);
      for (int i = 0; i < length; i++) {
        text.append(
            random.nextInt(20) == 0
                ? (char) random.nextInt(0x10000)
                : "0123456789012345OIXYx.E-".charAt(random.nextInt(24)));
      }
      assertThatCode(() -> identifier.read(text.toString(), LocalDate.MAX))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void identifiersAreFoundByTheirNames() {
    assertThat(OfficialIdentifier.find("division-code")).contains(OfficialIdentifier.DIVISION_CODE);
    assertThat(OfficialIdentifier.find("divisioncode")).isEmpty();
    assertThat(
            OfficialIdentifier.RESIDENT_IDENTITY_NUMBER
                .read("USA310001010112", LocalDate.MAX)
                .right())
        .isPresent();
  }
}
