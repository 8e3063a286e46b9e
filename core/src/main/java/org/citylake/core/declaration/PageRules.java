package org.citylake.core.declaration;

import java.util.List;
import org.citylake.core.declaration.PageDeclaration.Tile;

/** What a page must keep in view of other declarations. */
final class PageRules {
  private PageRules() {}

  static void check(Loaded<PageDeclaration> loaded, Declarations.References references) {
    List<Tile> tiles = loaded.declaration().tiles();
    for (int i = 0; i < tiles.size(); i++) {
      if (tiles.get(i).parameters().get("indicator") instanceof String code) {
        references.indicator(loaded.marker(), "/tiles/" + i + "/parameters/indicator", code);
      }
    }
  }
}
