package org.citylake.metrics.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.codelist.Codelist;

/** Reads a shipped code list whose cells hold no comma. */
final class ShippedCodelist {
  private ShippedCodelist() {}

  static Codelist read(String id) {
    Path file = Path.of(System.getProperty("citylake.root"), "core", "codelists", id, "codes.csv");
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      List<String> columns = List.of(lines.get(0).split(",", -1));
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          row.put(columns.get(i), cells[i]);
        }
        rows.add(row);
      }
      return new Codelist(id, id, id, "", columns, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
