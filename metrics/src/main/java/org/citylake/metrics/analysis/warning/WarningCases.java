package org.citylake.metrics.analysis.warning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.cases.CaseResult.Rows;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.WarningDeclaration;
import org.citylake.core.value.TimePeriod;
import org.citylake.metrics.analysis.Frequency;
import org.citylake.metrics.analysis.Series;
import org.citylake.metrics.analysis.SeriesAnalysis;
import org.citylake.metrics.analysis.ValidRange;
import org.citylake.metrics.analysis.outlook.Target;
import org.citylake.metrics.analysis.outlook.TargetPace;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cases of a warning rule: {@code values.csv} ({@code
 * indicator_code,ref_area,time_period,value}) and, for rules of plans, {@code targets.csv} ({@code
 * indicator_code,ref_area,time_period,target}) make exactly the warnings of {@code expected.csv},
 * which has any of the columns indicator_code, ref_area, time_period, since, value, threshold,
 * message_zh and message_en.
 */
public final class WarningCases {
  private final DeclarationLibrary library;
  private final WarningText text;

  /** Cases of rules of a library. */
  public WarningCases(DeclarationLibrary library) {
    this.library = library;
    this.text = new WarningText(library);
  }

  /** Runs every case of a rule, by name. */
  public List<CaseResult> run(WarningDeclaration rule) {
    return CaseFolders.of(rule.folder()).stream()
        .map(folder -> CaseResult.of(rule.rule(), folder, () -> rows(rule, folder)))
        .toList();
  }

  private Rows rows(WarningDeclaration rule, Path folder) throws IOException {
    Map<String, Map<String, Double>> values = new TreeMap<>();
    for (NamedCsvRecord line : lines(folder.resolve("values.csv"))) {
      values
          .computeIfAbsent(key(line), k -> new HashMap<>())
          .put(line.getField("time_period"), Double.valueOf(line.getField("value")));
    }
    List<WatchedSeries> series = new ArrayList<>();
    values.forEach(
        (key, byPeriod) -> {
          String[] parts = key.split("/", -1);
          Frequency.find(indicator(parts[0]).frequency())
              .flatMap(frequency -> Series.of(frequency, byPeriod))
              .map(s -> SeriesAnalysis.of(s, ValidRange.UNBOUNDED))
              .ifPresent(a -> series.add(new WatchedSeries(parts[0], parts[1], a, false)));
        });
    List<WatchedTarget> targets = new ArrayList<>();
    for (NamedCsvRecord line : lines(folder.resolve("targets.csv"))) {
      targets.add(target(line, values.getOrDefault(key(line), Map.of())));
    }
    List<Warning> warnings = new RuleEvaluation(series, targets).warnings(rule);
    List<NamedCsvRecord> wanted = lines(folder.resolve("expected.csv"));
    List<String> columns = header(folder.resolve("expected.csv"));
    List<String> expected =
        wanted.stream().map(line -> String.join(" | ", line.getFields())).toList();
    List<String> found =
        warnings.stream()
            .map(w -> String.join(" | ", columns.stream().map(c -> cell(rule, w, c)).toList()))
            .toList();
    return new Rows(expected, found);
  }

  private IndicatorDeclaration indicator(String code) {
    return library
        .findIndicator(code)
        .orElseThrow(() -> new IllegalArgumentException("There is no indicator '" + code + "'"));
  }

  private WatchedTarget target(NamedCsvRecord line, Map<String, Double> byPeriod) {
    NavigableMap<Integer, Double> figures = new TreeMap<>();
    byPeriod.forEach((period, value) -> figures.put(year(period), value));
    IndicatorDeclaration indicator = indicator(line.getField("indicator_code"));
    String due = line.getField("time_period");
    double number = Double.parseDouble(line.getField("target"));
    String direction = indicator.direction().name().toLowerCase(Locale.ROOT);
    return new WatchedTarget(
        due,
        indicator.code(),
        line.getField("ref_area"),
        due,
        Integer.toString(figures.lastKey()),
        figures.lastEntry().getValue(),
        number,
        TargetPace.of(
            new Target(number, null, direction, year(due)), figures, ValidRange.UNBOUNDED));
  }

  private String cell(WarningDeclaration rule, Warning warning, String column) {
    return switch (column) {
      case "indicator_code" -> warning.indicator();
      case "ref_area" -> warning.area();
      case "time_period" -> warning.period();
      case "since" -> warning.since();
      case "value" -> number(warning.value());
      case "threshold" -> number(warning.threshold());
      case "message_zh" -> text.chinese(rule, warning);
      case "message_en" -> text.english(rule, warning);
      default -> "no such column: " + column;
    };
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String key(NamedCsvRecord line) {
    return line.getField("indicator_code") + "/" + line.getField("ref_area");
  }

  private static int year(String period) {
    return TimePeriod.parse(period).end().minusDays(1).getYear();
  }

  private static List<String> header(Path file) throws IOException {
    try (Stream<String> text = Files.lines(file)) {
      return text.findFirst().map(first -> List.of(first.split(",", -1))).orElse(List.of());
    }
  }

  /** The lines; none where there is no file. */
  private static List<NamedCsvRecord> lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }
}
