package org.citylake.cli.index;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.metrics.index.robustness.DrawRunner;
import org.citylake.metrics.index.robustness.FailedDraws;
import org.citylake.metrics.index.robustness.RobustnessAnalysis;
import org.citylake.metrics.index.robustness.SensitivityResult;
import org.citylake.metrics.index.robustness.UncertaintyResult;
import org.citylake.metrics.index.robustness.VariedEdition;
import org.citylake.metrics.index.robustness.WeightSets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code index robustness}: how far the ranking hangs on what the edition assumes. */
@Command(
    name = "robustness",
    description = {
      "See how far ranks and scores hang on what an edition assumes.",
      "Varies what the edition's block 'robustness:' names; without one the weights by 25 %% and,"
          + " where both are defined, the arithmetic against the geometric mean.",
      "Writes ranks.csv, with --sensitivity sensitivity.csv, and report.json."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake index robustness --edition my-edition --data panel.csv --out robustness",
      "  ./citylake index robustness --edition my-edition --data panel.csv --out robustness"
          + " --draws 10000 --seed 7 --sensitivity"
    })
final class IndexRobustnessCommand extends CityLakeSubcommand {
  @Mixin private final EditionOptions options = new EditionOptions();

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "How many draws (else the edition's, else 1000).")
  private @Nullable Integer draws;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the draws (else the edition's, else 1); the same gives the same.")
  private @Nullable Long seed;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Score by these sets of weights (CSV: rep,node,weight) instead of draws.")
  private @Nullable Path weights;

  @Option(
      names = "--sensitivity",
      description = "Tell too which factors the uncertainty comes from (Sobol' indices).")
  private boolean sensitivity;

  @Option(
      names = "--base",
      paramLabel = "N",
      description =
          "N of the sensitivity design, best a power of two (else the edition's, else 512);"
              + " N x (factors + 2) runs.")
  private @Nullable Integer base;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads (else one for each processor); changes no result.")
  private @Nullable Integer threads;

  @Override
  protected int run(Settings settings, Output output) {
    requireAtLeast("--draws", draws, 1);
    requireAtLeast("--base", base, 2);
    requireAtLeast("--threads", threads, 1);
    if (weights != null && !Files.isRegularFile(weights)) {
      throw new CityLakeException(
          Kind.USER, "Cannot read the weights " + weights + ": no such file");
    }
    EditionSource source = options.edition(settings);
    EditionDeclaration edition = source.compiled().edition();
    RobustnessAnalysis analysis =
        RobustnessAnalysis.of(VariedEdition.load(edition), options.panel(source, output));
    if (analysis.usual() && weights == null) {
      output.say(
          "The edition names no factors; the usual ones stand in: "
              + RobustnessReport.factors(analysis));
    }
    long start = seed == null ? analysis.declaration().seed() : seed;
    ResultFolder folder = options.folder();
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("edition", edition.id());
    report.put("model", edition.model());
    report.put("definition_hash", edition.contentHash());
    report.put("seed", start);
    report.put("usual_factors", analysis.usual());
    report.put("factors", RobustnessReport.factors(analysis));

    UncertaintyResult ranks = uncertainty(analysis, edition, start, output);
    RobustnessReport.ranks(folder, ranks);
    report.put("weights_file", weights == null ? "" : String.valueOf(weights.getFileName()));
    report.put("uncertainty", RobustnessReport.uncertainty(ranks));
    tell(output, ranks.failures());
    if (sensitivity) {
      report.put(
          "sensitivity", RobustnessReport.sensitivity(shares(analysis, start, folder, output)));
    }
    folder.json("report.json", report);
    output.say("Ranks: " + folder.folder().resolve("ranks.csv"));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("edition", edition.id());
    object.put("model", edition.model());
    object.put("units", ranks.units().size());
    object.put("draws", ranks.draws());
    object.put("failed", ranks.failed());
    object.put("seed", start);
    object.put("usual_factors", analysis.usual());
    object.put("folder", folder.folder().toString());
    output.result(object);
    return 0;
  }

  private UncertaintyResult uncertainty(
      RobustnessAnalysis analysis, EditionDeclaration edition, long start, Output output) {
    if (weights != null) {
      WeightSets sets = WeightSets.read(weights, edition);
      return analysis.uncertainty(sets, runner(output, "Sets of weights", sets.sets().size()));
    }
    int count = draws == null ? analysis.declaration().draws() : draws;
    return analysis.uncertainty(count, start, runner(output, "Draws", count));
  }

  private SensitivityResult shares(
      RobustnessAnalysis analysis, long start, ResultFolder folder, Output output) {
    int count = base == null ? analysis.declaration().sensitivityBase() : base;
    int runs = count * (analysis.declaration().factors().size() + 2);
    SensitivityResult result =
        analysis.sensitivity(count, start, runner(output, "Sensitivity runs", runs));
    RobustnessReport.sensitivity(folder, result);
    tell(output, result.failures());
    if (result.factors().isEmpty()) {
      output.say("No rank changes in any run, so there is nothing to share out");
    }
    return result;
  }

  private DrawRunner runner(Output output, String what, int total) {
    return new DrawRunner(
        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
        new DrawProgress(output, what, total));
  }

  private void requireAtLeast(String option, @Nullable Integer value, int least) {
    if (value != null && value < least) {
      throw new ParameterException(
          spec().commandLine(), option + " has to be at least " + least + ": " + value);
    }
  }

  private static void tell(Output output, List<FailedDraws> failures) {
    failures.forEach(
        f ->
            output.say(
                f.draws() + " draws could not be scored [" + f.rule() + "]: " + f.example()));
  }
}
