package org.citylake.dashboard.compile;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code cases.json}: what the city's cases (hotline, grid, emergencies) ask for, how far they
 * come, and what each subdistrict has of them; {@code area_cases/AREA.json}: the first two of a
 * district or subdistrict. Counts alone; single cases come from the server.
 */
final class CaseDocument {
  private static final int MONTHS = 13;
  private static final int DAYS = 30;
  private static final List<String> STAGES =
      List.of("received", "accepted", "dispatched", "handled", "checked", "closed");

  private final List<Row> cases;
  private final @Nullable LocalDate latest;

  private CaseDocument(List<Row> cases, @Nullable LocalDate latest) {
    this.cases = cases;
    this.latest = latest;
  }

  private static @Nullable LocalDate latest(List<Row> cases) {
    return cases.stream()
        .flatMap(c -> day(c, "state_on").stream())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /**
   * The document.
   *
   * @param cases rows of city.service_case
   * @param subdistricts rows of city.subdistrict
   * @param residents rows of city.resident_count
   */
  static Map<String, @Nullable Object> of(
      List<Row> cases, List<Row> subdistricts, List<Row> residents) {
    CaseDocument document = new CaseDocument(cases, latest(cases));
    return document
        .demandAndFunnel()
        .with("days", DAYS)
        .with("by_subdistrict", document.bySubdistrict(subdistricts, residents))
        .build();
  }

  /**
   * The documents of every district, and of subdistricts that have cases, by code.
   *
   * @param cases rows of city.service_case; one without a subdistrict counts for its district alone
   * @param districts rows of city.district
   */
  static Map<String, Map<String, @Nullable Object>> byArea(List<Row> cases, List<Row> districts) {
    LocalDate latest = latest(cases);
    Map<String, List<Row>> own = new TreeMap<>();
    districts.forEach(d -> own.put(d.text("code"), new ArrayList<>()));
    for (Row row : cases) {
      own.computeIfAbsent(row.text("ref_area"), code -> new ArrayList<>()).add(row);
      String subdistrict = row.find("subdistrict_code");
      if (subdistrict != null) {
        own.computeIfAbsent(subdistrict, code -> new ArrayList<>()).add(row);
      }
    }
    Map<String, Map<String, @Nullable Object>> documents = new TreeMap<>();
    own.forEach(
        (code, rows) ->
            documents.put(
                code,
                new CaseDocument(rows, latest)
                    .demandAndFunnel()
                    .with("ref_area", code)
                    .with("subdistricts", subdistricts(code, rows))
                    .build()));
    return documents;
  }

  /** The codes of a district's subdistricts that have cases; a subdistrict has none. */
  private static List<String> subdistricts(String code, List<Row> own) {
    return own.stream()
        .flatMap(row -> Stream.ofNullable(row.find("subdistrict_code")))
        .filter(subdistrict -> !subdistrict.equals(code))
        .distinct()
        .sorted()
        .toList();
  }

  private Document demandAndFunnel() {
    return new Document()
        .with("latest_day", latest == null ? null : latest.toString())
        .with("synthetic", cases.stream().anyMatch(c -> c.flag("synthetic")))
        .with("by_category", byCategory())
        .with("funnel", funnel());
  }

  /** {@code [month, category, case_kind, count]} of the last thirteen months, in that order. */
  private List<List<Object>> byCategory() {
    if (latest == null) {
      return List.of();
    }
    LocalDate first = latest.withDayOfMonth(1).minusMonths(MONTHS - 1L);
    Map<List<String>, Long> counts =
        cases.stream()
            .filter(c -> within(c, "received_on", first))
            .collect(
                Collectors.groupingBy(
                    c ->
                        List.of(
                            c.text("received_on").substring(0, 7),
                            Optional.ofNullable(c.find("category")).orElse(""),
                            c.text("case_kind")),
                    () -> new TreeMap<>(Comparator.comparing(key -> String.join("\u0000", key))),
                    Collectors.counting()));
    List<List<Object>> rows = new ArrayList<>();
    counts.forEach((key, count) -> rows.add(List.of(key.get(0), key.get(1), key.get(2), count)));
    return List.copyOf(rows);
  }

  /** Of every kind how many cases came to a stage, and the median of the hours until then. */
  private List<Map<String, @Nullable Object>> funnel() {
    Map<String, List<Row>> kinds =
        cases.stream()
            .filter(c -> !c.text("status").equals("rejected"))
            .collect(
                Collectors.groupingBy(c -> c.text("case_kind"), TreeMap::new, Collectors.toList()));
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    kinds.forEach(
        (kind, own) -> {
          for (String stage : STAGES) {
            List<Double> hours =
                own.stream().flatMap(c -> hours(c, stage + "_at").stream()).sorted().toList();
            if (!hours.isEmpty()) {
              rows.add(
                  new Document()
                      .with("case_kind", kind)
                      .with("stage", stage)
                      .with("count", (long) hours.size())
                      .with("median_hours", median(hours))
                      .build());
            }
          }
        });
    return List.copyOf(rows);
  }

  /**
   * What is open now, and what came, was closed, asked after and solved in the last thirty days.
   */
  private List<Map<String, @Nullable Object>> bySubdistrict(
      List<Row> subdistricts, List<Row> residents) {
    Map<String, List<Row>> own =
        cases.stream()
            .filter(c -> c.find("subdistrict_code") != null)
            .collect(Collectors.groupingBy(c -> c.text("subdistrict_code")));
    Map<String, Long> people =
        residents.stream()
            .collect(Collectors.toMap(r -> r.text("subdistrict_code"), r -> r.number("residents")));
    return subdistricts.stream()
        .filter(s -> own.containsKey(s.text("code")) || people.containsKey(s.text("code")))
        .sorted(Comparator.comparing(s -> s.text("code")))
        .map(s -> subdistrict(s, own.getOrDefault(s.text("code"), List.of()), people))
        .toList();
  }

  private Map<String, @Nullable Object> subdistrict(
      Row subdistrict, List<Row> own, Map<String, Long> people) {
    LocalDate first = latest == null ? LocalDate.MAX : latest.minusDays(DAYS - 1L);
    List<Row> closed = own.stream().filter(c -> within(c, "closed_on", first)).toList();
    String code = subdistrict.text("code");
    return new Document()
        .with("subdistrict_code", code)
        .with("name", subdistrict.text("name_zh"))
        .with("ref_area", subdistrict.text("ref_area"))
        .with("open", count(own.stream(), c -> c.text("status").equals("open")))
        .with("received", count(own.stream(), c -> within(c, "received_on", first)))
        .with("closed", (long) closed.size())
        .with("asked", count(closed.stream(), c -> c.findFlag("solved") != null))
        .with("solved", count(closed.stream(), c -> Boolean.TRUE.equals(c.findFlag("solved"))))
        .with("population", people.get(code))
        .build();
  }

  private static long count(Stream<Row> rows, Predicate<Row> which) {
    return rows.filter(which).count();
  }

  private static boolean within(Row row, String column, LocalDate first) {
    return day(row, column).filter(d -> !d.isBefore(first)).isPresent();
  }

  private static Optional<LocalDate> day(Row row, String column) {
    return Optional.ofNullable(row.findDate(column));
  }

  private static Optional<Double> hours(Row row, String column) {
    String until = row.find(column);
    return until == null
        ? Optional.empty()
        : Optional.of(
            Duration.between(
                        OffsetDateTime.parse(row.text("received_at")), OffsetDateTime.parse(until))
                    .toSeconds()
                / 3600.0);
  }

  /** Of an even number the mean of the two in the middle, to a tenth. */
  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    double value =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return Math.round(value * 10) / 10.0;
  }
}
