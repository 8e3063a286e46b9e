package org.citylake.cli.credit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.CreditModelDeclaration;
import org.citylake.core.declaration.CreditModelDeclaration.RedLine;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.entities.credit.CreditCatalogue;
import org.citylake.entities.credit.CreditItem;
import org.citylake.entities.credit.CreditScoring;
import org.citylake.entities.credit.Disclosure.Audience;
import org.citylake.entities.credit.InspectionRate;
import org.jspecify.annotations.Nullable;

/**
 * Makes credit files of the rows of credit tables, as one audience sees them: what stands on the
 * last day told of, by the catalogue of that day. What was repaired or has ended is in none.
 */
final class DisclosedCredit {
  private static final String SCORES = "city.credit_score";
  private static final String RECORDS = "city.credit_record";
  private static final String ENTRIES = "city.credit_list_entry";
  private static final String MEASURES = "city.credit_measure";
  private static final String HISTORY = "city.credit_score_history";
  private static final String WARNINGS = "city.credit_warning";

  /** The tables that a file is made of. */
  static final List<String> TABLES = List.of(SCORES, RECORDS, ENTRIES, MEASURES, HISTORY, WARNINGS);

  /** What the catalogue calls scores, with what follows from them alone. */
  private static final String SCORE = "credit_score";

  private final Codelist items;
  private final CreditCatalogue catalogue;
  private final List<CreditScoring> scorings;
  private final Set<String> redLines;
  private final Audience audience;

  /**
   * For one audience.
   *
   * @param library declarations of the release
   * @throws org.citylake.core.CityLakeException of kind DATA when they have no such catalogue
   */
  DisclosedCredit(DeclarationLibrary library, Audience audience) {
    this.items = library.loadCodelist(CreditCatalogue.CODELIST);
    this.catalogue = CreditCatalogue.of(items);
    this.scorings = library.creditModels().stream().map(CreditScoring::new).toList();
    this.redLines =
        library.creditModels().stream()
            .map(CreditModelDeclaration::redLines)
            .flatMap(List::stream)
            .map(RedLine::item)
            .collect(Collectors.toSet());
    this.audience = audience;
  }

  /**
   * A legal entity's file.
   *
   * @param entity its row of city.legal_entity
   * @param tables its rows of each of {@link #TABLES}
   */
  CreditFile file(
      Map<String, @Nullable Object> entity,
      Map<String, List<Map<String, @Nullable Object>>> tables) {
    List<Map<String, @Nullable Object>> standing =
        rows(tables, RECORDS).stream().filter(this::stands).toList();
    List<Map<String, @Nullable Object>> shown =
        standing.stream().filter(r -> isShown(text(r, "item"), r, "state_on")).toList();
    List<Map<String, @Nullable Object>> entries =
        rows(tables, ENTRIES).stream()
            .filter(e -> Boolean.TRUE.equals(e.get("valid")))
            .filter(e -> isShown(text(e, "item"), e, "state_on"))
            .toList();
    Set<String> listed = new HashSet<>(entries.stream().map(DisclosedCredit::source).toList());
    Map<String, List<Map<String, String>>> sections = new LinkedHashMap<>();
    List<Map<String, @Nullable Object>> scores =
        rows(tables, SCORES).stream().filter(s -> isShown(SCORE, s, "scored_on")).toList();
    sections.put("scores", scores.stream().map(DisclosedCredit::score).toList());
    sections.put(
        "lists",
        cells(
            entries.stream(),
            List.of(
                "list_kind",
                "list_name",
                "listed_on",
                "valid_to",
                "authority",
                "reason",
                "basis",
                "synthetic")));
    sections.put(
        "red_lines",
        shown.stream()
            .filter(r -> redLines.contains(text(r, "item")))
            .map(r -> named(r, List.of("kind", "valid_from")))
            .toList());
    sections.put(
        "records",
        shown.stream()
            .map(
                r ->
                    named(
                        r,
                        List.of(
                            "kind",
                            "authority",
                            "document_number",
                            "valid_from",
                            "valid_to",
                            "source_id",
                            "source_key",
                            "synthetic")))
            .toList());
    sections.put(
        "measures",
        cells(
            rows(tables, MEASURES).stream()
                .filter(m -> Boolean.TRUE.equals(m.get("applicable")))
                .filter(m -> listed.contains(source(m))),
            List.of(
                "measure", "effect", "list_name", "measure_zh", "measure_en", "agency", "basis")));
    sections.put(
        "history",
        cells(
            scored(scores, rows(tables, HISTORY))
                .sorted(Comparator.comparing(r -> text(r, "quarter"))),
            List.of("model", "quarter", "score", "credit_class", "points_change", "class_change")));
    sections.put(
        "warnings",
        cells(
            scored(scores, rows(tables, WARNINGS))
                .filter(w -> Boolean.TRUE.equals(w.get("current"))),
            List.of(
                "model",
                "rule",
                "scored_on",
                "former_on",
                "former_score",
                "score",
                "former_class",
                "credit_class",
                "items")));
    Map<String, String> named = cell(entity, List.of("legal_entity_id", "name", "credit_code"));
    boolean synthetic =
        Stream.concat(Stream.of(entity), rows(tables, RECORDS).stream())
            .anyMatch(row -> Boolean.TRUE.equals(row.get("synthetic")));
    named.put("synthetic", Boolean.toString(synthetic));
    return new CreditFile(
        named,
        sections,
        standing.size() - shown.size(),
        rows(tables, SCORES).size() - scores.size());
  }

  private static Map<String, String> score(Map<String, @Nullable Object> row) {
    Map<String, String> cells = cell(row, List.of("model", "credit_class", "score", "scored_on"));
    cells.put("inspection_percent", InspectionRate.valueOf(text(row, "credit_class")).text());
    cells.putAll(cell(row, List.of("reasons")));
    return cells;
  }

  /** The rows that follow from scores, for those who are shown them. */
  private static Stream<Map<String, @Nullable Object>> scored(
      List<Map<String, @Nullable Object>> scores, List<Map<String, @Nullable Object>> rows) {
    return scores.isEmpty() ? Stream.empty() : rows.stream();
  }

  private boolean isShown(String item, Map<String, @Nullable Object> row, String day) {
    return catalogue.shows(item, audience, (LocalDate) Objects.requireNonNull(row.get(day)));
  }

  private boolean stands(Map<String, @Nullable Object> row) {
    CreditItem item = CreditItem.of(source(row), row::get);
    LocalDate day = (LocalDate) Objects.requireNonNull(row.get("state_on"));
    return scorings.stream().allMatch(scoring -> scoring.stands(item, day));
  }

  private Map<String, String> named(Map<String, @Nullable Object> row, List<String> columns) {
    Map<String, String> cells = cell(row, List.of("item"));
    items
        .find(text(row, "item"))
        .flatMap(code -> Optional.ofNullable(code.get("name_zh")))
        .ifPresent(name -> cells.put("item_zh", name));
    cells.putAll(cell(row, columns));
    return cells;
  }

  private static List<Map<String, String>> cells(
      Stream<Map<String, @Nullable Object>> rows, List<String> columns) {
    return rows.map(row -> cell(row, columns)).toList();
  }

  private static Map<String, String> cell(Map<String, @Nullable Object> row, List<String> columns) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : columns) {
      Object value = row.get(column);
      if (value != null && !value.equals("")) {
        cells.put(column, String.valueOf(value));
      }
    }
    return cells;
  }

  private static List<Map<String, @Nullable Object>> rows(
      Map<String, List<Map<String, @Nullable Object>>> tables, String table) {
    return tables.getOrDefault(table, List.of());
  }

  private static String source(Map<String, @Nullable Object> row) {
    return text(row, "source_id") + "/" + text(row, "source_key");
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return String.valueOf(row.get(column));
  }
}
