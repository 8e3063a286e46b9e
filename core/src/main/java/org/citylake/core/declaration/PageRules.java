package org.citylake.core.declaration;

import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.PageDeclaration.Tile;

/** What a page must keep in view of other declarations. */
final class PageRules {
  private PageRules() {}

  /**
   * Every indicator that a tile names is declared. A tile with {@code optional: true} may name one
   * that this city does not declare: a shipped page then serves it too, and the tile says so.
   */
  static void check(Loaded<PageDeclaration> loaded, Declarations.References references) {
    List<Tile> tiles = loaded.declaration().tiles();
    for (int i = 0; i < tiles.size(); i++) {
      Map<String, Object> parameters = tiles.get(i).parameters();
      if (Boolean.TRUE.equals(parameters.get("optional"))) {
        continue;
      }
      String at = "/tiles/" + i + "/parameters/";
      if (parameters.get("indicator") instanceof String code) {
        references.indicator(loaded.marker(), at + "indicator", code);
      }
      if (parameters.get("indicators") instanceof List<?> codes) {
        for (int k = 0; k < codes.size(); k++) {
          references.indicator(
              loaded.marker(), at + "indicators/" + k, String.valueOf(codes.get(k)));
        }
      }
    }
  }
}
