package org.citylake.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestRefArea {
  @Test
  void aCodeHasSixDigitsAndBeginsWithAProvince() {
    assertThat(RefArea.find("310115")).contains(new RefArea("310115"));
    assertThat(new RefArea("310115").province()).isEqualTo(RefArea.CITY);
    assertThat(RefArea.valid("310230")).isTrue();
    assertThat(RefArea.valid("31011")).isFalse();
    assertThat(RefArea.valid("990101")).isFalse();
    assertThat(RefArea.valid("310015")).isFalse();
    assertThat(RefArea.valid("３10115")).isFalse();
  }

  @Test
  void whatIsNoCodeIsRefused() {
    assertThatThrownBy(() -> new RefArea("上海"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a GB/T 2260 code: '上海'");
  }
}
