package org.citylake.cli.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citylake.metrics.index.audit.AuditedPeriod;
import org.citylake.metrics.index.audit.GroupCoherence;
import org.citylake.metrics.index.audit.GroupRank;
import org.citylake.metrics.index.audit.IndicatorStatistics;
import org.citylake.metrics.index.audit.LeaveOneOut;
import org.citylake.metrics.index.audit.NodeWeight;
import org.citylake.metrics.index.audit.PairCorrelation;
import org.citylake.metrics.index.audit.UnitAvailability;
import org.citylake.metrics.index.audit.UnitProfile;
import org.citylake.metrics.statistics.multivariate.PrincipalComponents;

/** The CSV files of an audit. */
final class AuditFiles {
  private AuditFiles() {}

  static void statistics(ResultFolder folder, List<IndicatorStatistics> statistics) {
    folder.csv(
        "statistics.csv",
        List.of(
            "indicator",
            "minimum",
            "maximum",
            "mean",
            "median",
            "standard_deviation",
            "skewness",
            "kurtosis",
            "available",
            "non_zero",
            "unique",
            "same",
            "available_share",
            "non_zero_share",
            "unique_share",
            "same_share",
            "flags"),
        statistics.stream().map(AuditFiles::line));
  }

  private static List<String> line(IndicatorStatistics s) {
    return List.of(
        s.indicator(),
        ResultFolder.number(s.minimum()),
        ResultFolder.number(s.maximum()),
        ResultFolder.number(s.mean()),
        ResultFolder.number(s.median()),
        ResultFolder.number(s.deviation()),
        ResultFolder.number(s.skewness()),
        ResultFolder.number(s.kurtosis()),
        Integer.toString(s.counts().available()),
        Integer.toString(s.counts().nonZero()),
        Integer.toString(s.counts().unique()),
        Integer.toString(s.counts().same()),
        Double.toString(s.availableShare()),
        Double.toString(s.nonZeroShare()),
        Double.toString(s.uniqueShare()),
        Double.toString(s.sameShare()),
        String.join(" ", flags(s)));
  }

  /** The flags of an indicator that are up. */
  static List<String> flags(IndicatorStatistics s) {
    List<String> flags = new ArrayList<>();
    if (s.lowAvailability()) {
      flags.add("low-availability");
    }
    if (s.lowNonZero()) {
      flags.add("many-zeros");
    }
    if (s.lowUnique()) {
      flags.add("many-same");
    }
    if (s.outliers()) {
      flags.add("outliers");
    }
    return flags;
  }

  static void availability(ResultFolder folder, List<UnitAvailability> units) {
    List<String> header =
        new ArrayList<>(List.of("unit", "missing", "zero", "availability", "non_zero"));
    units.stream().findFirst().ifPresent(unit -> header.addAll(unit.byNode().keySet()));
    folder.csv(
        "availability.csv",
        header,
        units.stream()
            .map(
                u ->
                    Stream.concat(
                            Stream.of(
                                u.unit(),
                                Integer.toString(u.missing()),
                                Integer.toString(u.zero()),
                                Double.toString(u.availability()),
                                Double.toString(u.nonZero())),
                            u.byNode().values().stream().map(String::valueOf))
                        .toList()));
  }

  static void correlations(
      ResultFolder folder, List<PairCorrelation> pairs, Function<PairCorrelation, String> flag) {
    folder.csv(
        "correlations.csv",
        List.of("kind", "first", "second", "correlation", "p_value", "pairs", "flag"),
        pairs.stream()
            .map(
                p ->
                    List.of(
                        p.kind().name().toLowerCase(java.util.Locale.ROOT),
                        p.first(),
                        p.second(),
                        p.correlation().map(c -> Double.toString(c.coefficient())).orElse(""),
                        p.correlation().map(c -> Double.toString(c.pValue())).orElse(""),
                        p.correlation().map(c -> Integer.toString(c.pairs())).orElse(""),
                        flag.apply(p))));
  }

  static void coherence(ResultFolder folder, List<GroupCoherence> groups) {
    folder.csv(
        "cronbach.csv",
        List.of("node", "level", "children", "units", "alpha", "undefined"),
        groups.stream()
            .map(
                g ->
                    List.of(
                        g.node(),
                        Integer.toString(g.level()),
                        Integer.toString(g.children().size()),
                        Integer.toString(g.units()),
                        g.alpha().map(String::valueOf).orElse(""),
                        g.undefined().getOrDefault("alpha", ""))));
    folder.csv(
        "principal_components.csv",
        List.of("node", "component", "variance", "proportion", "cumulative", "child", "loading"),
        groups.stream().flatMap(AuditFiles::components));
  }

  private static Stream<List<String>> components(GroupCoherence group) {
    List<List<String>> lines = new ArrayList<>();
    if (group.components().isPresent()) {
      PrincipalComponents found = group.components().get();
      for (int c = 0; c < found.variances().length; c++) {
        for (int j = 0; j < group.children().size(); j++) {
          lines.add(
              List.of(
                  group.node(),
                  Integer.toString(c + 1),
                  Double.toString(found.variances()[c]),
                  Double.toString(found.proportions()[c]),
                  Double.toString(found.cumulative()[c]),
                  group.children().get(j),
                  Double.toString(found.loadings()[j][c])));
        }
      }
    }
    return lines.stream();
  }

  static void weights(ResultFolder folder, List<NodeWeight> weights) {
    folder.csv(
        "effective_weights.csv",
        List.of("node", "level", "weight", "effective_weight", "lineage"),
        weights.stream()
            .map(
                w ->
                    List.of(
                        w.node(),
                        Integer.toString(w.level()),
                        Double.toString(w.weight()),
                        Double.toString(w.effectiveWeight()),
                        String.join(" > ", w.lineage()))));
  }

  static void leaveOneOut(ResultFolder folder, List<LeaveOneOut> nodes) {
    folder.csv(
        "leave_one_out.csv",
        List.of("node", "level", "mean_rank_change", "largest_rank_change", "failure"),
        nodes.stream()
            .map(
                n ->
                    List.of(
                        n.node(),
                        Integer.toString(n.level()),
                        ResultFolder.number(n.meanRankChange()),
                        Integer.toString(n.largestRankChange()),
                        n.failure().orElse(""))));
  }

  static void profiles(ResultFolder folder, AuditedPeriod period, List<UnitProfile> profiles) {
    List<String> standing =
        List.of("unit", "period", "place", "indicator", "parent", "rank", "value", "unit_of_value");
    folder.csv(
        "strengths.csv",
        standing,
        profiles.stream().flatMap(p -> standings(period, p.unit(), p.strengths())));
    folder.csv(
        "weaknesses.csv",
        standing,
        profiles.stream().flatMap(p -> standings(period, p.unit(), p.weaknesses())));
    folder.csv(
        "similar_units.csv",
        List.of("unit", "period", "place", "similar", "distance", "shared_indicators"),
        profiles.stream().flatMap(p -> similar(period, p)));
  }

  private static Stream<List<String>> standings(
      AuditedPeriod period, String unit, List<UnitProfile.Standing> standings) {
    List<List<String>> lines = new ArrayList<>();
    for (UnitProfile.Standing s : standings) {
      lines.add(
          List.of(
              unit,
              period.block().period(),
              Integer.toString(lines.size() + 1),
              s.indicator(),
              s.parent(),
              Integer.toString(s.rank()),
              ResultFolder.number(s.value()),
              s.unitOfMeasure()));
    }
    return lines.stream();
  }

  private static Stream<List<String>> similar(AuditedPeriod period, UnitProfile profile) {
    List<List<String>> lines = new ArrayList<>();
    for (UnitProfile.Similar s : profile.similar()) {
      lines.add(
          List.of(
              profile.unit(),
              period.block().period(),
              Integer.toString(lines.size() + 1),
              s.unit(),
              Double.toString(s.distance()),
              Integer.toString(s.shared())));
    }
    return lines.stream();
  }

  static void groupRanks(ResultFolder folder, AuditedPeriod period, List<GroupRank> ranks) {
    folder.csv(
        "group_ranks.csv",
        List.of("grouping", "group", "unit", "period", "node", "rank"),
        ranks.stream()
            .map(
                r ->
                    List.of(
                        r.grouping(),
                        r.group(),
                        r.unit(),
                        period.block().period(),
                        r.node(),
                        Integer.toString(r.rank()))));
  }
}
