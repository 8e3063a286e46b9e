package org.citylake.cli.index;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.problem.ShownText;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.IndexResult;
import org.citylake.metrics.index.NodeScore;
import org.citylake.metrics.index.panel.PanelCsvReader.PanelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code index score}: a panel file by an edition. */
@Command(
    name = "score",
    description = {
      "Score the units of a panel file by an edition.",
      "The panel is wide (unit,period,<indicator>...) or long"
          + " (unit,period,indicator,value[,status][,target][,direction]); the period may be left"
          + " out, an empty cell or NA is missing.",
      "Writes scores.csv (unit,period,node,level,score,rank), trace.csv"
          + " (stage,unit,period,indicator,value,status) and report.json."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake index score --edition human_development/example --data panel.csv --out hdi",
      "  ./citylake index score --edition my-edition --data my-edition/panel.csv --out scores"
    })
final class IndexScoreCommand extends CityLakeSubcommand {
  @Mixin private final EditionOptions options = new EditionOptions();

  @Option(
      names = "--no-trace",
      description = "Leave trace.csv out, which has every stage of every cell.")
  private boolean withoutTrace;

  @Override
  protected int run(Settings settings, Output output) {
    EditionSource source = options.edition(settings);
    PanelFile panel = options.panelFile(source, output);
    IndexResult result = IndexEngine.score(source.compiled(), panel.panel());
    ResultFolder folder = options.folder();
    Path scores =
        folder.csv(
            "scores.csv",
            List.of("unit", "period", "node", "level", "score", "rank"),
            result
                .scores()
                .map(
                    s ->
                        List.of(
                            s.unit(),
                            s.timePeriod(),
                            s.node(),
                            Integer.toString(s.level()),
                            ResultFolder.number(s.score()),
                            ResultFolder.number(s.rank()))));
    if (!withoutTrace) {
      folder.csv(
          "trace.csv",
          List.of("stage", "unit", "period", "indicator", "value", "status"),
          result
              .trace()
              .map(
                  p ->
                      List.of(
                          p.stage().text(),
                          p.unit(),
                          p.timePeriod(),
                          p.indicator(),
                          ResultFolder.number(p.value()),
                          p.status())));
    }
    Map<String, Object> report = new ScoreReport(result, options.data(), panel.unused()).object();
    folder.json("report.json", report);
    tell(result, output);
    output.say("Scores: " + scores);
    Map<String, Object> object = new LinkedHashMap<>();
    for (String key : List.of("edition", "model", "units", "periods", "scored", "unscored")) {
      object.put(key, report.get(key));
    }
    object.put("folder", folder.folder().toString());
    output.result(object);
    return 0;
  }

  private static void tell(IndexResult result, Output output) {
    output.say(
        result.compiled().edition().nameEn()
            + (result.compiled().edition().model()
                ? " (a model, no official index / 模型，非官方指数)"
                : ""));
    result
        .scores()
        .filter(s -> s.level() == 0 && s.rankOverall() != null && s.rankOverall() <= 5)
        .sorted(
            java.util.Comparator.comparing(NodeScore::timePeriod)
                .thenComparing(s -> s.rankOverall() == null ? 0 : s.rankOverall())
                .thenComparing(NodeScore::unit))
        .limit(20)
        .forEach(
            s ->
                output.say(
                    "  "
                        + (s.timePeriod().isEmpty() ? "" : s.timePeriod() + "  ")
                        + s.rankOverall()
                        + "  "
                        + ShownText.of(s.unit())
                        + "  "
                        + String.format(java.util.Locale.ROOT, "%.4f", s.score())));
  }
}
