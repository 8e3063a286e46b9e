package org.citylake.cli.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.ShownText;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.audit.AuditedPeriod;
import org.citylake.metrics.index.audit.GroupCoherence;
import org.citylake.metrics.index.audit.GroupRank;
import org.citylake.metrics.index.audit.IndicatorStatistics;
import org.citylake.metrics.index.audit.LeaveOneOut;
import org.citylake.metrics.index.audit.NodeWeight;
import org.citylake.metrics.index.audit.PairCorrelation;
import org.citylake.metrics.index.audit.UnitAvailability;
import org.citylake.metrics.index.audit.UnitProfile;
import org.citylake.metrics.statistics.correlation.CorrelationMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code index audit}: whether an index hangs together. */
@Command(
    name = "audit",
    description = {
      "Audit an index: statistics and availability of its indicators, correlations, Cronbach's"
          + " alpha, principal components, effective weights, what leaving each node out does,"
          + " strengths, weaknesses and similar units of each unit, ranks within groups.",
      "Writes a CSV file of each, and report.json with what is flagged. One period is audited, the"
          + " last one by default."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake index audit --edition my-edition --data panel.csv --out audit",
      "  ./citylake index audit --edition my-edition --data panel.csv --out audit --method spearman"
    })
final class IndexAuditCommand extends CityLakeSubcommand {
  private static final int SHOWN = 6;

  @Mixin private final EditionOptions options = new EditionOptions();

  @Option(names = "--period", paramLabel = "P", description = "The period (else the last one).")
  private String period = "";

  @Option(
      names = "--method",
      paramLabel = "M",
      description = "pearson, spearman or kendall (default: ${DEFAULT-VALUE}).")
  private CorrelationMethod method = CorrelationMethod.PEARSON;

  @Option(
      names = "--flag",
      paramLabel = "R",
      description = "Flag siblings correlated at least so strongly (default: ${DEFAULT-VALUE}).")
  private double high = 0.9;

  @Option(
      names = "--significance",
      paramLabel = "P",
      description =
          "Correlations with a p-value not below it are insignificant"
              + " (default: ${DEFAULT-VALUE}).")
  private double significance = 0.05;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many strengths, weaknesses, similar units (default: ${DEFAULT-VALUE}).")
  private int top = 5;

  @Option(
      names = "--strengths-by",
      paramLabel = "BASIS",
      description =
          "common_scale, as the index counts them, or panel, as they were reported"
              + " (default: ${DEFAULT-VALUE}).")
  private UnitProfile.Basis basis = UnitProfile.Basis.COMMON_SCALE;

  @Override
  protected int run(Settings settings, Output output) {
    if (top < 1 || !(high > 0 && high <= 1) || !(significance > 0 && significance <= 1)) {
      throw new ParameterException(
          spec().commandLine(), "--top has to be at least 1, --flag and --significance in (0, 1]");
    }
    EditionSource source = options.edition(settings);
    AuditedPeriod audited =
        AuditedPeriod.of(
            IndexEngine.score(source.compiled(), options.panel(source, output)), period);
    ResultFolder folder = options.folder();
    List<IndicatorStatistics> statistics = IndicatorStatistics.of(audited);
    AuditFiles.statistics(folder, statistics);
    AuditFiles.availability(folder, UnitAvailability.of(audited));
    List<PairCorrelation> pairs = new ArrayList<>();
    pairs.addAll(PairCorrelation.ofFamilies(audited, method));
    pairs.addAll(PairCorrelation.ofSiblings(audited, method));
    pairs.addAll(PairCorrelation.ofDenominators(audited, method));
    pairs.addAll(PairCorrelation.ofIndicators(audited, method));
    AuditFiles.correlations(folder, pairs, this::flag);
    List<GroupCoherence> groups = GroupCoherence.of(audited);
    AuditFiles.coherence(folder, groups);
    AuditFiles.weights(folder, NodeWeight.of(audited));
    List<LeaveOneOut> without = LeaveOneOut.of(audited);
    AuditFiles.leaveOneOut(folder, without);
    AuditFiles.profiles(folder, audited, UnitProfile.of(audited, top, basis));
    AuditFiles.groupRanks(folder, audited, GroupRank.of(audited));

    Map<String, List<String>> flags = flags(statistics, pairs, groups, without);
    Map<String, Object> report = report(audited, flags);
    folder.json("report.json", report);
    flags.forEach((flag, what) -> output.say("  " + flag + ": " + ShownText.of(some(what))));
    output.say("Audit: " + folder.folder());
    Map<String, Object> object = new LinkedHashMap<>(report);
    object.keySet().retainAll(List.of("edition", "model", "period", "units", "flags"));
    object.put("folder", folder.folder().toString());
    output.result(object);
    return 0;
  }

  /** Why a correlation asks for a look; empty mostly. */
  private String flag(PairCorrelation pair) {
    double r = pair.correlation().map(c -> c.coefficient()).orElse(0.0);
    if (pair.correlation().isEmpty()) {
      return "undefined";
    }
    if (!pair.isSignificant(significance)) {
      return "insignificant";
    }
    return switch (pair.kind()) {
      case FAMILY -> r < 0 ? "against-parent" : "";
      case SIBLINGS -> pair.isAtLeast(high) ? "collinear" : r < 0 ? "against-sibling" : "";
      case DENOMINATOR -> "";
      case INDICATORS -> pair.isAtLeast(high) ? "collinear" : "";
    };
  }

  /** Flag to the indicators, pairs or nodes that have it. */
  private Map<String, List<String>> flags(
      List<IndicatorStatistics> statistics,
      List<PairCorrelation> pairs,
      List<GroupCoherence> groups,
      List<LeaveOneOut> without) {
    Map<String, List<String>> flags = new LinkedHashMap<>();
    statistics.forEach(s -> AuditFiles.flags(s).forEach(flag -> add(flags, flag, s.indicator())));
    pairs.forEach(
        pair -> {
          String flag = flag(pair);
          if (pair.kind() != PairCorrelation.Kind.INDICATORS
              && (flag.equals("collinear") || flag.startsWith("against"))) {
            add(flags, flag, pair.first() + ", " + pair.second());
          }
        });
    groups.stream()
        .filter(g -> g.alpha().filter(alpha -> alpha < 0).isPresent())
        .forEach(g -> add(flags, "negative-alpha", g.node()));
    without.forEach(n -> n.failure().ifPresent(rule -> add(flags, rule, n.node())));
    return flags;
  }

  /** The first few of a flag. */
  private static String some(List<String> what) {
    return String.join("; ", what.subList(0, Math.min(SHOWN, what.size())))
        + (what.size() > SHOWN ? "; and " + (what.size() - SHOWN) + " more" : "");
  }

  private Map<String, Object> report(AuditedPeriod audited, Map<String, List<String>> flags) {
    EditionDeclaration edition = audited.result().compiled().edition();
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("edition", edition.id());
    report.put("model", edition.model());
    report.put("definition_hash", edition.contentHash());
    report.put("period", audited.block().period());
    report.put("units", audited.block().size());
    report.put("method", method.name().toLowerCase(java.util.Locale.ROOT));
    report.put("flags", flags);
    return report;
  }

  private static void add(Map<String, List<String>> flags, String flag, String what) {
    flags.computeIfAbsent(flag, f -> new ArrayList<>()).add(what);
  }
}
