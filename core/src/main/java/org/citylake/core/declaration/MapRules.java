package org.citylake.core.declaration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.json.Json;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What a map must keep: its files are there and speak of the same parts. */
final class MapRules {
  private final Loaded<MapDeclaration> loaded;
  private final Problems problems;

  private MapRules(Loaded<MapDeclaration> loaded, Problems problems) {
    this.loaded = loaded;
    this.problems = problems;
  }

  /** Every part has a tile of its own, and outlines are of parts that have one. */
  static void check(Loaded<MapDeclaration> loaded, Problems problems) {
    MapRules rules = new MapRules(loaded, problems);
    JsonNode root = loaded.marker().root();
    Set<String> tiles = rules.tiles();
    if (root.hasNonNull("outlines") && !tiles.isEmpty()) {
      rules.outlines(tiles);
    }
  }

  /** The page shows one map of an area; two would leave it to chance. */
  static void oneForAnArea(List<Loaded<MapDeclaration>> maps, Problems problems) {
    Map<String, String> first = new HashMap<>();
    for (Loaded<MapDeclaration> map : maps) {
      String area = map.declaration().area();
      String other = first.putIfAbsent(area, map.declaration().id());
      if (other != null) {
        problems.add(
            map.marker()
                .problem(
                    "/area",
                    "duplicate-map",
                    area,
                    "The map '" + other + "' shows this area already; replace or remove one"));
      }
    }
  }

  private Set<String> tiles() {
    JsonNode tiles = read("tiles");
    Set<String> codes = new TreeSet<>();
    Map<String, String> places = new HashMap<>();
    for (Map.Entry<String, JsonNode> tile : tiles.properties()) {
      String code = tile.getKey();
      JsonNode place = tile.getValue();
      if (!isPlace(place)) {
        problem("tiles", "wrong-tile", code, "The tile of '" + code + "' is no [column, row]");
        continue;
      }
      String other = places.putIfAbsent(place.toString(), code);
      if (other != null) {
        problem("tiles", "tile-taken", code, "'" + other + "' stands at " + place + " already");
      }
      codes.add(code);
    }
    if (tiles.isObject() && codes.isEmpty()) {
      problem("tiles", "wrong-tile", "", "There is no tile; name each part's [column, row]");
    }
    return codes;
  }

  private static boolean isPlace(JsonNode place) {
    return place.isArray()
        && place.size() == 2
        && place.get(0).isInt()
        && place.get(1).isInt()
        && place.get(0).asInt() >= 0
        && place.get(1).asInt() >= 0;
  }

  private void outlines(Set<String> tiles) {
    JsonNode features = read("outlines").path("features");
    Set<String> drawn = new TreeSet<>();
    for (JsonNode feature : features) {
      String code = feature.path("id").asText();
      drawn.add(code);
      if (!tiles.contains(code)) {
        problem("outlines", "tile-missing", code, "The outline '" + code + "' has no tile");
      }
    }
    for (String code : tiles) {
      if (!features.isMissingNode() && !drawn.contains(code)) {
        problem("outlines", "outline-missing", code, "The tile '" + code + "' has no outline");
      }
    }
  }

  /** The JSON file that the key names; missing when it cannot be read, which is reported. */
  private JsonNode read(String key) {
    String name = loaded.marker().root().path(key).asText();
    if (!loaded.folder().has(name)) {
      problem(key, "missing-file", name, "There is no file " + loaded.folder().shown(name));
      return Json.mapper().missingNode();
    }
    try {
      return Json.mapper().readTree(loaded.folder().text(name));
    } catch (JsonProcessingException e) {
      problem(key, "wrong-file", name, name + " is no JSON: " + e.getOriginalMessage());
      return Json.mapper().missingNode();
    }
  }

  private void problem(String key, String rule, String value, String message) {
    YamlFile yaml = loaded.marker();
    problems.add(yaml.problem("/" + key, rule, value, message));
  }
}
