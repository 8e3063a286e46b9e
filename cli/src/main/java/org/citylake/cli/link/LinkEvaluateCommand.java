package org.citylake.cli.link;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.ShownText;
import org.citylake.entities.linkage.evaluation.ClusterEvaluation;
import org.citylake.entities.linkage.evaluation.ClusterEvaluation.Score;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code link evaluate}: clusters held against the truth. */
@Command(
    name = "evaluate",
    description = {
      "Hold clusters against the truth: pairwise and B-cubed precision, recall and F1.",
      "Both files have record_id and entity_id, and source where records of several files are"
          + " named; records that only one file has are counted and left out."
    },
    footer = {
      "",
      "Example:",
      "  ./citylake link evaluate --clusters linked/clusters.csv --truth truth.csv --json"
    })
final class LinkEvaluateCommand extends CityLakeSubcommand {
  private static final String SOURCE = "source";

  @Option(
      names = "--clusters",
      required = true,
      paramLabel = "FILE",
      description = "The clusters, as ./citylake link writes them.")
  private Path clusters = Path.of("");

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE",
      description = "The true clusters, in the same form.")
  private Path truth = Path.of("");

  private record RecordKey(String source, String id) {}

  @Override
  protected int run(Settings settings, Output output) {
    boolean bySource = hasSource(clusters) && hasSource(truth);
    Map<RecordKey, String> found = read(clusters, bySource);
    Map<RecordKey, String> real = read(truth, bySource);
    ClusterEvaluation evaluation = ClusterEvaluation.of(found, real);
    if (evaluation.records() == 0) {
      throw new CityLakeException(
          Kind.DATA, "No record of " + clusters + " is in " + truth + ": compare their record_id");
    }
    output.say(line("Pairwise", evaluation.pairwise()));
    output.say(line("B-cubed", evaluation.bCubed()));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("records", evaluation.records());
    object.put("records_without_truth", found.size() - evaluation.records());
    object.put("records_only_in_truth", real.size() - evaluation.records());
    object.put("true_pairs", evaluation.truePairs());
    object.put("found_pairs", evaluation.foundPairs());
    object.put("expected_pairs", evaluation.expectedPairs());
    object.put("pairwise", object(evaluation.pairwise()));
    object.put("b_cubed", object(evaluation.bCubed()));
    output.result(object);
    return 0;
  }

  private static String line(String name, Score score) {
    return String.format(
        Locale.ROOT,
        "%-9s precision %.5f  recall %.5f  F1 %.5f",
        name,
        score.precision(),
        score.recall(),
        score.f1());
  }

  private static Map<String, Double> object(Score score) {
    return Map.of("precision", score.precision(), "recall", score.recall(), "f1", score.f1());
  }

  private static boolean hasSource(Path file) {
    try (LinkInput input = LinkInput.open(file)) {
      return input.columns().contains(SOURCE);
    }
  }

  private static Map<RecordKey, String> read(Path file, boolean bySource) {
    Map<RecordKey, String> clusters = new HashMap<>();
    try (LinkInput input = LinkInput.open(file)) {
      List<String> columns = input.columns();
      int id = place(file, columns, "record_id");
      int entity = place(file, columns, "entity_id");
      int source = bySource ? columns.indexOf(SOURCE) : -1;
      input.forEach(
          values -> {
            RecordKey key = new RecordKey(source < 0 ? "" : text(values[source]), text(values[id]));
            if (clusters.put(key, text(values[entity])) != null) {
              throw new CityLakeException(
                  Kind.DATA, file + " has the record '" + ShownText.of(key.id()) + "' twice");
            }
          });
    }
    return clusters;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static int place(Path file, List<String> columns, String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new CityLakeException(
          Kind.USER,
          file + " has no column '" + column + "'; it has " + String.join(", ", columns));
    }
    return place;
  }
}
