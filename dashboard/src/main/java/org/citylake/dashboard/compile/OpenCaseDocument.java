package org.citylake.dashboard.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code open_cases.json}: where cases and emergencies are open, by subdistrict, kind and category.
 * No coordinates, no numbers of cases and nobody's words: a wall screen shows it to everybody.
 */
final class OpenCaseDocument {
  private static final Comparator<Row> BY_DAY = Comparator.comparing(c -> c.text("received_on"));

  private OpenCaseDocument() {}

  /**
   * The document.
   *
   * @param cases rows of city.service_case
   * @param subdistricts rows of city.subdistrict
   */
  static Map<String, @Nullable Object> of(List<Row> cases, List<Row> subdistricts) {
    Map<String, String> names =
        subdistricts.stream()
            .collect(Collectors.toMap(s -> s.text("code"), s -> s.text("name_zh")));
    List<Row> open = cases.stream().filter(c -> c.text("status").equals("open")).toList();
    Map<String, List<Row>> places =
        open.stream()
            .collect(
                Collectors.groupingBy(OpenCaseDocument::place, TreeMap::new, Collectors.toList()));
    List<Map<String, @Nullable Object>> told = new ArrayList<>();
    places.values().forEach(own -> told.add(told(own, names)));
    return new Document()
        .with(
            "latest_day",
            cases.stream()
                .flatMap(c -> Optional.ofNullable(c.find("state_on")).stream())
                .max(Comparator.naturalOrder())
                .orElse(null))
        .with("synthetic", open.stream().anyMatch(c -> c.flag("synthetic")))
        .with("places", told)
        .build();
  }

  private static Map<String, @Nullable Object> told(List<Row> own, Map<String, String> names) {
    Row first = own.get(0);
    String subdistrict = first.find("subdistrict_code");
    return new Document()
        .with("ref_area", first.text("ref_area"))
        .with("subdistrict_code", subdistrict)
        .with("name_zh", subdistrict == null ? null : names.get(subdistrict))
        .with("case_kind", first.text("case_kind"))
        .with("category", first.find("category"))
        .with("level", first.find("level"))
        .with("open", (long) own.size())
        .with(
            "overdue",
            own.stream().filter(c -> Boolean.FALSE.equals(c.findFlag("on_time"))).count())
        .with("oldest", own.stream().min(BY_DAY).orElseThrow().text("received_on"))
        .build();
  }

  private static String place(Row row) {
    List<String> key = new ArrayList<>();
    for (String column :
        List.of("ref_area", "subdistrict_code", "case_kind", "category", "level")) {
      key.add(Optional.ofNullable(row.find(column)).orElse(""));
    }
    return String.join("\u0000", key);
  }
}
