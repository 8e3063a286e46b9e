package org.citylake.core.declaration;

import java.util.List;

/** What an export must keep in view of other declarations. */
final class ExportRules {
  private ExportRules() {}

  static void check(Loaded<ExportDeclaration> loaded, Declarations.References references) {
    List<String> tables = loaded.declaration().tables();
    for (int i = 0; i < tables.size(); i++) {
      references.table(loaded.marker(), "/tables/" + i, tables.get(i));
    }
  }
}
