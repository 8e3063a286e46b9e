package org.citylake.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestShownText {
  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(ShownText.of("静安 = 1,5")).isEqualTo("静安 = 1,5");
  }

  @Test
  void controlCharactersAreWrittenOut() {
    assertThat(ShownText.of("a\u001b[2J\nb\u202e")).isEqualTo("a\\u001b[2J\\u000ab\\u202e");
  }

  @Test
  void longTextIsCutAndItsLengthTold() {
    assertThat(ShownText.of("9".repeat(300))).isEqualTo("9".repeat(200) + "... of 300 characters");
  }
}
