package org.citylake.cli.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.RobustnessDeclaration.Factor;
import org.citylake.metrics.index.robustness.FactorSensitivity;
import org.citylake.metrics.index.robustness.FailedDraws;
import org.citylake.metrics.index.robustness.RobustnessAnalysis;
import org.citylake.metrics.index.robustness.SensitivityResult;
import org.citylake.metrics.index.robustness.UncertaintyResult;
import org.citylake.metrics.index.robustness.UnitUncertainty;

/** The files of a robustness analysis, and what its report says. */
final class RobustnessReport {
  private RobustnessReport() {}

  static void ranks(ResultFolder folder, UncertaintyResult result) {
    folder.csv(
        "ranks.csv",
        List.of(
            "unit",
            "period",
            "nominal_rank",
            "rank_mean",
            "rank_median",
            "rank_q05",
            "rank_q95",
            "score_nominal",
            "score_mean",
            "score_q05",
            "score_q95",
            "draws"),
        result.units().stream().map(RobustnessReport::line));
  }

  private static List<String> line(UnitUncertainty unit) {
    return List.of(
        unit.unit(),
        unit.period(),
        ResultFolder.number(unit.nominalRank()),
        ResultFolder.number(unit.rankMean()),
        ResultFolder.number(unit.rankMedian()),
        ResultFolder.number(unit.rankLow()),
        ResultFolder.number(unit.rankHigh()),
        ResultFolder.number(unit.nominalScore()),
        ResultFolder.number(unit.scoreMean()),
        ResultFolder.number(unit.scoreLow()),
        ResultFolder.number(unit.scoreHigh()),
        Integer.toString(unit.draws()));
  }

  static void sensitivity(ResultFolder folder, SensitivityResult result) {
    folder.csv(
        "sensitivity.csv",
        List.of(
            "factor",
            "first_order",
            "first_order_low",
            "first_order_high",
            "total",
            "total_low",
            "total_high"),
        result.factors().stream().map(RobustnessReport::line));
  }

  private static List<String> line(FactorSensitivity factor) {
    return List.of(
        factor.factor(),
        Double.toString(factor.first()),
        Double.toString(factor.firstLow()),
        Double.toString(factor.firstHigh()),
        Double.toString(factor.total()),
        Double.toString(factor.totalLow()),
        Double.toString(factor.totalHigh()));
  }

  static List<Map<String, Object>> factors(RobustnessAnalysis analysis) {
    List<Map<String, Object>> factors = new ArrayList<>();
    for (Factor factor : analysis.declaration().factors()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", factor.name());
      factor.at().ifPresent(at -> object.put("at", at));
      if (!factor.values().isEmpty()) {
        object.put("values", factor.values());
      }
      factor.low().ifPresent(low -> object.put("low", low));
      factor.high().ifPresent(high -> object.put("high", high));
      factor.weightNoise().ifPresent(noise -> object.put("weight_noise", noise));
      if (!factor.levels().isEmpty()) {
        object.put("levels", factor.levels());
      }
      factors.add(object);
    }
    return factors;
  }

  static List<Map<String, Object>> failures(List<FailedDraws> failures) {
    return failures.stream()
        .map(
            f ->
                Map.<String, Object>of(
                    "rule", f.rule(), "draws", f.draws(), "example", f.example()))
        .toList();
  }

  static Map<String, Object> uncertainty(UncertaintyResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("draws", result.draws());
    object.put("failed", result.failed());
    object.put("failures", failures(result.failures()));
    object.put(
        "partly_scored",
        result.units().stream()
            .filter(u -> u.draws() < result.draws() - result.failed())
            .map(u -> Map.of("unit", u.unit(), "period", u.period(), "draws", u.draws()))
            .toList());
    return object;
  }

  static Map<String, Object> sensitivity(SensitivityResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("output", "mean absolute change of rank");
    object.put("base", result.base());
    object.put("base_used", result.used());
    object.put("runs", result.runs());
    object.put("mean_rank_change", result.meanRankChange());
    object.put("failed", result.failed());
    object.put("failures", failures(result.failures()));
    return object;
  }
}
