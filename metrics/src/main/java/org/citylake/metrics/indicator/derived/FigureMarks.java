package org.citylake.metrics.indicator.derived;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a figure that was made of others has to say of them. */
public final class FigureMarks {
  private FigureMarks() {}

  /** Estimated when one is, else provisional when one is, else normal. */
  public static String obsStatus(Collection<Figure> figures) {
    List<String> statuses = figures.stream().map(Figure::obsStatus).toList();
    return statuses.contains("E") ? "E" : statuses.contains("P") ? "P" : "A";
  }

  /** Every warning of any of them, else ok. */
  public static String quality(Collection<Figure> figures) {
    Set<String> warnings = new TreeSet<>();
    figures.forEach(f -> warnings.addAll(List.of(f.quality().split(",", -1))));
    warnings.remove("ok");
    return warnings.isEmpty() ? "ok" : String.join(",", warnings);
  }
}
