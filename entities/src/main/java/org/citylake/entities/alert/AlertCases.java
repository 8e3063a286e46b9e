package org.citylake.entities.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.cases.CaseResult.Rows;
import org.citylake.core.declaration.AlertDeclaration;
import org.citylake.entities.alert.AlertInput.Acknowledgement;
import org.citylake.entities.alert.AlertInput.Reading;
import org.citylake.entities.alert.AlertInput.Timer;

/**
 * Runs the cases of an alert rule: the inputs of {@code events.csv} ({@code at,kind,name,value};
 * kind is reading, acknowledgement or timer, name the metric or who acknowledges), in any order,
 * make exactly the lines of {@code expected.csv} ({@code at,kind,level,measure,who}).
 */
public final class AlertCases {
  private static final CsvMapper CSV = new CsvMapper();

  private AlertCases() {}

  /** Runs every case of a rule, by name. */
  public static List<CaseResult> run(AlertDeclaration rule) {
    return CaseFolders.of(rule.folder()).stream()
        .map(folder -> CaseResult.of(rule.rule(), folder, () -> rows(rule, folder)))
        .toList();
  }

  private static Rows rows(AlertDeclaration rule, Path folder) throws IOException {
    List<AlertInput> inputs = new ArrayList<>();
    for (Map<String, String> line : lines(folder.resolve("events.csv"))) {
      inputs.add(input(line));
    }
    List<String> expected = new ArrayList<>();
    for (Map<String, String> line : lines(folder.resolve("expected.csv"))) {
      expected.add(
          String.join(
              " | ",
              line.getOrDefault("at", ""),
              line.getOrDefault("kind", ""),
              line.getOrDefault("level", ""),
              line.getOrDefault("measure", ""),
              line.getOrDefault("who", "")));
    }
    return new Rows(expected, AlertRun.of(rule, inputs).stream().map(AlertCases::shown).toList());
  }

  private static AlertInput input(Map<String, String> line) {
    Instant at = Instant.parse(line.getOrDefault("at", ""));
    String kind = line.getOrDefault("kind", "");
    String name = line.getOrDefault("name", "");
    return switch (kind) {
      case "reading" -> new Reading(at, name, new BigDecimal(line.getOrDefault("value", "")));
      case "acknowledgement" -> new Acknowledgement(at, name);
      case "timer" -> new Timer(at);
      default ->
          throw new IllegalArgumentException(
              "an event is a reading, an acknowledgement or a timer, not '" + kind + "'");
    };
  }

  private static String shown(AlertEmission emission) {
    BigDecimal measure = emission.measure();
    return String.join(
        " | ",
        emission.at().toString(),
        emission.kind().name().toLowerCase(Locale.ROOT),
        emission.grade().name().toLowerCase(Locale.ROOT),
        measure == null ? "" : measure.toPlainString(),
        emission.who());
  }

  private static List<Map<String, String>> lines(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    try (MappingIterator<Map<String, String>> lines =
        CSV.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(text)) {
      return lines.readAll();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not CSV: " + file + ": " + e.getOriginalMessage(), e);
    }
  }
}
