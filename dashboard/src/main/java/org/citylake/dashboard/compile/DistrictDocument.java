package org.citylake.dashboard.compile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.MapDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * {@code districts.json}: every version of every district, today's first, in the order of their
 * codes, the subdistricts by name, and the map that shows the districts.
 */
final class DistrictDocument {
  private DistrictDocument() {}

  static Map<String, @Nullable Object> of(
      List<Row> districts, List<Row> subdistricts, DeclarationLibrary library) {
    Comparator<Row> order =
        Comparator.comparing((Row r) -> r.findDate("valid_to") != null)
            .thenComparing(r -> r.text("code"))
            .thenComparing(r -> r.text("valid_from"));
    Stream<Map<String, @Nullable Object>> versions =
        districts.stream().sorted(order).map(row -> version(row, library.codelists()));
    return new Document()
        .with("city", TodaysAreas.CITY)
        .with("map", map(library.maps()))
        .with("districts", versions.toList())
        .with(
            "subdistricts",
            subdistricts.stream()
                .sorted(Comparator.comparing(r -> r.text("code")))
                .map(DistrictDocument::subdistrict)
                .toList())
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

  private static Map<String, @Nullable Object> subdistrict(Row row) {
    return new Document()
        .with("code", row.text("code"))
        .with("name_zh", row.text("name_zh"))
        .with("ref_area", row.text("ref_area"))
        .build();
  }

  /** The table's name; of an area that had ended before the first census, the code list's. */
  private static @Nullable Object nameEn(Row row, List<Codelist> codelists) {
    return Optional.ofNullable(row.find("name_en"))
        .or(
            () ->
                codelists.stream()
                    .filter(list -> list.id().equals("division"))
                    .findFirst()
                    .flatMap(list -> list.find(row.text("code")))
                    .map(division -> division.get("name_en")))
        .orElse(null);
  }

  private static Map<String, @Nullable Object> version(Row row, List<Codelist> codelists) {
    return new Document()
        .with("code", row.text("code"))
        .with("valid_from", row.text("valid_from"))
        .with("valid_from_known", row.flag("valid_from_known"))
        .with("valid_to", row.find("valid_to"))
        .with("name_zh", row.text("name_zh"))
        .with("name_en", nameEn(row, codelists))
        .with("division_class", row.find("division_class"))
        .with("predecessors", row.texts("predecessors"))
        .with("successor", row.find("successor"))
        .with("basis", row.find("basis"))
        .build();
  }
}
