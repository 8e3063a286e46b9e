package org.citylake.metrics.index.robustness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.json.Json;
import org.citylake.metrics.PublishedFile;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Rows;
import org.citylake.metrics.index.panel.Status;

/** The ASEM index of 51 countries and 49 indicators, as COINr builds its example. */
public final class AsemEdition {
  private static final List<String> GROUPS =
      List.of("GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group");
  private static final List<String> DENOMINATORS = List.of("Area", "Energy", "GDP", "Population");

  private AsemEdition() {}

  /** A file of the resource folder, by lines. */
  public static List<NamedCsvRecord> lines(String file) {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(PublishedFile.find("asem/" + file))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The edition, which varies nothing. */
  public static VariedEdition edition() {
    return VariedEdition.of(document(), "asem/index.yaml");
  }

  /** The edition with a block {@code robustness:}, given as JSON. */
  public static VariedEdition edition(String robustness) {
    ObjectNode document = document();
    document.set("robustness", json(robustness));
    return VariedEdition.of(document, "asem/index.yaml");
  }

  /** Content of index.yaml. */
  public static ObjectNode document() {
    ObjectNode root =
        (ObjectNode)
            json(
                """
                {"index": "asem", "edition": "2018", "name-zh": "亚欧可持续互联互通",
                 "name-en": "Sustainable connectivity", "model": true, "edition-year": 2018,
                 "scored-from": "files",
                 "steps": {
                   "denominate": {"method": "divide"},
                   "impute": {"method": "group-mean", "group": "EurAsia_group"},
                   "screen": {"method": "availability", "minimum": 0.9},
                   "treat": {"method": "winsorise", "maximum": 5},
                   "normalise": {"method": "min-max", "low": 0, "high": 100},
                   "aggregate": {"method": "arithmetic-mean"}}}
                """);
    root.set("group-columns", Json.mapper().valueToTree(GROUPS));
    ArrayNode denominators = root.putArray("denominators");
    DENOMINATORS.forEach(code -> denominators.addObject().put("code", code));
    ArrayNode tree = root.putArray("tree");
    for (NamedCsvRecord line : lines("iMeta.csv")) {
      String type = line.getField("Type");
      if (type.equals("Indicator") || type.equals("Aggregate")) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("code", line.getField("iCode")).put("name-en", line.getField("iName"));
        node.put("name-zh", line.getField("iName"));
        if (type.equals("Indicator")) {
          node.put("direction", line.getField("Direction").equals("-1") ? "lower" : "higher");
          node.put("unit", line.getField("Unit"));
          if (!line.getField("Denominator").isEmpty()) {
            node.put("denominator", line.getField("Denominator"));
          }
        }
        if (line.getField("Parent").isEmpty()) {
          tree.insert(0, node);
        } else {
          node.put("parent", line.getField("Parent"));
          node.put("weight", Double.parseDouble(line.getField("Weight")));
          tree.add(node);
        }
      }
    }
    return root;
  }

  /** The data. */
  public static Panel panel() {
    List<NamedCsvRecord> lines = lines("iData.csv");
    Rows rows =
        Rows.of(lines.stream().map(l -> new Rows.Key(l.getField("uCode"), "2018")).toList());
    Map<String, Column> columns = new HashMap<>();
    for (String code : lines.get(0).getHeader()) {
      if (!GROUPS.contains(code) && !List.of("uName", "uCode", "Time").contains(code)) {
        Column.Builder column = Column.builder(rows.size());
        for (NamedCsvRecord line : lines) {
          String text = line.getField(code);
          if (!text.isEmpty() && !text.equals("NA")) {
            column.set(row(rows, line), Double.parseDouble(text), Status.REPORTED);
          }
        }
        columns.put(code, column.build());
      }
    }
    Map<String, List<String>> groups = new HashMap<>();
    for (String group : GROUPS) {
      List<String> names = new ArrayList<>(java.util.Collections.nCopies(rows.size(), ""));
      lines.forEach(line -> names.set(row(rows, line), line.getField(group)));
      groups.put(group, names);
    }
    return new Panel(rows, columns, Map.of(), Map.of(), groups, Map.of());
  }

  private static int row(Rows rows, NamedCsvRecord line) {
    return rows.find(line.getField("uCode"), "2018").orElseThrow();
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
