package org.citylake.dashboard.server;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.declaration.PageDeclaration;
import org.citylake.core.declaration.PageDeclaration.Tile;

/** The pages of a city as {@code /api/v1/pages} tells them, in the order of the menu. */
final class PagesDocument {
  private PagesDocument() {}

  /**
   * The document.
   *
   * @param features what this server offers beside documents, such as {@code cases}
   */
  static Map<String, Object> of(List<PageDeclaration> pages, List<String> features) {
    return Map.of(
        "features",
        features,
        "pages",
        pages.stream()
            .sorted(
                Comparator.comparingInt(PageDeclaration::order)
                    .thenComparing(PageDeclaration::name))
            .map(PagesDocument::page)
            .toList());
  }

  private static Map<String, Object> page(PageDeclaration page) {
    return Map.of(
        "name", page.name(),
        "title_zh", page.titleZh(),
        "title_en", page.titleEn(),
        "group_zh", page.groupZh(),
        "group_en", page.groupEn(),
        "tiles", page.tiles().stream().map(PagesDocument::tile).toList());
  }

  private static Map<String, Object> tile(Tile tile) {
    return Map.of(
        "type", tile.type(),
        "title_zh", tile.titleZh(),
        "title_en", tile.titleEn(),
        "section_zh", tile.sectionZh(),
        "section_en", tile.sectionEn(),
        "width", tile.width(),
        "parameters", new TreeMap<>(tile.parameters()));
  }
}
