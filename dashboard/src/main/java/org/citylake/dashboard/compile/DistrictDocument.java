package org.citylake.dashboard.compile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code districts.json}: every version of every district, today's first, in the order of their
 * codes, and how the map stands to the law.
 */
final class DistrictDocument {
  private DistrictDocument() {}

  static Map<String, @Nullable Object> of(List<Row> districts) {
    Comparator<Row> order =
        Comparator.comparing((Row r) -> r.findDate("valid_to") != null)
            .thenComparing(r -> r.text("code"))
            .thenComparing(r -> r.text("valid_from"));
    Stream<Map<String, @Nullable Object>> versions =
        districts.stream().sorted(order).map(DistrictDocument::version);
    return new Document()
        .with("city", TodaysAreas.CITY)
        .with("map", map())
        .with("districts", versions.toList())
        .build();
  }

  private static Map<String, @Nullable Object> map() {
    // Outlines may only be published with an approval number; null says: internal use.
    return new Document()
        .with("geometry", "maps/shanghai.json")
        .with("tiles", "maps/shanghai-tiles.json")
        .with("schematic", true)
        .with("map_approval_no", null)
        .build();
  }

  private static Map<String, @Nullable Object> version(Row row) {
    return new Document()
        .with("code", row.text("code"))
        .with("valid_from", row.text("valid_from"))
        .with("valid_from_known", row.flag("valid_from_known"))
        .with("valid_to", row.find("valid_to"))
        .with("name_zh", row.text("name_zh"))
        .with("name_en", row.find("name_en"))
        .with("division_class", row.find("division_class"))
        .with("predecessors", row.texts("predecessors"))
        .with("successor", row.find("successor"))
        .with("basis", row.find("basis"))
        .build();
  }
}
