package org.citylake.cli.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.json.ContentHash;
import org.citylake.metrics.index.IndexResult;
import org.citylake.metrics.index.NodeScore;
import org.citylake.metrics.index.StageColumns;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.jspecify.annotations.Nullable;

/**
 * What {@code report.json} says of a scoring: the edition and the input with their hashes, what
 * each unit's score rests on, the weights, and what each step did.
 *
 * @param result the result
 * @param data the panel file
 * @param unused columns of the file that the edition does not use
 */
record ScoreReport(IndexResult result, Path data, List<String> unused) {
  ScoreReport {
    unused = List.copyOf(unused);
  }

  Map<String, Object> object() {
    EditionDeclaration edition = result.compiled().edition();
    // Not gathered: there may be millions.
    Iterable<Map<String, @Nullable Object>> units = () -> roots().map(ScoreReport::unit).iterator();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("edition", edition.id());
    object.put("name_zh", edition.nameZh());
    object.put("name_en", edition.nameEn());
    object.put("model", edition.model());
    object.put("edition_status", edition.status());
    object.put("definition_hash", edition.contentHash());
    object.put("panel", data.getFileName() == null ? "" : data.getFileName().toString());
    object.put("panel_sha256", ContentHash.of(data));
    object.put("columns_not_used", unused);
    object.put("units", result.rows().units().size());
    object.put("periods", result.rows().periods());
    object.put("scored", roots().filter(s -> s.score() != null).count());
    object.put("unscored", roots().filter(s -> s.score() == null).count());
    object.put("stages", result.stages().stream().map(s -> s.stage().text()).toList());
    object.put("steps", changes());
    object.put("weights", weights());
    object.put("units_scored", units);
    return object;
  }

  private Stream<NodeScore> roots() {
    return result.scores().filter(s -> s.level() == 0);
  }

  private List<Map<String, Object>> weights() {
    List<Map<String, Object>> weights = new ArrayList<>();
    for (TreeNode node : result.compiled().tree().nodes()) {
      Map<String, Object> weight = new LinkedHashMap<>();
      weight.put("node", node.code());
      weight.put("parent", node.declared().parent().orElse(""));
      weight.put("level", node.level());
      weight.put("weight", result.weight(node));
      weight.put("effective_weight", result.effectiveWeight(node));
      weight.put("weight_basis", node.declared().weightBasis());
      weights.add(weight);
    }
    return weights;
  }

  /** Of each step and indicator, how many cells it changed or left out, by status. */
  private List<Map<String, Object>> changes() {
    List<Map<String, Object>> steps = new ArrayList<>();
    List<StageColumns> stages = result.stages();
    for (int i = 1; i < stages.size(); i++) {
      Map<String, Object> indicators = new TreeMap<>();
      for (TreeNode leaf : result.compiled().tree().leaves()) {
        Map<String, Integer> counts =
            changed(
                stages.get(i - 1).columns().get(leaf.leaf()),
                stages.get(i).columns().get(leaf.leaf()));
        if (!counts.isEmpty()) {
          indicators.put(leaf.code(), counts);
        }
      }
      steps.add(Map.of("stage", stages.get(i).stage().text(), "changed", indicators));
    }
    return steps;
  }

  private static Map<String, Integer> changed(Column before, Column after) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int row = 0; row < after.size(); row++) {
      Status status = after.status(row);
      if (status != before.status(row)) {
        counts.merge(status.text(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Map<String, @Nullable Object> unit(NodeScore score) {
    Map<String, @Nullable Object> unit = new LinkedHashMap<>();
    unit.put("unit", score.unit());
    unit.put("period", score.timePeriod());
    unit.put("score", score.score());
    unit.put("rank", score.rank());
    unit.put("rank_overall", score.rankOverall());
    unit.put("peer_group", score.peerGroup());
    unit.put("status", score.status().text());
    unit.put("reason", score.reason());
    unit.put("weight_available", score.weightAvailable());
    unit.put("weight_imputed", score.weightImputed());
    unit.put("weight_synthetic", score.weightSynthetic());
    return unit;
  }
}
