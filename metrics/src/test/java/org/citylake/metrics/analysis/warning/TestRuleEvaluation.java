package org.citylake.metrics.analysis.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.citylake.core.declaration.WarningDeclaration;
import org.citylake.core.declaration.WarningDeclaration.Anomaly;
import org.citylake.core.declaration.WarningDeclaration.AreaKind;
import org.citylake.core.declaration.WarningDeclaration.Bound;
import org.citylake.core.declaration.WarningDeclaration.Change;
import org.citylake.core.declaration.WarningDeclaration.Condition;
import org.citylake.core.declaration.WarningDeclaration.Late;
import org.citylake.core.declaration.WarningDeclaration.Level;
import org.citylake.core.declaration.WarningDeclaration.Plan;
import org.citylake.core.declaration.WarningDeclaration.Side;
import org.citylake.core.declaration.WarningDeclaration.Threshold;
import org.citylake.metrics.analysis.Examples;
import org.citylake.metrics.analysis.Frequency;
import org.citylake.metrics.analysis.SeriesAnalysis;
import org.citylake.metrics.analysis.ValidRange;
import org.citylake.metrics.analysis.outlook.Target;
import org.citylake.metrics.analysis.outlook.TargetPace;
import org.junit.jupiter.api.Test;

class TestRuleEvaluation {

  @Test
  void aValueBeyondTheLimitWarnsSinceItCrossedIt() {
    assertThat(texts(over(10, 10, 1), daily("310101", 3, 11, 12, 13)))
        .containsExactly("310101 2001-01-04 13.0 since 2001-01-02");
    assertThat(texts(over(10, 10, 1), daily("310101", 11, 12, 10))).isEmpty();
  }

  @Test
  void aWarningEndsOnlyBelowItsClearMark() {
    assertThat(texts(over(10, 8, 1), daily("310101", 11, 9, 9)))
        .containsExactly("310101 2001-01-03 9.0 since 2001-01-01");
    assertThat(texts(over(10, 8, 1), daily("310101", 11, 8, 9))).isEmpty();
  }

  @Test
  void aValueHasToStayBeyondForAsManyPeriodsAsTheRuleSays() {
    assertThat(texts(over(10, 10, 3), daily("310101", 11, 9, 11, 11))).isEmpty();
    assertThat(texts(over(10, 10, 3), daily("310101", 9, 11, 11, 11)))
        .containsExactly("310101 2001-01-04 11.0 since 2001-01-02");
  }

  @Test
  void theWarningKeepsItsIdWhileItStaysInForce() {
    Warning today = warnings(over(10, 10, 1), daily("310101", 9, 11)).get(0);
    Warning tomorrow = warnings(over(10, 10, 1), daily("310101", 9, 11, 15)).get(0);
    Warning again = warnings(over(10, 10, 1), daily("310101", 9, 11, 9, 15)).get(0);

    assertThat(today.id()).isEqualTo(tomorrow.id()).isNotEqualTo(again.id()).hasSize(16);
  }

  @Test
  void aRuleWatchesItsKindsOfAreasAlone() {
    Threshold high = new Threshold(new Bound(Side.ABOVE, 10, 10));
    WatchedSeries[] all = {daily("310000", 11), daily("310101", 12), daily("310101013", 13)};

    assertThat(texts(rule(high, 1, Set.of(AreaKind.CITY, AreaKind.DISTRICT)), all))
        .containsExactly(
            "310000 2001-01-01 11.0 since 2001-01-01", "310101 2001-01-01 12.0 since 2001-01-01");
    assertThat(texts(rule(high, 1, Set.of(AreaKind.SUBDISTRICT)), all))
        .containsExactly("310101013 2001-01-01 13.0 since 2001-01-01");
  }

  @Test
  void aSeriesThatEndedEarlierIsLateAndWarnsOfNothingElse() {
    WatchedSeries ended = daily("310101", 11, 11);
    WatchedSeries current = daily("310104", 1, 1, 1, 1);

    assertThat(texts(over(10, 10, 1), ended, current)).isEmpty();
    assertThat(texts(rule(new Late(2), 1), ended, current))
        .containsExactly("310101 2001-01-03 null since 2001-01-03");
    assertThat(texts(rule(new Late(3), 1), ended, current)).isEmpty();
  }

  @Test
  void aChangeIsHeldAgainstTheSameWeekday() {
    Change rise = new Change(true, true, new Bound(Side.ABOVE, 50, 50));

    List<Warning> warnings = warnings(rule(rise, 1), daily("310101", 10, 1, 1, 1, 1, 1, 1, 16));

    assertThat(warnings).singleElement().satisfies(w -> assertThat(w.change()).isEqualTo(60));
    assertThat(texts(rule(rise, 1), daily("310101", 10, 1, 1, 1, 1, 1, 1, 15))).isEmpty();
    assertThat(texts(rule(rise, 1), daily("310101", 0, 1, 1, 1, 1, 1, 1, 15))).isEmpty();
  }

  @Test
  void onlyTheBadSideOfAnAnomalyWarns() {
    IntToDoubleFunction jump = i -> 20 + Examples.noise(i) + (i == 59 ? 40 : 0);

    assertThat(texts(rule(new Anomaly(Side.ABOVE), 1), daily("310101", 60, jump)))
        .singleElement()
        .asString()
        .startsWith("310101 2001-03-01");
    assertThat(texts(rule(new Anomaly(null), 1), daily("310101", 60, jump))).hasSize(1);
    assertThat(texts(rule(new Anomaly(Side.BELOW), 1), daily("310101", 60, jump))).isEmpty();
  }

  @Test
  void aTargetThatWillBeMissedWarns() {
    TreeMap<Integer, Double> figures = new TreeMap<>(Map.of(2014, 10.0, 2015, 11.0));
    TargetPace pace =
        TargetPace.of(new Target(50.0, ">=", "higher", 2020), figures, ValidRange.UNBOUNDED);
    WatchedTarget target =
        new WatchedTarget("plan/1", "figure", "310101", "2020", "2015", 11, 50, pace);

    assertThat(new RuleEvaluation(List.of(), List.of(target)).warnings(rule(new Plan(), 1)))
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.period()).isEqualTo("2020");
              assertThat(w.since()).isEqualTo("2015");
              assertThat(w.threshold()).isEqualTo(50);
            });
  }

  private static WarningDeclaration over(double limit, double clear, int periods) {
    return rule(new Threshold(new Bound(Side.ABOVE, limit, clear)), periods);
  }

  private static WarningDeclaration rule(Condition condition, int periods) {
    return rule(condition, periods, Set.of());
  }

  private static WarningDeclaration rule(Condition condition, int periods, Set<AreaKind> areas) {
    return new WarningDeclaration(
        "rule",
        "规则",
        "Rule",
        List.of("figure"),
        areas,
        Level.YELLOW,
        condition,
        periods,
        "{area}",
        "{area}",
        "owner",
        Path.of("."),
        "hash");
  }

  private static WatchedSeries daily(String area, double... values) {
    return daily(area, values.length, i -> values[i]);
  }

  private static WatchedSeries daily(String area, int length, IntToDoubleFunction value) {
    return new WatchedSeries(
        "figure",
        area,
        SeriesAnalysis.of(Examples.series(Frequency.DAILY, length, value), ValidRange.UNBOUNDED),
        false);
  }

  private static List<Warning> warnings(WarningDeclaration rule, WatchedSeries... series) {
    return new RuleEvaluation(List.of(series), List.of()).warnings(rule);
  }

  private static List<String> texts(WarningDeclaration rule, WatchedSeries... series) {
    return warnings(rule, series).stream()
        .map(w -> w.area() + " " + w.period() + " " + w.value() + " since " + w.since())
        .toList();
  }
}
