package org.citylake.ingestion.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.citylake.ingestion.SentColumn;
import org.citylake.ingestion.SentSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestTextRules {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path city;

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0007", "\u001B", "\u007F", "\u0085", "\u009F"})
  void controlCharacterIsNamedWithItsPlace(String character) {
    assertThat(source().findings("桥" + character + "北,1"))
        .containsExactly(
            String.format(
                "control-character: name has U+%04X at character 2 of 3: remove it at the source,"
                    + " or export the column as text",
                (int) character.charAt(0)));
  }

  @Test
  void replacementCharacterIsNoText() {
    assertThat(source().findings("桥\uFFFD,1"))
        .containsExactly(
            "control-character: name has U+FFFD at character 2 of 2: the text was read in a wrong"
                + " encoding before it was sent; export it anew");
  }

  @Test
  void tabsAndLineBreaksInQuotesAreText() {
    SentSource multiline =
        SentSource.of(city, ", multiline: true", "", SentColumn.of("name", "string"));
    assertThat(multiline.findings("\"a\tb\r\nc\nd\"")).isEmpty();
  }

  @Test
  void numbersHaveNoControlCharactersEither() {
    assertThat(source().findings("桥,1\u0000"))
        .singleElement()
        .asString()
        .startsWith("control-character: amount has U+0000 at character 2 of 2");
  }

  @Test
  void longestTextPassesAndOneMoreCharacterDoesNot() {
    assertThat(source().findings("桥".repeat(4000) + ",1")).isEmpty();
    assertThat(source().findings("桥".repeat(4001) + ",1"))
        .containsExactly(
            "length: name has 4001 characters where at most 4000 are allowed: '"
                + "桥".repeat(40)
                + "…' (4001 characters); look for a quote or delimiter that is missing before it,"
                + " or set maxLength in the contract");
  }

  @Test
  void fieldOfTenMebibytesMakesAShortMessage() {
    List<String> findings = source().findings("x".repeat(10 << 20) + ",1");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0))
        .startsWith("length: name has 10485760 characters")
        .hasSizeLessThan(250);
    assertThat(source().findings("桥," + "9".repeat(10 << 20)).get(0)).hasSizeLessThan(250);
  }

  @Test
  void theContractSetsLengthsInCharacters() {
    SentSource source =
        SentSource.of(
            city,
            SentColumn.of("name", "string")
                .with("logicalTypeOptions", "{minLength: 2, maxLength: 3}"));
    assertThat(source.findings("\uD842\uDFB7\uD842\uDFB7\uD842\uDFB7", "桥北")).isEmpty();
    assertThat(source.findings("\uD842\uDFB7"))
        .containsExactly(
            "length: name has fewer than 2 characters: '\uD842\uDFB7'; send the whole value");
    assertThat(source.findings("桥北桥北").get(0)).startsWith("length: name has 4 characters");
  }

  @Test
  void shortestAboveLongestIsAProblemOfTheContract() {
    SentSource source =
        SentSource.of(
            city,
            SentColumn.of("name", "string")
                .with("logicalTypeOptions", "{minLength: 5, maxLength: 3}"));
    assertThat(source.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.rule()).isEqualTo("empty-range"));
  }

  private SentSource source() {
    SentSource source =
        SentSource.of(city, SentColumn.of("name", "string"), SentColumn.of("amount", "int"));
    assertThat(source.problems()).isEmpty();
    return source;
  }
}
