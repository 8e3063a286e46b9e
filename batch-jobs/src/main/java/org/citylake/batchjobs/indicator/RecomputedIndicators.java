package org.citylake.batchjobs.indicator;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.FormerTables;
import org.citylake.batchjobs.spark.FormerTables.Former;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.jspecify.annotations.Nullable;

/**
 * Which indicators are computed again, and why; the others keep the rows that they have. What is
 * known of those rows, by {@code metric.indicator_state}, holds for one snapshot of the values
 * alone: when another one stands, nothing is kept.
 */
final class RecomputedIndicators {
  private final List<IndicatorDeclaration> indicators;
  private final Map<String, String> reasons = new TreeMap<>();
  private final Optional<Dataset<Row>> former;

  private RecomputedIndicators(
      List<IndicatorDeclaration> indicators, Optional<Dataset<Row>> former) {
    this.indicators = indicators;
    this.former = former;
  }

  /** Decides for some indicators. */
  static RecomputedIndicators of(
      List<IndicatorDeclaration> indicators, IndicatorInputs inputs, FormerTables tables) {
    Optional<Former> values = tables.find(IndicatorProducer.TABLE);
    RecomputedIndicators recomputed =
        new RecomputedIndicators(indicators, values.map(Former::rows));
    Map<String, Map<String, @Nullable Object>> states = new HashMap<>();
    values.ifPresent(
        v ->
            tables.find(IndicatorStateProducer.TABLE).stream()
                .flatMap(
                    s ->
                        s
                            .rows()
                            .where(col("values_snapshot").equalTo(v.snapshot()))
                            .collectAsList()
                            .stream())
                .forEach(row -> states.put(row.getAs("indicator_code"), RowCodec.map(row))));
    for (IndicatorDeclaration indicator : indicators) {
      Map<String, @Nullable Object> state = states.get(indicator.code());
      if (state == null) {
        recomputed.reasons.put(indicator.code(), "not known from a run before");
      } else if (!inputs.hash(indicator).equals(state.get("inputs_hash"))) {
        recomputed.reasons.put(indicator.code(), reason(indicator, inputs, state));
      }
    }
    return recomputed;
  }

  private static String reason(
      IndicatorDeclaration indicator, IndicatorInputs inputs, Map<String, @Nullable Object> state) {
    if (!inputs.codeVersion().equals(state.get("code_version"))) {
      return "code changed";
    }
    if (!indicator.contentHash().equals(state.get("definition_hash"))) {
      return "declaration changed";
    }
    Map<String, Long> now = inputs.snapshots(indicator);
    Map<?, ?> was = Objects.requireNonNull((Map<?, ?>) state.get("input_snapshots"));
    TreeSet<String> tables = new TreeSet<>(now.keySet());
    was.keySet().forEach(name -> tables.add(String.valueOf(name)));
    tables.removeIf(name -> Objects.equals(now.get(name), was.get(name)));
    if (!tables.isEmpty()) {
      return String.join(", ", tables) + " changed";
    }
    return indicator.method() == Method.DERIVED
        ? "an indicator that it follows from changed"
        : "declaration of a table or code list changed";
  }

  /** Those to compute. */
  List<IndicatorDeclaration> all() {
    return indicators.stream().filter(i -> reasons.containsKey(i.code())).toList();
  }

  /** The former rows of the others; empty when there are no others. */
  Optional<Dataset<Row>> kept() {
    Object[] codes =
        indicators.stream()
            .map(IndicatorDeclaration::code)
            .filter(code -> !reasons.containsKey(code))
            .toArray();
    return former
        .filter(f -> codes.length > 0)
        .map(f -> f.where(col("indicator_code").isin(codes)));
  }

  /** In a line, such as {@code 2 of 280 indicators computed, 278 kept: 2 declaration changed}. */
  String text() {
    if (former.isEmpty()) {
      return "all " + indicators.size() + " indicators computed, nothing is kept";
    }
    Map<String, Long> counts =
        reasons.values().stream()
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    String causes =
        counts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining("; "));
    return reasons.size()
        + " of "
        + indicators.size()
        + " indicators computed, "
        + (indicators.size() - reasons.size())
        + " kept"
        + (causes.isEmpty() ? "" : ": " + causes);
  }
}
