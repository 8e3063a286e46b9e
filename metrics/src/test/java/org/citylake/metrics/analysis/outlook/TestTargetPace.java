package org.citylake.metrics.analysis.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.citylake.metrics.analysis.ValidRange;
import org.citylake.metrics.analysis.outlook.TargetPace.Outlook;
import org.citylake.metrics.analysis.outlook.TargetPace.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TestTargetPace {
  private static final ValidRange SHARE = new ValidRange(0.0, 100.0);

  @Test
  void aPaceThatFallsShortIsToldInPointsAYear() {
    TargetPace pace =
        TargetPace.of(
            new Target(90.0, ">=", "higher", 2020),
            new TreeMap<>(Map.of(2010, 20.0, 2011, 73.3, 2016, 77.6)),
            SHARE);

    assertThat(pace.outlook()).isEqualTo(Outlook.WILL_MISS);
    assertThat(pace.gap()).isEqualTo(12.4);
    assertThat(pace.paceNeeded()).isEqualTo(3.1);
    assertThat(pace.paceMade()).isEqualTo(0.86);
    assertThat(pace.expected()).isEqualTo(81.04);
    assertThat(pace.expectedLow()).isNull();
    assertThat(text(pace, "2020", "%", "percent", "binding"))
        .isEqualTo(
            new OutlookText(
                "每年需提高3.1个百分点，目前每年0.86，预计2020年不能完成（约束性）",
                "needs 3.1 points a year, makes 0.86: will miss 2020 (binding)"));
  }

  @Test
  void aPaceThatSufficesIsOnTrackAndHasAnInterval() {
    TargetPace pace =
        TargetPace.of(
            new Target(90.0, ">=", "higher", 2018),
            new TreeMap<>(Map.of(2012, 70.0, 2013, 74.0, 2014, 79.0, 2015, 82.0, 2016, 86.0)),
            SHARE);

    assertThat(pace.reason()).isEqualTo(Reason.PACE_SUFFICES);
    assertThat(pace.expected()).isEqualTo(94);
    assertThat(pace.expectedLow()).isBetween(90.0, 94.0);
    assertThat(pace.expectedHigh()).isBetween(94.0, 100.0);
    assertThat(text(pace, "2018", "%", "percent", null).en())
        .isEqualTo("needs 2 points a year, makes 4: on track for 2018");
  }

  @Test
  void whereLowerIsBetterThePaceHasToFall() {
    Map<Integer, Double> figures = Map.of(2014, 52.0, 2015, 53.0);
    TargetPace pace =
        TargetPace.of(
            new Target(42.0, null, "lower", 2020), new TreeMap<>(figures), ValidRange.UNBOUNDED);

    assertThat(pace.outlook()).isEqualTo(Outlook.WILL_MISS);
    assertThat(text(pace, "2020", "微克/立方米", "ug/m3", "expected"))
        .isEqualTo(
            new OutlookText(
                "每年需降低2.2微克/立方米，目前每年1，预计2020年不能完成（预期性）",
                "needs -2.2 ug/m3 a year, makes 1: will miss 2020 (expected)"));
  }

  @Test
  void oneFigureHasAGapAndNoPace() {
    TargetPace pace =
        TargetPace.of(
            new Target(90.0, null, "higher", 2018), new TreeMap<>(Map.of(2016, 84.0)), SHARE);

    assertThat(pace)
        .isEqualTo(
            new TargetPace(Outlook.UNKNOWN, Reason.ONE_FIGURE, 6.0, 3.0, null, null, null, null));
  }

  @Test
  void aTargetThatIsMetOrOverdueSaysSo() {
    TreeMap<Integer, Double> figures = new TreeMap<>(Map.of(2015, 80.0));

    assertThat(TargetPace.of(new Target(80.0, ">=", null, 2015), figures, SHARE).reason())
        .isEqualTo(Reason.MET);
    assertThat(TargetPace.of(new Target(80.0, ">", null, 2015), figures, SHARE).outlook())
        .isEqualTo(Outlook.WILL_MISS);
    TargetPace overdue = TargetPace.of(new Target(95.0, "=", "higher", 2015), figures, SHARE);
    assertThat(overdue.reason()).isEqualTo(Reason.OVERDUE);
    assertThat(text(overdue, "2011/2015", "%", "percent", null))
        .isEqualTo(
            new OutlookText("应于2011/2015完成，尚差15个百分点", "was due 2011/2015, missed by 15 points"));
  }

  @Test
  void whatIsMissingIsNamed() {
    TreeMap<Integer, Double> figures = new TreeMap<>(Map.of(2015, 80.0));

    assertThat(TargetPace.of(new Target(null, null, "higher", 2020), figures, SHARE).reason())
        .isEqualTo(Reason.NO_NUMBER);
    assertThat(
            TargetPace.of(new Target(9.0, null, "higher", 2020), new TreeMap<>(), SHARE).reason())
        .isEqualTo(Reason.NO_FIGURE);
    assertThat(TargetPace.of(new Target(9.0, null, "neutral", 2020), figures, SHARE).reason())
        .isEqualTo(Reason.NO_DIRECTION);
  }

  @Test
  void theExpectedFigureStaysWithinWhatIsPossible() {
    TargetPace pace =
        TargetPace.of(
            new Target(100.0, ">=", "higher", 2025),
            new TreeMap<>(Map.of(2015, 80.0, 2016, 90.0)),
            SHARE);

    assertThat(pace.expected()).isEqualTo(100);
    assertThat(pace.outlook()).isEqualTo(Outlook.ON_TRACK);
  }

  private static OutlookText text(
      TargetPace pace, String due, String unitZh, String unitEn, @Nullable String binding) {
    return OutlookText.of(pace, due, unitZh, unitEn, binding);
  }
}
