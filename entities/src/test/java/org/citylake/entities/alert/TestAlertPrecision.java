package org.citylake.entities.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.declaration.AlertDeclaration;
import org.citylake.core.declaration.AlertDeclaration.Grade;
import org.citylake.core.declaration.AlertDeclaration.Level;
import org.citylake.entities.Shipped;
import org.citylake.entities.alert.AlertEmission.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the shipped rules are right on the real hours of PM2.5. The figures are printed, and
 * stand in benchmarks/README.md.
 *
 * <p>An alert of {@code pm25_heavy} is held against the greatest mean of 24 hours that ends while
 * it lasts or within a day after it began: it is fully right when that is over the hourly limit of
 * its highest level (115, 150 or 250 µg/m³), and right when it is over the breakpoint below (75,
 * 115 or 150), which is what its level foretells. Any alert is of a day over the limit when the
 * mean of its local day or of the next is over 75 µg/m³. Alerts around which too few hours are
 * known are not judged.
 */
class TestAlertPrecision {
  private static final BigDecimal DAY_LIMIT = new BigDecimal(75);
  private static final BigDecimal BAD_DAY = new BigDecimal(115);

  /** The breakpoints of HJ 633-2012 below the hourly limits of the rule's levels. */
  private static final Map<Grade, BigDecimal> FORETOLD =
      Map.of(
          Grade.YELLOW, new BigDecimal(75),
          Grade.ORANGE, new BigDecimal(115),
          Grade.RED, new BigDecimal(150));

  private record Alert(Instant opened, Grade highest, Instant ended) {
    Instant judgedUntil() {
      Instant day = opened.plus(Duration.ofDays(1));
      return ended.isAfter(day) ? ended : day;
    }
  }

  private record Count(int alerts, int judged, int right) {
    static Count of(List<Optional<Boolean>> verdicts) {
      int judged = (int) verdicts.stream().filter(Optional::isPresent).count();
      int right = (int) verdicts.stream().filter(v -> v.orElse(false)).count();
      return new Count(verdicts.size(), judged, right);
    }

    double precision() {
      return judged == 0 ? 0 : (double) right / judged;
    }
  }

  @Test
  void heavyPollutionAlertsAreMostlyRightAndMissNoBadDay() throws IOException {
    AlertDeclaration rule = rule("pm25_heavy");
    List<Optional<Boolean>> full = new ArrayList<>();
    List<Optional<Boolean>> foretold = new ArrayList<>();
    int badDays = 0;
    int found = 0;
    for (PollutionHistory history : PollutionHistory.all()) {
      List<Alert> alerts = alerts(rule, history);
      for (Alert alert : alerts) {
        Optional<BigDecimal> mean = history.greatestMean(alert.opened(), alert.judgedUntil());
        full.add(mean.map(m -> m.compareTo(limit(rule, alert.highest())) > 0));
        foretold.add(mean.map(m -> m.compareTo(FORETOLD.get(alert.highest())) > 0));
      }
      List<LocalDate> bad =
          history.days().entrySet().stream()
              .filter(d -> d.getValue().compareTo(BAD_DAY) > 0)
              .map(Map.Entry::getKey)
              .toList();
      badDays += bad.size();
      found += (int) bad.stream().filter(d -> open(alerts, d)).count();
    }
    System.out.printf(
        Locale.ROOT,
        "pm25_heavy: right %s %.3f, fully right %.3f; of %d days over 115 alerted %d%n",
        Count.of(foretold),
        Count.of(foretold).precision(),
        Count.of(full).precision(),
        badDays,
        found);
    assertThat(Count.of(foretold).precision()).isGreaterThan(0.7);
    assertThat(found).isEqualTo(badDays);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pm25_heavy", "pm25_rising_fast", "pm25_unusual"})
  void alertsAreOfDaysOverTheLimitMoreOftenThanDaysAre(String name) throws IOException {
    List<Optional<Boolean>> verdicts = new ArrayList<>();
    int days = 0;
    int over = 0;
    for (PollutionHistory history : PollutionHistory.all()) {
      NavigableMap<LocalDate, BigDecimal> means = history.days();
      for (Alert alert : alerts(rule(name), history)) {
        LocalDate day = PollutionHistory.day(alert.opened());
        verdicts.add(
            List.of(day, day.plusDays(1)).stream()
                .flatMap(d -> Optional.ofNullable(means.get(d)).stream())
                .map(mean -> mean.compareTo(DAY_LIMIT) > 0)
                .reduce(Boolean::logicalOr));
      }
      for (LocalDate day : means.keySet()) {
        BigDecimal next = means.getOrDefault(day.plusDays(1), BigDecimal.ZERO);
        days++;
        over += means.get(day).max(next).compareTo(DAY_LIMIT) > 0 ? 1 : 0;
      }
    }
    Count count = Count.of(verdicts);
    System.out.printf(
        Locale.ROOT,
        "%s: %s of days over 75 %.3f; any day %.3f of %d%n",
        name,
        count,
        count.precision(),
        (double) over / days,
        days);
    assertThat(count.precision()).isGreaterThan((double) over / days);
  }

  private static AlertDeclaration rule(String name) {
    return Shipped.LIBRARY.alerts().stream()
        .filter(r -> r.rule().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal limit(AlertDeclaration rule, Grade grade) {
    return rule.levels().stream()
        .filter(l -> l.grade() == grade)
        .map(Level::bound)
        .flatMap(b -> Optional.ofNullable(b).stream())
        .findFirst()
        .orElseThrow()
        .limit();
  }

  private static boolean open(List<Alert> alerts, LocalDate day) {
    return alerts.stream()
        .anyMatch(
            a ->
                !PollutionHistory.day(a.opened()).isAfter(day)
                    && !PollutionHistory.day(a.ended()).isBefore(day));
  }

  /** The alerts, each with its highest level; one that came back is one alert. */
  private static List<Alert> alerts(AlertDeclaration rule, PollutionHistory history) {
    NavigableMap<Instant, Alert> alerts = new TreeMap<>();
    for (AlertEmission emission : AlertRun.of(rule, history.readings())) {
      if (emission.kind() != Kind.ESCALATED) {
        Alert now = new Alert(emission.opened(), emission.grade(), emission.at());
        alerts.merge(
            emission.opened(),
            now,
            (a, b) ->
                new Alert(
                    a.opened(),
                    a.highest().compareTo(b.highest()) >= 0 ? a.highest() : b.highest(),
                    b.ended()));
      }
    }
    return List.copyOf(alerts.values());
  }
}
