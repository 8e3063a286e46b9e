package org.citylake.entities.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citylake.entities.linkage.configuration.ColumnKind;
import org.junit.jupiter.api.Test;

class TestSurvivorship {
  private static final String RIGHT = Persons.number("1980-02-29", 1);

  private static Member said(String source, String seen, String number, String name) {
    return Persons.record(source, source + "-1", seen, number, name, "", "");
  }

  private static Survivor survivor(
      String attribute, ColumnKind kind, List<Reason> by, Member... records) {
    return Survivorship.choose(
            attribute, new MergeDeclaration.Attribute(kind, by, List.of()), List.of(records))
        .orElseThrow();
  }

  @Test
  void aRightNumberOutlivesAWrongOneThatMoreSourcesSay() {
    String wrong = RIGHT.substring(0, 17) + (RIGHT.endsWith("0") ? "1" : "0");
    Survivor number =
        survivor(
            "number",
            ColumnKind.IDENTITY_NUMBER,
            List.of(Reason.VALIDITY, Reason.AGREEMENT),
            said("police", "2010-01-01", wrong, ""),
            said("health", "2011-01-01", wrong, ""),
            said("insurance", "2012-01-01", RIGHT, ""));
    assertThat(number.value()).isEqualTo(RIGHT);
    assertThat(number.reason()).isEqualTo(Reason.VALIDITY);
    assertThat(number.others()).extracting(Member::source).containsExactly("police", "health");
  }

  @Test
  void whatMostSourcesSayOutlivesTheFirstSource() {
    Survivor name =
        survivor(
            "name",
            ColumnKind.CHINESE_NAME,
            List.of(Reason.AGREEMENT, Reason.PRIORITY),
            said("police", "2010-01-01", "", "张伟"),
            said("health", "2011-01-01", "", "张玮"),
            said("insurance", "2012-01-01", "", "张玮"));
    assertThat(name.value()).isEqualTo("张玮");
    assertThat(name.reason()).isEqualTo(Reason.AGREEMENT);
    assertThat(name.distinct()).isEqualTo(2);
  }

  @Test
  void theFirstSourceDecidesWhereNoneAgree() {
    Survivor name =
        survivor(
            "name",
            ColumnKind.CHINESE_NAME,
            List.of(Reason.AGREEMENT, Reason.PRIORITY),
            said("insurance", "2012-01-01", "", "张玮"),
            said("police", "2010-01-01", "", "张伟"));
    assertThat(name.value()).isEqualTo("张伟");
    assertThat(name.reason()).isEqualTo(Reason.PRIORITY);
  }

  @Test
  void theLastChangeDecidesWhenItIsAskedFor() {
    Survivor name =
        survivor(
            "name",
            ColumnKind.CHINESE_NAME,
            List.of(Reason.RECENCY),
            said("police", "2010-01-01", "", "张伟"),
            said("insurance", "2012-01-01", "", "张玮"));
    assertThat(name.value()).isEqualTo("张玮");
    assertThat(name.reason()).isEqualTo(Reason.RECENCY);
  }

  @Test
  void oneWritingOfANumberIsAnother() {
    Survivor number =
        survivor(
            "number",
            ColumnKind.IDENTITY_NUMBER,
            List.of(Reason.PRIORITY),
            said("police", "2010-01-01", RIGHT, ""),
            said("health", "2011-01-01", " " + RIGHT, ""));
    assertThat(number.reason()).isEqualTo(Reason.AGREEMENT);
    assertThat(number.distinct()).isEqualTo(1);
  }

  @Test
  void noValueHasNoSurvivor() {
    assertThat(
            Survivorship.choose(
                "name",
                new MergeDeclaration.Attribute(
                    ColumnKind.CHINESE_NAME, List.of(Reason.PRIORITY), List.of()),
                List.of(said("police", "2010-01-01", RIGHT, ""))))
        .isEmpty();
  }
}
