package org.citylake.entities.linkage.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.entities.linkage.table.RecordTableBuilder;

/**
 * Tells which columns of inputs mean the same: those of one name, then, the most alike first, those
 * that hold the same. Where inputs share entities told by a number with check digits, columns that
 * agree on these are alike; elsewhere those that share values. Each input gives one column at most
 * to a group.
 */
public final class ColumnMatching {
  private static final double LEAST_AGREEMENT = 0.2;
  private static final double LEAST_AGREEMENT_OF_DATES = 0.5;
  private static final double LEAST_AGREEMENT_OF_CATEGORIES = 0.8;

  /** Below it, sharing values is chance. */
  private static final double LEAST_SHARED = 0.1;

  private static final double LEAST_DECADES = 0.6;
  private static final double LEAST_CATEGORIES = 0.99;
  private static final int FEWEST_VALUES = 20;

  private final List<Map<String, ColumnSketch>> groups = new ArrayList<>();
  private final Map<String, AnchoredRows> anchored = new HashMap<>();
  private final Map<String, Optional<String>> ids = new LinkedHashMap<>();
  private final Map<Set<String>, Double> likeness = new HashMap<>();

  /**
   * Takes an input.
   *
   * @param records all records of it alone
   * @param columns its columns that may be compared
   * @param id its column with the record ids, which is matched with nothing
   */
  public void add(
      String source, RecordTableBuilder records, List<String> columns, Optional<String> id) {
    ids.put(source, id);
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    for (String column : columns) {
      List<String> values = records.distinct(column);
      if (!id.equals(Optional.of(column)) && !values.isEmpty()) {
        ColumnSketch sketch = ColumnSketch.of(column, values);
        kinds.put(column, sketch.kind());
        add(source, sketch);
      }
    }
    AnchoredRows.of(records, kinds).ifPresent(rows -> anchored.put(source, rows));
  }

  private void add(String source, ColumnSketch sketch) {
    for (Map<String, ColumnSketch> group : groups) {
      if (!group.containsKey(source)
          && group.values().stream().anyMatch(s -> s.name().equals(sketch.name()))) {
        group.put(source, sketch);
        return;
      }
    }
    groups.add(new LinkedHashMap<>(Map.of(source, sketch)));
  }

  /** The columns that at least two inputs have. A group is called as its first input calls it. */
  public List<InputColumns> match() {
    while (mergeMostAlike()) {
      // Each merge may bring another one.
    }
    return columns();
  }

  private boolean mergeMostAlike() {
    double most = 0;
    int first = -1;
    int second = -1;
    for (int a = 0; a < groups.size(); a++) {
      for (int b = a + 1; b < groups.size(); b++) {
        double alike = alike(groups.get(a), groups.get(b));
        if (alike > most) {
          most = alike;
          first = a;
          second = b;
        }
      }
    }
    if (first < 0) {
      return false;
    }
    groups.get(first).putAll(groups.remove(second));
    return true;
  }

  /** The greatest likeness of a column of one group and one of the other; 0 where inputs clash. */
  private double alike(Map<String, ColumnSketch> a, Map<String, ColumnSketch> b) {
    if (!Collections.disjoint(a.keySet(), b.keySet())) {
      return 0;
    }
    return a.entrySet().stream()
        .flatMapToDouble(
            x ->
                b.entrySet().stream()
                    .mapToDouble(
                        y ->
                            likeness.computeIfAbsent(
                                Set.of(place(x), place(y)),
                                key -> alike(x.getKey(), x.getValue(), y.getKey(), y.getValue()))))
        .max()
        .orElse(0);
  }

  private static String place(Map.Entry<String, ColumnSketch> column) {
    return column.getKey() + "\u0000" + column.getValue().name();
  }

  private double alike(String source, ColumnSketch a, String other, ColumnSketch b) {
    boolean same = a.kind() == b.kind();
    // What has check digits can be nothing else, be no value of one input in the other.
    if (a.kind().identifier().isPresent() || b.kind().identifier().isPresent()) {
      return same ? 2 + a.shared(b) : 0;
    }
    AnchoredRows mine = anchored.get(source);
    AnchoredRows others = anchored.get(other);
    if (mine != null && others != null && mine.overlaps(others)) {
      double agreement = mine.agreement(a.name(), others, b.name());
      return agreement >= leastAgreement(a.kind(), b.kind()) ? 1 + agreement : 0;
    }
    return likeByValues(a, b);
  }

  private static double leastAgreement(ColumnKind a, ColumnKind b) {
    if (a == ColumnKind.DATE || b == ColumnKind.DATE) {
      return LEAST_AGREEMENT_OF_DATES;
    }
    return isText(a) && isText(b) ? LEAST_AGREEMENT : LEAST_AGREEMENT_OF_CATEGORIES;
  }

  private static double likeByValues(ColumnSketch a, ColumnSketch b) {
    boolean same = a.kind() == b.kind();
    double shared = a.shared(b);
    return switch (a.kind()) {
      case EMAIL -> same ? 1 + shared : 0;
      case DATE -> {
        double decades = same ? a.sharedDecades(b) : 0;
        yield decades >= LEAST_DECADES ? (decades + shared) / 2 : 0;
      }
      case CATEGORY -> same && shared >= LEAST_CATEGORIES ? shared / 2 : 0;
      case NUMBER, YEAR, LATITUDE, LONGITUDE -> 0;
      default ->
          isText(b.kind())
                  && shared >= LEAST_SHARED
                  && Math.min(a.size(), b.size()) >= FEWEST_VALUES
              ? shared
              : 0;
    };
  }

  private static boolean isText(ColumnKind kind) {
    return switch (kind) {
      case IDENTITY_NUMBER, CREDIT_CODE, EMAIL, DATE, CATEGORY, NUMBER, YEAR, LATITUDE, LONGITUDE ->
          false;
      default -> true;
    };
  }

  private List<InputColumns> columns() {
    Set<String> taken = new HashSet<>();
    Map<String, Map<String, String>> columns = new LinkedHashMap<>();
    ids.keySet().forEach(source -> columns.put(source, new LinkedHashMap<>()));
    for (Map<String, ColumnSketch> group : groups) {
      if (group.size() > 1) {
        String own = group.values().iterator().next().name();
        String common = own;
        for (int n = 2; !taken.add(common); n++) {
          common = own + "_" + n;
        }
        for (Map.Entry<String, ColumnSketch> member : group.entrySet()) {
          columns.getOrDefault(member.getKey(), Map.of()).put(common, member.getValue().name());
        }
      }
    }
    List<InputColumns> inputs = new ArrayList<>();
    columns.forEach(
        (source, own) ->
            inputs.add(new InputColumns(source, own, ids.getOrDefault(source, Optional.empty()))));
    return inputs;
  }
}
