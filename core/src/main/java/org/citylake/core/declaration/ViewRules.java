package org.citylake.core.declaration;

import org.citylake.core.problem.Problems;

/** What a view must keep in view of other declarations. */
final class ViewRules {
  private ViewRules() {}

  /** Its header names what the query reads, and all of that is declared. */
  static void check(
      Loaded<ViewDeclaration> loaded, Declarations.References references, Problems problems) {
    ViewDeclaration view = loaded.declaration();
    SqlRules.check(
        new SqlFile(view.query()),
        loaded.folder().shown("query.sql"),
        view.inputs(),
        name -> references.isRelation(name) || references.isOfViews(name),
        problems);
  }
}
