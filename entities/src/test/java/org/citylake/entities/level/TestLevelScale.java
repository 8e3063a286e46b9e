package org.citylake.entities.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citylake.core.codelist.Codelist;
import org.citylake.entities.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestLevelScale {
  private static final LocalDate DAY = LocalDate.of(2016, 7, 20);
  private final Codelist codelist = Shipped.codelist(LevelScale.CODELIST);

  @Test
  void aLevelIsEnteredAtOneValueAndLeftAtAnother() {
    LevelScale crowd = LevelScale.load(codelist, "crowd_density", DAY);
    assertThat(levels(crowd, "0.5", "1.1", "0.9", "0.8", "2.6", "2.3", "2.2", "9", "0"))
        .containsExactly(0, 1, 1, 0, 2, 2, 1, 3, 0);
    assertThat(crowd.find(2).orElseThrow().nameZh()).isEqualTo("拥挤");
    assertThat(crowd.find(0)).isEmpty();
  }

  @Test
  void lowPressureIsBad() {
    LevelScale gas = LevelScale.load(codelist, "gas_pressure_low", DAY);
    assertThat(levels(gas, "2", "1.4", "1.55", "1.6", "0.9", "1.1", "1.2", "3"))
        .containsExactly(0, 1, 1, 0, 2, 2, 1, 0);
  }

  @Test
  void waterIsJudgedByItsHeightOverTheWarningLevel() {
    LevelScale water = LevelScale.load(codelist, "water_over_warning", DAY);
    assertThat(levels(water, "-0.3", "0.01", "-0.04", "-0.05", "1.2"))
        .containsExactly(0, 1, 1, 0, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crowd_density",
        "crowd_load",
        "parking_occupancy",
        "water_over_warning",
        "gas_pressure_low",
        "water_pressure_low",
        "drain_filling"
      })
  void theFurtherOutTheHigherTheLevel(String scale) {
    LevelScale levels = LevelScale.load(codelist, scale, DAY);
    for (LevelScale.Level level : levels.levels()) {
      BigDecimal limit = level.bound().limit();
      BigDecimal step = new BigDecimal("0.001");
      boolean above = level.bound().crossed(limit.add(step));
      assertThat(levels.step(0, above ? limit.add(step) : limit.subtract(step)))
          .isEqualTo(level.order());
      assertThat(levels.step(0, limit)).isEqualTo(level.order() - 1);
    }
  }

  @Test
  void aScaleThatIsNotDeclaredIsRefused() {
    assertThatThrownBy(() -> LevelScale.load(codelist, "crowd_denisty", DAY))
        .hasMessage(
            "Cannot find the levels of crowd_denisty on 2016-07-20: add them to the code list"
                + " level_scale");
  }

  private static List<Integer> levels(LevelScale scale, String... values) {
    List<Integer> levels = new ArrayList<>();
    int level = 0;
    for (String value : values) {
      level = scale.step(level, new BigDecimal(value));
      levels.add(level);
    }
    return levels;
  }
}
