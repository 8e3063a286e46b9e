package org.citylake.ingestion.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Texts are numbered in the order in which they come, however many there are. */
class TestHashIndex {
  @Test
  void textsAreNumberedInTheirOrderAndFoundAgain() {
    HashIndex index = new HashIndex();

    assertThat(index.add(TextHash.of("a"))).isZero();
    assertThat(index.add(TextHash.of("b"))).isEqualTo(1);
    assertThat(index.add(TextHash.of("a"))).isZero();

    assertThat(index.size()).isEqualTo(2);
    assertThat(index.find(TextHash.of("b"))).isEqualTo(1);
    assertThat(index.find(TextHash.of("c"))).isEqualTo(-1);
    assertThat(index.get(1)).isEqualTo(TextHash.of("b"));
  }

  @Test
  void anyTextsAreHeldAsAMapHoldsThem() {
    SplittableRandom random = new SplittableRandom(20261126);
    Map<TextHash, Integer> expected = new LinkedHashMap<>();
    HashIndex index = new HashIndex();

    for (int i = 0; i < 50_000; i++) {
      // Low words that fall on few places, so that many have to move on.
      TextHash hash = new TextHash(random.nextInt(300), random.nextInt(200) << 20);
      int number = index.add(hash);
      assertThat(number).isEqualTo(expected.computeIfAbsent(hash, h -> expected.size()));
    }

    assertThat(index.size()).isEqualTo(expected.size());
    expected.forEach((hash, number) -> assertThat(index.get(number)).isEqualTo(hash));
  }

  @Test
  void theHashIsTheStartOfTheSha256() {
    // FIPS 180-4 example: SHA-256 of "abc" begins ba7816bf8f01cfea414140de5dae2223.
    assertThat(TextHash.of("abc"))
        .isEqualTo(TextHash.ofHexadecimal("ba7816bf8f01cfea414140de5dae2223"))
        .isEqualTo(new TextHash(0xba7816bf8f01cfeaL, 0x414140de5dae2223L));
  }

  @Test
  void occurrencesOfOneTextAreTold() {
    TextHash first = TextHash.of("row");

    assertThat(first.at(1)).isEqualTo(first);
    assertThat(first.at(2)).isNotEqualTo(first).isNotEqualTo(first.at(3));
  }

  @Test
  void whatIsNoHashIsRefused() {
    assertThatThrownBy(() -> TextHash.ofHexadecimal("abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 hexadecimal digits");
  }
}
