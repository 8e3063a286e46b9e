package org.citylake.superset.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists that Superset gives page by page. */
final class RowPages {
  private static final int PAGE = 100;

  private RowPages() {}

  /**
   * Every row of a list.
   *
   * @param path of the list
   * @param arguments beside the pages, such as columns and filters
   */
  static List<JsonNode> all(SupersetSession session, String path, Map<String, ?> arguments) {
    List<JsonNode> all = new ArrayList<>();
    for (int page = 0; ; page++) {
      Map<String, Object> asked = new LinkedHashMap<>(arguments);
      asked.put("page", page);
      asked.put("page_size", PAGE);
      JsonNode answer = session.get(SupersetSession.query(path, asked));
      JsonNode rows = answer.path("result");
      rows.forEach(all::add);
      if (rows.size() < PAGE || all.size() >= answer.path("count").asInt(Integer.MAX_VALUE)) {
        return List.copyOf(all);
      }
    }
  }
}
