package org.citylake.metrics.index.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.citylake.metrics.statistics.Ranks;
import org.citylake.metrics.statistics.multivariate.SimilarUnits;
import org.citylake.metrics.statistics.multivariate.SimilarUnits.Neighbour;
import org.citylake.metrics.statistics.multivariate.SimilarUnits.Scaling;

/**
 * What a unit is good and bad at, and which units are like it.
 *
 * <p>Source: COINr 1.1.14, {@code get_str_weak}; OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 8.
 *
 * @param unit the unit's code
 * @param strengths its best indicators by rank among all units, the best first
 * @param weaknesses its worst, the worst first
 * @param similar the units nearest by the indicators in the common scale, the nearest first
 */
public record UnitProfile(
    String unit, List<Standing> strengths, List<Standing> weaknesses, List<Similar> similar) {
  public UnitProfile {
    strengths = List.copyOf(strengths);
    weaknesses = List.copyOf(weaknesses);
    similar = List.copyOf(similar);
  }

  /** By what units are ranked in an indicator. */
  public enum Basis {
    /** The values as the panel has them, better first; COINr's default. */
    PANEL,
    /** The values in the common scale: divided, treated, as the index counts them. */
    COMMON_SCALE
  }

  /**
   * How a unit stands in an indicator.
   *
   * @param indicator its code
   * @param parent code of the node above
   * @param rank among all units that have a value, 1 is best, ties share the lower number
   * @param value as the panel has it, in the indicator's unit; an indicator of which the panel has
   *     none is no strength and no weakness
   * @param unitOfMeasure unit of the value, possibly empty
   */
  public record Standing(
      String indicator, String parent, int rank, double value, String unitOfMeasure) {}

  /**
   * A unit that is like another.
   *
   * @param unit its code
   * @param distance Euclidean distance in the common scale, scaled up for missing indicators
   * @param shared how many indicators both have
   */
  public record Similar(String unit, double distance, int shared) {}

  /**
   * Of every unit.
   *
   * @param count how many strengths, weaknesses and similar units each, at least 1
   * @param basis by what strengths and weaknesses are found
   */
  public static List<UnitProfile> of(AuditedPeriod period, int count, Basis basis) {
    List<TreeNode> leaves = period.tree().leaves();
    List<double[]> ranks = leaves.stream().map(leaf -> ranks(period, leaf, basis)).toList();
    double[][] values = period.values(leaves);
    boolean[][] present = period.present(leaves);
    List<UnitProfile> profiles = new ArrayList<>();
    for (int unit = 0; unit < period.units(); unit++) {
      List<Standing> standings = standings(period, ranks, unit);
      List<Standing> best = new ArrayList<>(standings);
      best.sort(Comparator.comparingInt(Standing::rank));
      List<Standing> worst = new ArrayList<>(standings);
      worst.sort(Comparator.comparingInt(Standing::rank).reversed());
      profiles.add(
          new UnitProfile(
              period.unit(unit),
              best.subList(0, Math.min(count, best.size())),
              worst.subList(0, Math.min(count, worst.size())),
              SimilarUnits.nearest(values, present, unit, count, Scaling.NONE).stream()
                  .map(neighbour -> similar(period, neighbour))
                  .toList()));
    }
    return profiles;
  }

  private static double[] ranks(AuditedPeriod period, TreeNode leaf, Basis basis) {
    AuditedPeriod.Variable variable =
        switch (basis) {
          case PANEL -> period.raw(leaf);
          case COMMON_SCALE -> period.scores(leaf);
        };
    boolean lowerFirst =
        basis == Basis.PANEL
            && leaf.declared()
                    .measure()
                    .direction()
                    .orElse(
                        period
                            .result()
                            .panel()
                            .directions()
                            .getOrDefault(leaf.code(), Direction.HIGHER))
                == Direction.LOWER;
    return lowerFirst
        ? Ranks.ascending(variable.values(), variable.present(), Ranks.Ties.MINIMUM)
        : Ranks.descending(variable.values(), variable.present(), Ranks.Ties.MINIMUM);
  }

  private static Similar similar(AuditedPeriod period, Neighbour neighbour) {
    return new Similar(period.unit(neighbour.unit()), neighbour.distance(), neighbour.shared());
  }

  private static List<Standing> standings(AuditedPeriod period, List<double[]> ranks, int unit) {
    List<Standing> standings = new ArrayList<>();
    for (TreeNode leaf : period.tree().leaves()) {
      AuditedPeriod.Variable raw = period.raw(leaf);
      double rank = ranks.get(leaf.leaf())[unit];
      if (raw.present()[unit] && rank > 0) {
        standings.add(
            new Standing(
                leaf.code(),
                leaf.declared().parent().orElse(""),
                (int) rank,
                raw.values()[unit],
                leaf.declared().measure().unit()));
      }
    }
    return standings;
  }
}
