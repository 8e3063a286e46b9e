package org.citylake.core.declaration;

import java.util.List;
import org.citylake.core.problem.Problems;

/** What a group must keep in view of other declarations. */
final class GroupRules {
  private static final String VAULT = "vault.";

  private GroupRules() {}

  static void check(
      Loaded<GroupDeclaration> loaded, Declarations.References references, Problems problems) {
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
}
