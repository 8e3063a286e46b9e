package org.citylake.dashboard.compile;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells on which of today's districts a figure may be drawn. A figure of an area that was merged
 * into a larger one must not colour the larger one, although both can bear the same code (310106
 * before and after 2015). An area that only changed its code or its kind is still the same area
 * (Chongming county 310230, district 310151 since 2016).
 */
final class TodaysAreas {
  static final String CITY = "310000";

  private final Map<String, String> todayByVersion = new HashMap<>();
  private final Set<String> today = new HashSet<>();

  TodaysAreas(List<Row> districts) {
    Map<String, Row> byVersion = new HashMap<>();
    for (Row row : districts) {
      byVersion.put(key(row.text("code"), row.findDate("valid_from")), row);
    }
    for (Row row : districts) {
      if (row.findDate("valid_to") == null) {
        String code = row.text("code");
        today.add(code);
        for (Row area = row; area != null; area = renamedFrom(area, districts)) {
          todayByVersion.put(key(area.text("code"), area.findDate("valid_from")), code);
        }
      }
    }
  }

  /** The code of today's district that is this area; null when it is none (merged, or the city). */
  @Nullable String today(String code, @Nullable LocalDate validFrom) {
    if (validFrom == null) {
      return today.contains(code) ? code : null;
    }
    return todayByVersion.get(key(code, validFrom));
  }

  /** Today's area that the value may stand for: the city, or a district within its own borders. */
  @Nullable String areaOf(Row value) {
    String area = value.text("ref_area");
    return area.equals(CITY) ? area : today(area, value.findDate("ref_area_valid_from"));
  }

  private static @Nullable Row renamedFrom(Row area, List<Row> districts) {
    List<String> predecessors = area.texts("predecessors");
    LocalDate from = area.findDate("valid_from");
    if (predecessors.size() != 1 || from == null) {
      return null;
    }
    boolean grew =
        districts.stream()
            .anyMatch(
                d ->
                    d.text("code").equals(area.text("code"))
                        && !predecessors.contains(d.text("code"))
                        && from.equals(d.findDate("valid_to")));
    return grew
        ? null
        : districts.stream()
            .filter(
                d -> predecessors.contains(d.text("code")) && from.equals(d.findDate("valid_to")))
            .findFirst()
            .orElse(null);
  }

  private static String key(String code, @Nullable LocalDate validFrom) {
    return code + "/" + validFrom;
  }
}
