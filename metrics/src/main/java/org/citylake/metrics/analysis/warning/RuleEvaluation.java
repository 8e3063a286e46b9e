package org.citylake.metrics.analysis.warning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.citylake.core.declaration.WarningDeclaration;
import org.citylake.core.declaration.WarningDeclaration.Late;
import org.citylake.core.declaration.WarningDeclaration.Plan;
import org.citylake.core.json.ContentHash;
import org.citylake.metrics.analysis.Digits;
import org.citylake.metrics.analysis.Frequency;
import org.citylake.metrics.analysis.Series;
import org.citylake.metrics.analysis.outlook.TargetPace.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds the warnings that are in force at the newest period. What "now" is, is read off the data: a
 * series that ends before the newest value of its indicator in any area warns of nothing but being
 * late, so an old alarm never looks new. The same data give the same warnings.
 */
public final class RuleEvaluation {
  private static final int ID_LENGTH = 16;

  private final List<WatchedSeries> series;
  private final List<WatchedTarget> targets;
  private final Map<Frequency, Long> newest = new EnumMap<>(Frequency.class);
  private final Map<String, Long> newestOf = new HashMap<>();

  /** An evaluation over all series and targets there are. */
  public RuleEvaluation(List<WatchedSeries> series, List<WatchedTarget> targets) {
    this.series = List.copyOf(series);
    this.targets = List.copyOf(targets);
    for (WatchedSeries watched : series) {
      long end = watched.analysis().series().end();
      newest.merge(watched.analysis().series().frequency(), end, Math::max);
      newestOf.merge(watched.indicator(), end, Math::max);
    }
  }

  /** The rule's warnings, in the order of the series and targets. */
  public List<Warning> warnings(WarningDeclaration rule) {
    List<Warning> warnings = new ArrayList<>();
    if (rule.condition() instanceof Plan) {
      targets.stream()
          .filter(t -> rule.indicators().contains(t.indicator()) && rule.watches(t.area()))
          .filter(t -> t.pace().reason() == Reason.PACE_FALLS_SHORT)
          .forEach(t -> warnings.add(ofTarget(rule, t)));
      return warnings;
    }
    for (WatchedSeries watched : series) {
      if (rule.indicators().contains(watched.indicator()) && rule.watches(watched.area())) {
        Optional<Warning> warning =
            rule.condition() instanceof Late late
                ? late(rule, watched, late)
                : inForce(rule, watched);
        warning.ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private static Warning ofTarget(WarningDeclaration rule, WatchedTarget target) {
    return new Warning(
        id(rule, target.indicator(), target.area(), target.key()),
        rule.rule(),
        level(rule),
        target.indicator(),
        target.area(),
        target.duePeriod(),
        target.actual(),
        target.number(),
        null,
        target.actualPeriod(),
        false);
  }

  private Optional<Warning> late(WarningDeclaration rule, WatchedSeries watched, Late late) {
    Series values = watched.analysis().series();
    long behind = newest.getOrDefault(values.frequency(), values.end()) - values.end();
    String missing = values.period(values.length());
    return behind < late.behind()
        ? Optional.empty()
        : Optional.of(ofSeries(rule, watched, missing, null, null, null, missing));
  }

  private Optional<Warning> inForce(WarningDeclaration rule, WatchedSeries watched) {
    Series values = watched.analysis().series();
    if (newestOf.getOrDefault(watched.indicator(), values.end()) > values.end()) {
      return Optional.empty();
    }
    SeriesCondition condition = new SeriesCondition(rule.condition(), watched.analysis());
    int since = -1;
    int run = 0;
    for (int place = 0; place < values.length(); place++) {
      if (!values.observed(place)) {
        continue;
      }
      boolean holds = run >= rule.periods() ? condition.goesOn(place) : condition.starts(place);
      since = holds && run == 0 ? place : since;
      run = holds ? run + 1 : 0;
    }
    if (run < rule.periods()) {
      return Optional.empty();
    }
    int last = values.last();
    OptionalDouble change = condition.change(last);
    return Optional.of(
        ofSeries(
            rule,
            watched,
            values.period(last),
            values.value(last),
            condition.threshold(),
            change.isPresent() ? Digits.significant(change.getAsDouble()) : null,
            values.period(since)));
  }

  private static Warning ofSeries(
      WarningDeclaration rule,
      WatchedSeries watched,
      String period,
      @Nullable Double value,
      @Nullable Double threshold,
      @Nullable Double change,
      String since) {
    return new Warning(
        id(rule, watched.indicator(), watched.area(), since),
        rule.rule(),
        level(rule),
        watched.indicator(),
        watched.area(),
        period,
        value,
        threshold,
        change,
        since,
        watched.synthetic());
  }

  private static String id(WarningDeclaration rule, String indicator, String area, String start) {
    return ContentHash.of(String.join("\n", rule.rule(), indicator, area, start))
        .substring(0, ID_LENGTH);
  }

  private static String level(WarningDeclaration rule) {
    return rule.level().name().toLowerCase(Locale.ROOT);
  }
}
