package org.citylake.metrics.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration;

/**
 * What the figures are called and by which rules they were computed.
 *
 * @param editions the editions of the release
 * @param indicators the indicators of the release
 * @param areas names of areas by GB/T 2260 code
 * @param units names of units of measure by the code of the list unit_measure
 */
public record ExportReference(
    List<EditionDeclaration> editions,
    List<IndicatorDeclaration> indicators,
    Map<String, Names> areas,
    Map<String, Names> units) {
  /** No names at all. */
  public static final ExportReference NONE =
      new ExportReference(List.of(), List.of(), Map.of(), Map.of());

  public ExportReference {
    editions = List.copyOf(editions);
    indicators = List.copyOf(indicators);
    areas = Map.copyOf(areas);
    units = Map.copyOf(units);
  }

  /** A thing's two names. */
  public record Names(String zh, String en) {}

  /** The edition of that id, such as {@code plan_attainment/2015}. */
  public Optional<EditionDeclaration> findEdition(String id) {
    return editions.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** The indicator of that code. */
  public Optional<IndicatorDeclaration> findIndicator(String code) {
    return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
  }

  /** An area's names; its code where it has none. */
  public Names area(String code) {
    return areas.getOrDefault(code, new Names(code, code));
  }

  /** A unit of measure's names; its code where it has none. */
  public Names unit(String code) {
    return units.getOrDefault(code, new Names(code, code));
  }

  /** An indicator's names; its code where it has none. */
  public Names indicator(String code) {
    return findIndicator(code)
        .map(i -> new Names(i.nameZh(), i.nameEn()))
        .orElse(new Names(code, code));
  }
}
