package org.citylake.core.codelist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads {@code codelist.yaml} with the {@code codes.csv} (RFC 4180, UTF-8) beside it. */
public final class CodelistReader {
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final String name;
  private final Problems problems;

  private CodelistReader(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /**
   * Reads a code list; adds what is wrong to the problems.
   *
   * @param yaml codelist.yaml
   * @param codes the file codes.csv
   * @param name its path as problems show it
   * @return empty when either file cannot be used
   */
  public static Optional<Codelist> read(YamlFile yaml, Path codes, String name, Problems problems) {
    if (!DeclarationSchema.named("codelist").check(yaml, problems)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(codes)) {
      problems.add(name, 0, "missing-file", "codes.csv", "The code list has no codes.csv");
      return Optional.empty();
    }
    return new CodelistReader(name, problems).read(yaml.root(), codes);
  }

  private Optional<Codelist> read(JsonNode root, Path codes) {
    List<Line> lines = lines(codes);
    if (lines.isEmpty()) {
      problems.add(name, 1, "csv", "", "The file has no header");
      return Optional.empty();
    }
    List<String> columns = lines.get(0).cells();
    if (new HashSet<>(columns).size() < columns.size()) {
      problems.add(name, 1, "duplicate-column", String.join(",", columns), "A column stands twice");
      return Optional.empty();
    }
    List<Map<String, String>> rows = rows(columns, lines, root.path("dated").asBoolean());
    return Optional.of(
        new Codelist(
            root.path("id").asText(),
            root.path("name-zh").asText(),
            root.path("name-en").asText(),
            root.path("basis").asText(),
            columns,
            rows));
  }

  private List<Map<String, String>> rows(List<String> columns, List<Line> lines, boolean dated) {
    List<Map<String, String>> rows = new ArrayList<>();
    Map<String, Integer> keys = new HashMap<>();
    for (Line line : lines.subList(1, lines.size())) {
      List<String> cells = line.cells();
      if (cells.size() != columns.size()) {
        problems.add(
            name,
            line.number(),
            "ragged-line",
            String.join(",", cells),
            "The line has " + cells.size() + " cells, the header " + columns.size());
        continue;
      }
      Integer first = keys.putIfAbsent(cells.get(0), line.number());
      if (first != null && !dated) {
        problems.add(
            name,
            line.number(),
            "duplicate-key",
            cells.get(0),
            "The key stands on line "
                + first
                + " already; say 'dated: true' in codelist.yaml if that is meant");
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(columns.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private List<Line> lines(Path codes) {
    List<Line> lines = new ArrayList<>();
    try {
      String text = Files.readString(codes, StandardCharsets.UTF_8);
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      try (MappingIterator<String[]> cells = CSV.readerFor(String[].class).readValues(plain)) {
        while (cells.hasNextValue()) {
          int number = cells.getParser().currentLocation().getLineNr();
          lines.add(new Line(number, List.of(cells.nextValue())));
        }
      }
    } catch (MalformedInputException e) {
      problems.add(name, 0, "encoding", "", "The file is not UTF-8; save it as UTF-8");
    } catch (JsonProcessingException e) {
      int number = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      problems.add(name, number, "csv", "", "Not CSV: " + e.getOriginalMessage());
    } catch (RuntimeJsonMappingException e) {
      problems.add(name, 0, "csv", "", "Not CSV: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + codes, e);
    }
    return lines;
  }

  private record Line(int number, List<String> cells) {}
}
