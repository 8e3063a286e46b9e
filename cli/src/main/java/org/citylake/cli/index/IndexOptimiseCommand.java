package org.citylake.cli.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionFolder;
import org.citylake.core.yaml.YamlWriter;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.IndexResult;
import org.citylake.metrics.index.audit.AuditedPeriod;
import org.citylake.metrics.index.optimise.OptimisedWeights;
import org.citylake.metrics.index.optimise.OptimisedWeights.NodeImportance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code index optimise}: weights by which nodes obtain the importance they are meant to have. */
@Command(
    name = "optimise",
    description = {
      "Find the weights of a level by which each node's correlation with the index, as a share of"
          + " all, comes as near to its target as can be.",
      "Writes an edition with these weights (index.yaml, a model of yours), importance.csv and"
          + " report.json."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake index optimise --edition my-edition --data panel.csv --level 1 --out"
          + " my-optimum",
      "  ./citylake index optimise --edition my-edition --data panel.csv --level 1"
          + " --targets targets.csv --out my-optimum"
    })
final class IndexOptimiseCommand extends CityLakeSubcommand {
  @Mixin private final EditionOptions options = new EditionOptions();

  @Option(
      names = "--level",
      required = true,
      paramLabel = "L",
      description = "The level whose weights are found; 1 stands below the root.")
  private int level;

  @Option(
      names = "--targets",
      paramLabel = "FILE",
      description = "CSV: node,target; only proportions count (else all nodes the same).")
  private @Nullable Path targets;

  @Option(names = "--period", paramLabel = "P", description = "The period (else the last one).")
  private String period = "";

  @Override
  protected int run(Settings settings, Output output) {
    if (level < 1) {
      throw new ParameterException(spec().commandLine(), "--level has to be at least 1: " + level);
    }
    Map<String, Double> wanted = targets == null ? Map.of() : TargetFile.read(targets);
    EditionSource source = options.edition(settings);
    EditionDeclaration edition = source.compiled().edition();
    IndexResult result = IndexEngine.score(source.compiled(), options.panel(source, output));
    AuditedPeriod audited = AuditedPeriod.of(result, period);
    OptimisedWeights found = OptimisedWeights.of(result, audited.block(), level, wanted);
    ResultFolder folder = options.folder();
    refuseOwnFolder(folder, edition);
    folder.text("index.yaml", YamlWriter.write(document(edition, found, folder)));
    // What was written has to be an edition that can be scored.
    IndexEngine.compile(EditionFolder.load(folder.folder()));
    folder.csv(
        "importance.csv",
        List.of("node", "target", "importance_before", "importance", "weight"),
        found.nodes().stream()
            .map(
                n ->
                    List.of(
                        n.node(),
                        Double.toString(n.target()),
                        Double.toString(n.before()),
                        Double.toString(n.obtained()),
                        Double.toString(n.weight()))));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("edition", edition.id());
    report.put("level", level);
    report.put("period", audited.block().period());
    report.put("nodes", found.nodes().size());
    report.put("objective", found.objective());
    report.put("objective_before", found.objectiveBefore());
    folder.json("report.json", report);
    found
        .nodes()
        .forEach(
            n ->
                output.say(
                    "  %s  weight %.4f  importance %.4f (target %.4f)"
                        .formatted(n.node(), n.weight(), n.obtained(), n.target())));
    output.say("Edition: " + folder.folder().resolve("index.yaml"));
    Map<String, Object> object = new LinkedHashMap<>(report);
    object.put("folder", folder.folder().toString());
    output.result(object);
    return 0;
  }

  private static void refuseOwnFolder(ResultFolder folder, EditionDeclaration edition) {
    if (Files.exists(folder.folder().resolve("index.yaml"))
        && folder.folder().equals(edition.folder())) {
      throw new CityLakeException(
          Kind.USER, "Cannot write over the edition itself: name another folder by --out");
    }
  }

  private static JsonNode document(
      EditionDeclaration edition, OptimisedWeights found, ResultFolder folder) {
    Map<String, Double> weights = new HashMap<>();
    for (NodeImportance node : found.nodes()) {
      weights.put(node.node(), node.weight());
    }
    ObjectNode root = EditionFolder.loadDocument(edition).deepCopy();
    root.put("edition", String.valueOf(folder.folder().getFileName()));
    root.put("model", true);
    Set<String> parents = new HashSet<>();
    for (JsonNode node : root.path("tree")) {
      Double weight = weights.get(node.path("code").asText());
      if (weight != null) {
        ((ObjectNode) node).put("weight", weight).put("weight-basis", "derived");
        parents.add(node.path("parent").asText());
      }
    }
    // The new weights stand as they are: no method or required sum may change them.
    for (JsonNode node : root.path("tree")) {
      if (parents.contains(node.path("code").asText())) {
        ((ObjectNode) node).putObject("weigh").put("method", "given");
      }
    }
    return root;
  }
}
