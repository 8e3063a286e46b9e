package org.citylake.cli.credit;

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
import java.util.Objects;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The credit of everybody on a list; who is not found stays on it with the note.
 *
 * @param lines for each line of the list, in its order, what was found, a line for each model
 * @param counts lines of the list by what became of them: {@code scored}, {@code unscored}, {@code
 *     withheld} (it has a score that the audience may not see), {@code unknown}, {@code ambiguous}
 */
record CreditScreening(List<Map<String, String>> lines, Map<String, Long> counts) {
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
          "lists",
          "red_lines",
          "warnings",
          "withheld",
          "synthetic",
          "note");

  /**
   * Screens a list.
   *
   * @param list a CSV file with a header; its first column names a legal entity by city id, number
   *     or whole name
   * @throws CityLakeException of kind USER when the list is not there
   */
  static CreditScreening of(CreditReader reader, Path list) throws IOException {
    List<String> asked = firstColumn(list);
    Map<String, List<Map<String, @Nullable Object>>> found = reader.find(asked);
    Map<String, CreditFile> files =
        reader.files(
            found.values().stream().filter(f -> f.size() == 1).flatMap(List::stream).toList());
    List<Map<String, String>> lines = new ArrayList<>();
    Map<String, Long> counts = new TreeMap<>();
    for (String one : asked) {
      List<Map<String, @Nullable Object>> called = found.getOrDefault(one, List.of());
      List<Map<String, String>> answer =
          called.size() == 1
              ? answer(one, Objects.requireNonNull(files.get(CreditReader.id(called.get(0)))))
              : List.of(line(one, Map.of(), called.isEmpty() ? "unknown" : "ambiguous"));
      lines.addAll(answer);
      String note = answer.get(0).getOrDefault("note", "");
      counts.merge(note.isEmpty() ? "scored" : note, 1L, Long::sum);
    }
    return new CreditScreening(List.copyOf(lines), counts);
  }

  private static List<Map<String, String>> answer(String asked, CreditFile file) {
    Map<String, String> known = new LinkedHashMap<>(file.entity());
    known.put("lists", file.column("lists", "list_name"));
    known.put("red_lines", file.column("red_lines", "item"));
    known.put("withheld", Integer.toString(file.withheldRecords()));
    List<Map<String, String>> lines = new ArrayList<>();
    for (Map<String, String> score : file.rows("scores")) {
      Map<String, String> scored = new LinkedHashMap<>(known);
      scored.putAll(score);
      scored.put("warnings", file.warnings(score.getOrDefault("model", "")));
      lines.add(line(asked, scored, ""));
    }
    String note = file.withheldScores() > 0 ? "withheld" : "unscored";
    return lines.isEmpty() ? List.of(line(asked, known, note)) : lines;
  }

  private static Map<String, String> line(String asked, Map<String, String> known, String note) {
    Map<String, String> line = new LinkedHashMap<>();
    for (String column : COLUMNS) {
      line.put(column, known.getOrDefault(column, ""));
    }
    line.put("asked", asked);
    line.put("note", note);
    return line;
  }

  /** The lines as CSV below a header. */
  String csv() throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder();
    COLUMNS.forEach(schema::addColumn);
    return CSV.writer(schema.build().withHeader()).writeValueAsString(lines);
  }

  /** Writes the lines as a CSV file. */
  void write(Path file) throws IOException {
    Files.writeString(file, csv(), StandardCharsets.UTF_8);
  }

  private static List<String> firstColumn(Path list) throws IOException {
    if (!Files.isRegularFile(list)) {
      throw new CityLakeException(
          Kind.USER, "Cannot read the list " + list + ": there is no such file");
    }
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
    return all.isEmpty() ? all : List.copyOf(all.subList(1, all.size()));
  }
}
