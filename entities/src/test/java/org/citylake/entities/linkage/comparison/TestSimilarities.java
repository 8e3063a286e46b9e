package org.citylake.entities.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.text.Transliterator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestSimilarities {
  /** Published examples: Winkler 1990 and the US Census Bureau's table of name pairs. */
  @ParameterizedTest
  @CsvSource({
    "MARTHA, MARHTA, 0.961",
    "DIXON, DICKSONX, 0.813",
    "DWAYNE, DUANE, 0.840",
    "JONES, JOHNSON, 0.832",
    "ABC, XYZ, 0",
    "SAME, SAME, 1"
  })
  void jaroWinklerIsAsPublished(String left, String right, double similarity) {
    assertThat(JaroWinkler.similarity(left, right)).isCloseTo(similarity, within(0.0005));
    assertThat(JaroWinkler.similarity(right, left)).isCloseTo(similarity, within(0.0005));
  }

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "ab, ba, 1", "ca, abc, 3", "same, same, 0", "'', abc, 3"})
  void damerauLevenshteinCountsSwapsOnce(String left, String right, int distance) {
    assertThat(DamerauLevenshtein.distance(left, right, 8)).isEqualTo(distance);
    assertThat(DamerauLevenshtein.distance(right, left, 8)).isEqualTo(distance);
  }

  @Test
  void aDistanceBeyondTheLimitIsNotWorkedOut() {
    assertThat(DamerauLevenshtein.distance("kitten", "sitting", 2)).isEqualTo(3);
    assertThat(DamerauLevenshtein.distance("a", "abcdefgh", 2)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'1971-06-24', 19710624",
    "'1971/6/4', 19710604",
    "'1971年6月24日', 19710624",
    "'19710624', 19710624",
    "'24/06/1971', 19710624",
    "'06/24/1971', 19710624",
    "'hello', -1"
  })
  void datesAreReadAsWritten(String text, int date) {
    assertThat(DateForm.parse(text)).isEqualTo(date);
  }

  @Test
  void chineseTextsAgreeInSoundAndInSimplifiedForm() {
    assertThat(HanText.simplified("張偉")).isEqualTo("张伟");
    assertThat(HanText.pinyin("张伟")).isEqualTo("zhangwei").isEqualTo(HanText.pinyin("章玮"));
    assertThat(HanText.surname("欧阳修")).isEqualTo("欧阳");
    assertThat(HanText.surname("张伟")).isEqualTo("张");
  }

  @Test
  void textsAreReadAsTheTablesSayWhateverStandsInThem() {
    Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
    Transliterator sound =
        Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");
    String[] words = simplified.toRules(false).replaceAll(" > [^;]*", "").split(";\\s*");
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text =
          words[random.nextInt(words.length)]
              + "3号 a"
              + Character.toString(0x4e00 + random.nextInt(0x51a5))
              + words[random.nextInt(words.length)];

      assertThat(HanText.simplified(text)).isEqualTo(simplified.transliterate(text));
      assertThat(HanText.pinyin(text))
          .isEqualTo(TextForm.compact(sound.transliterate(HanText.simplified(text))));
    }
  }

  @Test
  void legalNamesAgreeWithoutPlaceAndForm() {
    assertThat(LegalName.parse("上海东方餐饮有限公司").core())
        .isEqualTo(LegalName.parse("东方餐饮(上海)有限公司").core())
        .isEqualTo("东方餐饮");
  }

  @Test
  void partsOfAddressesAreHeldAgainstEachOther() {
    AddressParts whole = AddressParts.parse("上海市静安区南京西路1266弄3号501室");
    assertThat(whole.agreement(AddressParts.parse("南京西路1266弄3号"))).isEqualTo(3);
    assertThat(whole.agreement(AddressParts.parse("南京西路1266弄5号501室"))).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"'  A  B ', a b", "'ＡＢ１', ab1", "'ok', ok", "'   ', ''"})
  void textsHaveOneForm(String text, String form) {
    assertThat(TextForm.normalise(text)).isEqualTo(form);
  }

  /** The optimal string alignment by its table, as Boytsov 2011 defines it. */
  private static int byDefinition(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        boolean equal = a.charAt(i - 1) == b.charAt(j - 1);
        d[i][j] =
            Math.min(d[i - 1][j - 1] + (equal ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static String drawn(java.util.Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(random.nextInt(10) == 0 ? 90 : 14); n > 0; n--) {
      text.append("abcde12 李王路".charAt(random.nextInt(11)));
    }
    return text.toString();
  }

  @Test
  void addressesOfOneHouseHaveOneKeyHoweverTheyAreWritten() {
    AddressParts whole = AddressParts.parse("上海市浦东新区样例岭梅路401弄130号201室");
    assertThat(whole.house()).contains("样例岭梅路/401/130/");
    assertThat(whole.dwelling()).contains("样例岭梅路/401/130//201");
    assertThat(AddressParts.parse("南汇区样例岭梅路401-130-201")).isEqualTo(whole);
    assertThat(AddressParts.parse("样例岭梅路401弄").house()).isEmpty();
    assertThat(AddressParts.parse("样例岭梅路1409号401室").house()).contains("样例岭梅路//1409/");
    assertThat(AddressParts.parse("样例岭梅路1409号").dwelling()).isEmpty();
  }

  @Test
  void editsAreThoseOfTheDefinitionAndNeverFewerThanTheBagsTell() {
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 20_000; i++) {
      String a = drawn(random);
      String b = drawn(random);
      int edits = byDefinition(a, b);
      assertThat(DamerauLevenshtein.distance(a, b, 100)).as(a + "|" + b).isEqualTo(edits);
      assertThat(DamerauLevenshtein.distance(a, b, 2)).isEqualTo(Math.min(edits, 3));
      assertThat(CharacterBag.leastEdits(CharacterBag.of(a), CharacterBag.of(b)))
          .as(a + "|" + b)
          .isLessThanOrEqualTo(edits);
    }
  }

  @Test
  void aLikenessWorthAskingForIsTheSameWithBags() {
    java.util.Random random = new java.util.Random(8);
    for (int i = 0; i < 20_000; i++) {
      String a = drawn(random);
      String b = drawn(random);
      double plain = JaroWinkler.similarity(a, b);
      double bagged = JaroWinkler.similarity(a, CharacterBag.of(a), b, CharacterBag.of(b), 0.7);
      if (plain >= 0.7) {
        assertThat(bagged).as(a + "|" + b).isEqualTo(plain);
      } else {
        assertThat(bagged).as(a + "|" + b).isLessThan(0.7);
      }
    }
  }
}
