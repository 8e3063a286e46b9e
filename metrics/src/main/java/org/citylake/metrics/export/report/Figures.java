package org.citylake.metrics.export.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.citylake.metrics.export.figure.FigureNode;
import org.citylake.metrics.export.figure.IndexFigures;
import org.citylake.metrics.export.figure.NodeFigure;
import org.citylake.metrics.export.figure.TraceFigure;
import org.jspecify.annotations.Nullable;

/** Figures as the report shows them. */
final class Figures {
  static final String NONE = "–";
  private static final int LONGEST_LIST = 5;

  private Figures() {}

  /** A score with two digits after the point. */
  static String score(OptionalDouble score) {
    return score.isPresent() ? String.format(Locale.ROOT, "%.2f", score.getAsDouble()) : NONE;
  }

  /** A share as a percentage with one digit after the point. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }

  /** A value in its own unit: at most that many digits after the point. */
  static String value(OptionalDouble value, int decimals) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "f", value.getAsDouble())
        : NONE;
  }

  static OptionalDouble score(IndexFigures figures, String unit, String node) {
    return optional(figures.find(unit, node).map(NodeFigure::score).orElse(null));
  }

  static OptionalDouble stage(IndexFigures figures, String unit, String node, String stage) {
    return optional(figures.find(unit, node, stage).map(TraceFigure::value).orElse(null));
  }

  static String rank(Optional<NodeFigure> figure) {
    Integer rank = figure.map(NodeFigure::rank).orElse(null);
    return rank == null ? NONE : rank.toString();
  }

  /** The units by score of a node, best first; those without one last. */
  static List<String> ordered(IndexFigures figures, List<String> units, String node) {
    List<String> ordered = new ArrayList<>(units);
    ordered.sort(
        Comparator.comparingDouble(
            (String u) -> -score(figures, u, node).orElse(Double.NEGATIVE_INFINITY)));
    return ordered;
  }

  /** The greatest score of a node, for the length of bars; at least 1. */
  static double greatest(IndexFigures figures, String node) {
    return figures.units().stream()
        .mapToDouble(u -> score(figures, u, node).orElse(0))
        .max()
        .stream()
        .map(m -> Math.max(1, m))
        .findFirst()
        .orElse(1);
  }

  /**
   * The share of an index's weight by where the unit's values come from: reported, computed,
   * imputed, synthetic, missing. An indicator that cannot be scored counts as missing.
   */
  static Map<String, Double> quality(IndexFigures figures, String unit) {
    Map<String, Double> shares = new HashMap<>();
    for (FigureNode leaf : figures.leaves()) {
      boolean scored = stage(figures, unit, leaf.code(), "normalised").isPresent();
      shares.merge(
          scored ? origin(figures, unit, leaf.code()) : "missing", leaf.weight(), Double::sum);
    }
    return shares;
  }

  /**
   * Where an indicator's value comes from: reported, computed, imputed (estimated and filled in by
   * its owner too), synthetic, or missing.
   */
  static String origin(IndexFigures figures, String unit, String code) {
    boolean imputed =
        figures.find(unit, code, "imputed").filter(t -> t.status().equals("imputed")).isPresent();
    String raw = figures.find(unit, code, "raw").map(TraceFigure::status).orElse("missing");
    return imputed
        ? "imputed"
        : switch (raw) {
          case "estimated", "municipal_fill" -> "imputed";
          case "reported", "computed", "imputed", "synthetic" -> raw;
          default -> "missing";
        };
  }

  /** Whether any unit has a total score. */
  static boolean scored(IndexFigures figures) {
    return figures.units().stream()
        .anyMatch(unit -> score(figures, unit, figures.root().code()).isPresent());
  }

  /** Whether the unit has a value of any indicator. */
  static boolean valued(IndexFigures figures, String unit) {
    return figures.leaves().stream()
        .anyMatch(leaf -> stage(figures, unit, leaf.code(), "raw").isPresent());
  }

  /** A reason in which long lists of codes are counted, such as {@code no-value: 54 indicators}. */
  static String reason(String reason) {
    List<String> parts = new ArrayList<>();
    for (String part : reason.split("; ")) {
      int colon = part.indexOf(": ");
      int codes = part.split(", ").length;
      parts.add(
          colon > 0 && codes > LONGEST_LIST
              ? part.substring(0, colon) + ": " + codes + " indicators"
              : part);
    }
    return String.join("; ", parts);
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
