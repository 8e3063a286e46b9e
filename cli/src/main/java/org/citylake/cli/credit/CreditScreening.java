package org.citylake.cli.explain;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.expressions.Expressions;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/** Looks up the credit of everybody on a list; who is not found stays on it with the reason. */
final class CreditScreening {
  private static final CsvMapper CSV = new CsvMapper();
  private static final List<String> COLUMNS =
      List.of(
          "asked",
          "legal_entity_id",
          "name",
          "model",
          "credit_class",
          "score",
          "scored_on",
          "reasons",
          "synthetic",
          "note");

  private final EvidenceWalk walk;

  CreditScreening(EvidenceWalk walk) {
    this.walk = walk;
  }

  /**
   * Screens a list.
   *
   * @param list a CSV file with a header; its first column names a legal entity by city id, number
   *     or whole name
   * @param result a CSV file: each line of the list, in its order, with what was found
   * @return lines by what became of them: {@code scored}, {@code unscored}, {@code unknown}, {@code
   *     ambiguous}
   * @throws CityLakeException of kind USER when the list is not there
   */
  Map<String, Long> screen(Path list, Path result) throws IOException {
    if (!Files.isRegularFile(list)) {
      throw new CityLakeException(
          Kind.USER, "Cannot read the list " + list + ": there is no such file");
    }
    Map<String, Long> counts = new TreeMap<>();
    List<Map<String, @Nullable Object>> lines = new ArrayList<>();
    for (String asked : firstColumn(list)) {
      List<Map<String, @Nullable Object>> found =
          asked.isBlank() ? List.of() : new LegalEntityNames(walk).all(asked);
      List<Map<String, @Nullable Object>> scores =
          found.size() == 1
              ? walk.rows(
                  "city.credit_score",
                  Expressions.equal(
                      "legal_entity_id", String.valueOf(found.get(0).get("legal_entity_id"))))
              : List.of();
      String became =
          found.isEmpty()
              ? "unknown"
              : found.size() > 1 ? "ambiguous" : scores.isEmpty() ? "unscored" : "scored";
      counts.merge(became, 1L, Long::sum);
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("asked", asked);
      if (found.size() == 1) {
        line.put("legal_entity_id", found.get(0).get("legal_entity_id"));
        line.put("name", found.get(0).get("name"));
      }
      line.put("note", became.equals("scored") ? "" : became);
      if (scores.isEmpty()) {
        lines.add(line);
      }
      for (Map<String, @Nullable Object> score : scores) {
        Map<String, @Nullable Object> scored = new LinkedHashMap<>(line);
        for (String column :
            List.of("model", "credit_class", "score", "scored_on", "reasons", "synthetic")) {
          scored.put(column, String.valueOf(score.get(column)));
        }
        lines.add(scored);
      }
    }
    CsvSchema.Builder schema = CsvSchema.builder();
    COLUMNS.forEach(schema::addColumn);
    Files.writeString(
        result,
        CSV.writer(schema.build().withHeader()).writeValueAsString(lines),
        StandardCharsets.UTF_8);
    return counts;
  }

  private static List<String> firstColumn(Path list) throws IOException {
    List<String> all = new ArrayList<>();
    try (MappingIterator<List<String>> lines =
        CSV.readerForListOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES)
            .readValues(Files.newBufferedReader(list, StandardCharsets.UTF_8))) {
      while (lines.hasNext()) {
        all.add(lines.next().get(0));
      }
    }
    return all.isEmpty() ? all : all.subList(1, all.size());
  }
}
