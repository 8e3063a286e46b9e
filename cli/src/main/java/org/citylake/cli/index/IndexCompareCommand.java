package org.citylake.cli.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.IndexResult;
import org.citylake.metrics.index.audit.AuditedPeriod;
import org.citylake.metrics.index.compare.ComparedUnit;
import org.citylake.metrics.index.compare.EditionDifference;
import org.citylake.metrics.index.compare.ResultComparison;
import org.citylake.metrics.index.panel.PanelCsvReader.PanelFile;
import org.citylake.metrics.statistics.correlation.Correlation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code index compare}: two editions, or two periods of one. */
@Command(
    name = "compare",
    description = {
      "Compare two editions on a panel, or one edition on two panels or in two periods.",
      "Writes compare.csv (score and rank of each unit before and after), differences.csv (what"
          + " differs in the declarations) and report.json."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake index compare --edition a --with b --data panel.csv --out compared",
      "  ./citylake index compare --edition a --data panel.csv --period 2014 --with-period 2015"
          + " --out compared"
    })
final class IndexCompareCommand extends CityLakeSubcommand {
  @Mixin private final EditionOptions options = new EditionOptions();

  @Option(names = "--with", paramLabel = "E", description = "The other edition (else the same).")
  private @Nullable String other;

  @Option(
      names = "--with-data",
      paramLabel = "FILE",
      description = "The panel of the other edition (else the same).")
  private @Nullable Path otherData;

  @Option(names = "--period", paramLabel = "P", description = "The period (else the last one).")
  private String period = "";

  @Option(
      names = "--with-period",
      paramLabel = "P",
      description = "The period of the other edition (else the same).")
  private @Nullable String otherPeriod;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many largest movers to tell (default: ${DEFAULT-VALUE}).")
  private int top = 10;

  @Override
  protected int run(Settings settings, Output output) {
    EditionSource first = options.edition(settings);
    EditionSource second = other == null ? first : EditionSource.find(settings, other);
    PanelFile panel = first.panel(options.data());
    PanelFile otherPanel = second.panel(otherData == null ? options.data() : otherData);
    IndexResult before = IndexEngine.score(first.compiled(), panel.panel());
    IndexResult after = IndexEngine.score(second.compiled(), otherPanel.panel());
    AuditedPeriod from = AuditedPeriod.of(before, period);
    AuditedPeriod to = AuditedPeriod.of(after, otherPeriod == null ? period : otherPeriod);
    ResultComparison comparison = ResultComparison.of(before, from.block(), after, to.block());
    ResultFolder folder = options.folder();
    write(folder, comparison);

    Map<String, Object> report = new LinkedHashMap<>();
    report.put("edition", before.compiled().edition().id());
    report.put("with", after.compiled().edition().id());
    report.put("period", from.block().period());
    report.put("with_period", to.block().period());
    report.put("units", comparison.units().size());
    comparison.spearman().map(Correlation::coefficient).ifPresent(r -> report.put("spearman", r));
    comparison.kendall().map(Correlation::coefficient).ifPresent(r -> report.put("kendall", r));
    report.put("differences", comparison.differences().size());
    report.put("largest_movers", movers(comparison));
    folder.json("report.json", report);
    comparison
        .largestMovers(top)
        .forEach(u -> output.say("  " + u.unit() + "  " + u.rankBefore() + " -> " + u.rankAfter()));
    output.say("Comparison: " + folder.folder().resolve("compare.csv"));
    Map<String, Object> object = new LinkedHashMap<>(report);
    object.put("folder", folder.folder().toString());
    output.result(object);
    return 0;
  }

  private List<Map<String, Object>> movers(ResultComparison comparison) {
    List<Map<String, Object>> movers = new ArrayList<>();
    for (ComparedUnit unit : comparison.largestMovers(top)) {
      Map<String, Object> mover = new LinkedHashMap<>();
      mover.put("unit", unit.unit());
      Optional.ofNullable(unit.rankBefore()).ifPresent(rank -> mover.put("rank_before", rank));
      Optional.ofNullable(unit.rankAfter()).ifPresent(rank -> mover.put("rank_after", rank));
      movers.add(mover);
    }
    return movers;
  }

  private static void write(ResultFolder folder, ResultComparison comparison) {
    folder.csv(
        "compare.csv",
        List.of(
            "unit",
            "score_before",
            "score_after",
            "score_shift",
            "rank_before",
            "rank_after",
            "rank_shift"),
        comparison.units().stream()
            .map(
                u ->
                    List.of(
                        u.unit(),
                        ResultFolder.number(u.scoreBefore()),
                        ResultFolder.number(u.scoreAfter()),
                        ResultFolder.number(u.scoreShift()),
                        ResultFolder.number(u.rankBefore()),
                        ResultFolder.number(u.rankAfter()),
                        ResultFolder.number(u.rankShift()))));
    folder.csv(
        "differences.csv",
        List.of("kind", "what", "before", "after"),
        comparison.differences().stream().map(IndexCompareCommand::line));
  }

  private static List<String> line(EditionDifference difference) {
    return List.of(difference.kind(), difference.what(), difference.before(), difference.after());
  }
}
