package org.citylake.metrics.index.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The edition that COINr's iMeta describes, as the tree of an index.yaml: levels, parents, weights,
 * directions, denominators, groups, targets, and the columns that parameterise normalisation
 * (goalpost_*, scaled_*, zscore_*, minmax_*, dist2targ_cap_max), which become the leaf's own
 * normalisation.
 *
 * <p>Source: COINr 1.1.14, iMeta; Normalise.coin with "use_iMeta".
 */
final class CoinrEdition {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final CoinrMeta meta;
  private final boolean panel;
  private final int year;

  CoinrEdition(CoinrMeta meta, boolean panel, int year) {
    this.meta = meta;
    this.panel = panel;
    this.year = year;
  }

  ObjectNode document(String index, String edition) {
    ObjectNode root = JSON.objectNode();
    CoinrNode top =
        meta.tree().stream().max(Comparator.comparingInt(CoinrNode::level)).orElseThrow();
    root.put("index", index).put("edition", edition);
    root.put("name-zh", name(top)).put("name-en", name(top));
    root.put("model", true);
    root.put("edition-year", year);
    root.put("scored-from", "files");
    root.put("minimum-units", 1);
    List<CoinrNode> groups = meta.of("Group");
    if (!groups.isEmpty()) {
      ArrayNode columns = root.putArray("group-columns");
      groups.forEach(g -> columns.add(g.code()));
    }
    List<CoinrNode> denominators = meta.of("Denominator");
    if (!denominators.isEmpty()) {
      ArrayNode list = root.putArray("denominators");
      for (CoinrNode denominator : denominators) {
        ObjectNode node = list.addObject().put("code", denominator.code());
        node.put("name-zh", name(denominator)).put("name-en", name(denominator));
        denominator.text("Unit").ifPresent(unit -> node.put("unit", unit));
      }
    }
    steps(root.putObject("steps"));
    tree(root.putArray("tree"));
    return root;
  }

  private void steps(ObjectNode steps) {
    if (meta.tree().stream().anyMatch(n -> n.text("Denominator").isPresent())) {
      steps.putObject("denominate").put("method", "divide");
    }
    ObjectNode normalise = steps.putObject("normalise").put("method", "min-max");
    normalise.put("low", 0).put("high", 100);
    if (panel) {
      normalise.put("over", "panel");
    }
    steps.putObject("weight").put("method", "given");
    steps.putObject("aggregate").put("method", "arithmetic-mean").put("missing", "renormalise");
  }

  private void tree(ArrayNode tree) {
    List<CoinrNode> ordered = new ArrayList<>(meta.tree());
    ordered.sort(Comparator.comparingInt(CoinrNode::level).reversed());
    for (CoinrNode node : ordered) {
      ObjectNode made = tree.addObject().put("code", node.code());
      if (node.level() < meta.highest()) {
        made.put("parent", node.text("Parent").orElse(""));
        number(made, "weight", OptionalDouble.of(node.number("Weight").orElse(1)));
      }
      made.put("name-zh", name(node)).put("name-en", name(node));
      if (node.is("Indicator")) {
        leaf(made, node);
      }
    }
  }

  private void leaf(ObjectNode made, CoinrNode node) {
    made.put("direction", mirrored(node) ? "lower" : "higher");
    node.text("Unit").ifPresent(unit -> made.put("unit", unit));
    number(made, "target", node.number("Target"));
    node.text("Denominator").ifPresent(code -> made.put("denominator", code));
    number(made, "denominator-scale", node.number("ScaleFactor"));
    OptionalDouble lower = node.number("goalpost_lower");
    OptionalDouble upper = node.number("goalpost_upper");
    if (lower.isPresent() && upper.isPresent()) {
      ArrayNode posts = made.putArray("goalposts");
      posts.add(plain(lower.getAsDouble())).add(plain(upper.getAsDouble()));
      ObjectNode method = made.putObject("normalise").put("method", "goalposts");
      number(method, "scale", OptionalDouble.of(node.number("goalpost_scale").orElse(100)));
      method.put("clip", node.flag("goalpost_trunc2posts").orElse(true));
    } else if (!pair(made, node, "scaled", "scaled_lower", "low", "scaled_upper", "high")
        && !pair(made, node, "z-score", "zscore_mean", "mean", "zscore_sd", "deviation")
        && !pair(made, node, "min-max", "minmax_lower", "low", "minmax_upper", "high")
        && node.flag("dist2targ_cap_max").isPresent()) {
      made.putObject("normalise")
          .put("method", "distance-to-target")
          .put("cap", node.flag("dist2targ_cap_max").orElse(false));
    }
    if (panel && made.has("normalise")) {
      ((ObjectNode) made.get("normalise")).put("over", "panel");
    }
  }

  private static boolean pair(
      ObjectNode made,
      CoinrNode node,
      String method,
      String first,
      String firstName,
      String second,
      String secondName) {
    OptionalDouble a = node.number(first);
    OptionalDouble b = node.number(second);
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    ObjectNode step = made.putObject("normalise").put("method", method);
    number(step, firstName, a);
    number(step, secondName, b);
    return true;
  }

  private static boolean mirrored(CoinrNode node) {
    return node.text("Direction").orElse("1").startsWith("-");
  }

  private static String name(CoinrNode node) {
    return node.text("iName").orElse(node.code());
  }

  private static void number(ObjectNode node, String key, OptionalDouble value) {
    value.ifPresent(v -> node.set(key, plain(v)));
  }

  /** A whole number is written without a point. */
  private static com.fasterxml.jackson.databind.node.ValueNode plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? JSON.numberNode((long) value)
        : JSON.numberNode(value);
  }

  /** A code made of a name: lower case, underscores. */
  static String identifier(String text) {
    String code =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    return code.matches("[a-z].*") ? code : "index_" + code;
  }
}
