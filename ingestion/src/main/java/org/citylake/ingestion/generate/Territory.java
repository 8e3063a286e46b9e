package org.citylake.ingestion.generate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;

/**
 * Where people live: the districts in the proportions of the censuses of 2010 and 2020, between
 * them interpolated, and within a district its streets and towns alike.
 */
final class Territory {
  private static final String CENSUS = "district_census";
  private static final String STREETS = "subdistrict";

  /** Township codes from here on are areas of enterprises, which have no residents of their own. */
  private static final int FIRST_ENTERPRISE_AREA = 400;

  private final Weighted<Street> streets;
  private final Map<String, Double> shares = new LinkedHashMap<>();

  private Territory(Weighted<Street> streets, Map<String, Double> shares) {
    this.streets = streets;
    this.shares.putAll(shares);
  }

  /** The territory that the shipped census and street tables tell, on a day. */
  static Territory of(DeclarationLibrary library, LocalDate day) {
    List<Map<String, String>> census = shipped(library, CENSUS);
    List<Map<String, String>> table = shipped(library, STREETS);
    double progress = Math.min(1, Math.max(0, (day.getYear() - 2010) / 10.0));
    Map<String, Double> shares = new LinkedHashMap<>();
    Map<Street, Double> weights = new LinkedHashMap<>();
    for (Map<String, String> district : census) {
      String code = district.getOrDefault("code_2016", "");
      double then = Double.parseDouble(district.getOrDefault("census_2010", "0"));
      double later = Double.parseDouble(district.getOrDefault("census_2020", "0"));
      double people = then + (later - then) * progress;
      shares.put(code, people);
      District place = District.of(code, district.getOrDefault("name_zh", ""));
      List<Street> own =
          table.stream()
              .filter(row -> code.equals(row.get("district_code")))
              .filter(Territory::residential)
              .map(row -> street(row, place))
              .toList();
      own.forEach(street -> weights.put(street, people / own.size()));
    }
    double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.replaceAll((code, people) -> people / all);
    return new Territory(Weighted.of(weights), shares);
  }

  private static boolean residential(Map<String, String> row) {
    return Integer.parseInt(row.getOrDefault("code", "").substring(6)) < FIRST_ENTERPRISE_AREA;
  }

  private static Street street(Map<String, String> row, District district) {
    return new Street(row.getOrDefault("code", ""), row.getOrDefault("name_zh", ""), district);
  }

  private static List<Map<String, String>> shipped(DeclarationLibrary library, String id) {
    SourceDeclaration source =
        library
            .findSource(id)
            .filter(s -> s.origin().isPresent())
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.DATA,
                        "Cannot lay out the city: the published source '" + id + "' is missing"));
    return Resource.rows(
        source.folder().resolve(source.origin().orElseThrow().deliveries().get(0).file()));
  }

  /** The street at a place in [0, 1). */
  Street street(double unit) {
    return streets.at(unit);
  }

  /** All streets, in the order of the census's districts. */
  List<Street> streets() {
    return streets.values();
  }

  /** District code to its share of the residents. */
  Map<String, Double> shares() {
    return Map.copyOf(shares);
  }
}
