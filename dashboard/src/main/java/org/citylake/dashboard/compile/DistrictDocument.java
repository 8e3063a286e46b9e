package org.citylake.dashboard.compile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citylake.core.declaration.MapDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * {@code districts.json}: every version of every district, today's first, in the order of their
 * codes, and the map that shows them.
 */
final class DistrictDocument {
  private DistrictDocument() {}

  static Map<String, @Nullable Object> of(List<Row> districts, List<MapDeclaration> maps) {
    Comparator<Row> order =
        Comparator.comparing((Row r) -> r.findDate("valid_to") != null)
            .thenComparing(r -> r.text("code"))
            .thenComparing(r -> r.text("valid_from"));
    Stream<Map<String, @Nullable Object>> versions =
        districts.stream().sorted(order).map(DistrictDocument::version);
    return new Document()
        .with("city", TodaysAreas.CITY)
        .with("map", map(maps))
        .with("districts", versions.toList())
        .build();
  }

  /** Addresses of the map's files; null where nobody declared a map of the city. */
  private static @Nullable Map<String, @Nullable Object> map(List<MapDeclaration> maps) {
    return maps.stream()
        .filter(map -> map.area().equals(TodaysAreas.CITY))
        .findFirst()
        .map(
            map ->
                new Document()
                    .with(
                        "geometry",
                        map.outlines().isPresent() ? "maps/" + map.id() + ".json" : null)
                    .with("tiles", "maps/" + map.id() + "-tiles.json")
                    .with("schematic", map.schematic())
                    .with("map_approval_no", map.approvalNumber().orElse(null))
                    .with("origin", map.origin())
                    .with("licence", map.licence())
                    .build())
        .orElse(null);
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
