package org.citylake.dashboard.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.json.ContentHash;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.store.PageStore;

/**
 * The warnings of a release, each with an id that the same warning has in every release, so that
 * what was acknowledged stays so.
 */
final class Warnings {
  private static final int ID_LENGTH = 16;

  private Warnings() {}

  static List<ObjectNode> of(PageStore store) {
    Map<String, ObjectNode> warnings = new LinkedHashMap<>();
    for (JsonNode warning : ReleaseChoice.read(store, "warnings.json").path("warnings")) {
      ObjectNode identified = warning.deepCopy();
      identified.put("id", id(warning));
      // Two targets of one indicator may warn alike; that is one thing to act on.
      warnings.putIfAbsent(id(warning), identified);
    }
    return List.copyOf(warnings.values());
  }

  /** Warnings of whole districts and the city carry no {@code district}. */
  static String district(JsonNode warning) {
    String district = warning.path("district").asText("");
    String code =
        district.isEmpty() || district.equals("null")
            ? warning.path("ref_area").asText()
            : district;
    return code.substring(0, Math.min(6, code.length()));
  }

  private static String id(JsonNode warning) {
    StringBuilder key = new StringBuilder();
    for (String part : List.of("rule", "indicator_code", "ref_area", "time_period", "level")) {
      key.append(warning.path(part).asText()).append('\n');
    }
    return ContentHash.of(key.toString()).substring(0, ID_LENGTH);
  }
}
