package org.citylake.superset.declared;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citylake.access.grant.Grants;
import org.citylake.access.grant.GroupGrants;
import org.citylake.access.grant.GroupGrants.GrantedTable;
import org.citylake.access.grant.Sight;
import org.citylake.access.grant.TableGrant;
import org.citylake.access.user.Principal;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.ViewDeclaration;
import org.citylake.superset.asset.Asset;

/**
 * Which datasets a group may open in Superset, which reads all of them as one user. A dataset is
 * open to a group that sees every column at least as clearly as that user does, in every table that
 * the dataset reads: a value that SQL would mask for the group is never shown to it. Where the
 * group sees its own district, the columns that tell it are filtered.
 */
final class DatasetReach {
  private final DeclarationLibrary library;
  private final Grants reader;

  private DatasetReach(DeclarationLibrary library, Grants reader) {
    this.library = library;
    this.reader = reader;
  }

  static DatasetReach of(DeclarationLibrary library, Principal reader) {
    return new DatasetReach(library, Grants.of(reader, library));
  }

  /**
   * How the group may read a dataset.
   *
   * @return the columns by which its rows are filtered, none for all rows; empty when it may not
   */
  Optional<Set<String>> of(GroupGrants group, Asset dataset) {
    String name =
        dataset.content().path("schema").asText()
            + "."
            + dataset.content().path("table_name").asText();
    if (!group.tables().containsKey(name)) {
      return Optional.empty();
    }
    List<String> columns = dataset.content().path("columns").findValuesAsText("column_name");
    Set<String> filtered = new LinkedHashSet<>();
    for (String table : tables(name).toList()) {
      Optional<TableGrant> read = reader.table(table);
      if (read.isEmpty()) {
        continue; // Superset shows nothing of it to anybody.
      }
      GrantedTable granted = group.tables().get(table);
      if (granted == null || !asClear(granted, read.get())) {
        return Optional.empty();
      }
      switch (granted.rows()) {
        case ALL -> {}
        case OWN_DISTRICT -> {
          if (!columns.contains(granted.district())) {
            return Optional.empty();
          }
          filtered.add(granted.district());
        }
        case OWN_SUBDISTRICT -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(filtered);
  }

  /** The tables that a table or view reads, through other views too. */
  private Stream<String> tables(String name) {
    if (!name.startsWith(ViewDeclaration.PREFIX)) {
      return Stream.of(name);
    }
    ViewDeclaration view =
        library.findView(name.substring(ViewDeclaration.PREFIX.length())).orElseThrow();
    return Stream.concat(
        view.tablesRead().stream(),
        view.viewsRead().stream().flatMap(other -> tables(ViewDeclaration.PREFIX + other)));
  }

  private static boolean asClear(GrantedTable granted, TableGrant read) {
    Map<String, Sight> seen = granted.columns();
    return read.columns().entrySet().stream()
        .allMatch(
            column -> {
              Sight sight = seen.get(column.getKey());
              return sight != null && sight.compareTo(column.getValue()) <= 0;
            });
  }
}
