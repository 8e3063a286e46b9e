package org.citylake.entities.division;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The code tables by revision, without provinces, whose codes end in four zeros. */
final class CodeTables {
  private final NavigableMap<LocalDate, NavigableMap<String, String>> names = new TreeMap<>();

  CodeTables(List<CodeTableRow> rows) {
    for (CodeTableRow row : rows) {
      if (!row.code().endsWith("0000")) {
        names.computeIfAbsent(row.revision(), r -> new TreeMap<>()).put(row.code(), row.name());
      }
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("No code table has a district");
    }
  }

  List<LocalDate> revisions() {
    return List.copyOf(names.keySet());
  }

  LocalDate first() {
    return names.firstKey();
  }

  LocalDate last() {
    return names.lastKey();
  }

  TreeSet<String> codes() {
    TreeSet<String> codes = new TreeSet<>();
    names.values().forEach(t -> codes.addAll(t.keySet()));
    return codes;
  }

  boolean has(LocalDate revision, String code) {
    NavigableMap<String, String> table = names.get(revision);
    return table != null && table.containsKey(code);
  }

  /** The distinct names that the tables of the time give the code, in their order. */
  List<String> names(String code, LocalDate from, Optional<LocalDate> to) {
    return names.entrySet().stream()
        .filter(t -> !t.getKey().isBefore(from) && (to.isEmpty() || t.getKey().isBefore(to.get())))
        .flatMap(t -> Optional.ofNullable(t.getValue().get(code)).stream())
        .distinct()
        .toList();
  }

  /** The first name that any table gives the code. */
  String anyName(String code) {
    return names(code, LocalDate.MIN, Optional.empty()).get(0);
  }
}
