package org.citylake.core.declaration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.problem.Problems;

/** What a group must keep in view of other declarations. */
final class GroupRules {
  private static final String VAULT = "vault.";

  private GroupRules() {}

  static void check(
      Loaded<GroupDeclaration> loaded, Declarations.References references, Problems problems) {
    views(loaded, references, problems);
    List<GroupDeclaration.Grant> grants = loaded.declaration().grants();
    for (int i = 0; i < grants.size(); i++) {
      List<String> tables = grants.get(i).tables();
      for (int j = 0; j < tables.size(); j++) {
        String table = tables.get(j);
        String place = "/grants/" + i + "/tables/" + j;
        if (table.startsWith(VAULT)) {
          problems.add(
              loaded
                  .marker()
                  .problem(
                      place,
                      "vault-granted",
                      table,
                      "Nobody reads the vault through SQL or the page; see ./citylake vault"));
        } else if (!table.endsWith(".*")) {
          references.table(loaded.marker(), place, table);
        }
      }
    }
  }

  /** A view shows nothing of what the group sees nothing of: such a view would only ever fail. */
  private static void views(
      Loaded<GroupDeclaration> loaded, Declarations.References references, Problems problems) {
    GroupDeclaration group = loaded.declaration();
    for (int i = 0; i < group.views().size(); i++) {
      String id = group.views().get(i);
      String place = "/views/" + i;
      references.view(loaded.marker(), place, id);
      Optional<ViewDeclaration> view = references.findView(id);
      List<String> hidden =
          Stream.concat(
                  view.stream()
                      .flatMap(v -> v.tablesRead().stream())
                      .filter(t -> group.grants().stream().noneMatch(g -> g.covers(t))),
                  view.stream()
                      .flatMap(v -> v.viewsRead().stream())
                      .filter(v -> !group.views().contains(v))
                      .map(v -> ViewDeclaration.PREFIX + v))
              .toList();
      if (!hidden.isEmpty()) {
        problems.add(
            loaded
                .marker()
                .problem(
                    place,
                    "view-not-seen",
                    id,
                    "The view reads "
                        + String.join(", ", hidden)
                        + ", which the group is not granted"));
      }
    }
  }
}
