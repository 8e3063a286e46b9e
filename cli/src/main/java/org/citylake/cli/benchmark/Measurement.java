package org.citylake.cli.benchmark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One measurement.
 *
 * @param name its key in recorded results
 * @param what what was done, for people
 * @param count how often
 * @param seconds how long all of it took
 * @param cpuSeconds what it took of all processors together; beside other programs the measure that
 *     changes least
 * @param aim the most seconds that it may take, where there is an aim
 * @param scoring seconds of one scoring of the same panel in the same run, to compare with on any
 *     machine; empty where there is none
 */
record Measurement(
    String name,
    String what,
    int count,
    double seconds,
    double cpuSeconds,
    OptionalDouble aim,
    OptionalDouble scoring) {

  /** What has gone on since the watch was started. */
  static Measurement of(String name, String what, int count, Stopwatch watch) {
    return of(name, what, count, watch.seconds(), watch.cpuSeconds());
  }

  static Measurement of(String name, String what, int count, double seconds, double cpuSeconds) {
    return new Measurement(
        name, what, count, seconds, cpuSeconds, OptionalDouble.empty(), OptionalDouble.empty());
  }

  Measurement aim(OptionalDouble most) {
    return new Measurement(name, what, count, seconds, cpuSeconds, most, scoring);
  }

  Measurement against(Measurement one) {
    return new Measurement(
        name, what, count, seconds, cpuSeconds, aim, OptionalDouble.of(one.each()));
  }

  /** Seconds of one. */
  double each() {
    return seconds / count;
  }

  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", name);
    object.put("what", what);
    object.put("count", count);
    object.put("seconds", round(seconds));
    object.put("cpu_seconds", round(cpuSeconds));
    object.put("per_second", round(count / seconds));
    aim.ifPresent(
        most -> {
          object.put("aim_seconds", most);
          object.put("ratio_to_aim", round(seconds / most));
          object.put("aim_met", seconds <= most);
        });
    scoring.ifPresent(one -> object.put("ratio_to_scoring", round(each() / one)));
    return object;
  }

  String line() {
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-45s %,9.3f s, cpu %,9.3f s %,10.1f/s",
                what,
                seconds,
                cpuSeconds,
                count / seconds));
    scoring.ifPresent(
        one -> line.append(String.format(Locale.ROOT, "  %.3f of a scoring", each() / one)));
    aim.ifPresent(
        most ->
            line.append(
                String.format(
                    Locale.ROOT,
                    "  aim %.1f s, ratio %.2f, %s",
                    most,
                    seconds / most,
                    seconds <= most ? "met" : "MISSED")));
    return line.toString();
  }

  /** To four significant digits. */
  static double round(double value) {
    return value == 0 || !Double.isFinite(value)
        ? value
        : new java.math.BigDecimal(value).round(new java.math.MathContext(4)).doubleValue();
  }
}
