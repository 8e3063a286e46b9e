package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Rows;
import org.citylake.metrics.index.panel.Status;

/**
 * An index over many units, indicators and years whose data are drawn at random and marked as
 * synthetic: skewed values, one in twenty missing, four sub-indexes of five pillars. Steps: impute
 * by column means, min-max over all years, arithmetic means; the weights and the mean are varied.
 *
 * @param units how many
 * @param indicators how many, a multiple of 20
 * @param years how many
 */
record SyntheticIndex(int units, int indicators, int years) {
  private static final int SUB_INDEXES = 4;
  private static final int PILLARS = 20;
  private static final double MISSING = 0.05;
  private static final long SEED = 20261126;

  SyntheticIndex {
    if (indicators % PILLARS != 0) {
      throw new IllegalArgumentException("indicators must be a multiple of 20: " + indicators);
    }
  }

  /** Content of index.yaml. */
  ObjectNode document() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode root = json.objectNode();
    root.put("index", "synthetic").put("edition", "benchmark");
    root.put("name-zh", "合成数据").put("name-en", "Synthetic data").put("model", true);
    root.put("edition-year", 2026).put("scored-from", "files");
    ObjectNode steps = root.putObject("steps");
    steps.putObject("impute").put("method", "column-mean");
    ObjectNode normalise = steps.putObject("normalise").put("method", "min-max");
    normalise.put("low", 1).put("high", 100).put("over", "panel");
    steps.putObject("aggregate").put("method", "arithmetic-mean");
    ArrayNode tree = root.putArray("tree");
    node(tree, "index", "", 1);
    for (int i = 0; i < SUB_INDEXES; i++) {
      node(tree, "sub_" + i, "index", 1 + i);
    }
    for (int i = 0; i < PILLARS; i++) {
      node(tree, "pillar_" + i, "sub_" + i % SUB_INDEXES, 1 + i % 3);
    }
    for (int i = 0; i < indicators; i++) {
      node(tree, code(i), "pillar_" + i % PILLARS, 1 + i % 5)
          .put("direction", i % 3 == 0 ? "lower" : "higher");
    }
    ArrayNode factors = root.putObject("robustness").putArray("factors");
    factors.addObject().put("name", "weights").put("weight-noise", 0.25);
    ObjectNode means = factors.addObject().put("name", "aggregation");
    means.put("at", "/steps/aggregate/method");
    means.putArray("values").add("arithmetic-mean").add("geometric-mean");
    return root;
  }

  private static ObjectNode node(ArrayNode tree, String code, String parent, double weight) {
    ObjectNode node = tree.addObject().put("code", code);
    if (!parent.isEmpty()) {
      node.put("parent", parent).put("weight", weight);
    }
    return node.put("name-zh", code).put("name-en", code);
  }

  /** The data; the same each time. */
  Panel panel() {
    Rows rows =
        Rows.of(
            names("u%05d", units),
            IntStream.range(0, years).mapToObj(y -> Integer.toString(2001 + y)).toList());
    Map<String, Column> columns = new HashMap<>();
    for (int i = 0; i < indicators; i++) {
      SplittableRandom random = new SplittableRandom(SEED + i);
      Column.Builder column = Column.builder(rows.size());
      for (int row = 0; row < rows.size(); row++) {
        double value = 50 + 10 * random.nextGaussian();
        if (random.nextDouble() >= MISSING) {
          column.set(row, i % 2 == 0 ? value : value * value, Status.SYNTHETIC);
        }
      }
      columns.put(code(i), column.build());
    }
    return new Panel(rows, columns, Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static String code(int indicator) {
    return String.format(Locale.ROOT, "i%03d", indicator);
  }

  private static List<String> names(String form, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(String.format(Locale.ROOT, form, i));
    }
    return names;
  }
}
