package org.citylake.access.grant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.access.user.Principal;
import org.citylake.core.contract.DirectoryEntry;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.GroupDeclaration;
import org.citylake.core.declaration.GroupDeclaration.Limits;
import org.citylake.core.declaration.GroupDeclaration.Rows;
import org.citylake.core.declaration.ViewDeclaration;
import org.citylake.core.value.OrderedMap;

/**
 * What the members of a group see, worked out for every table.
 *
 * @param group its id
 * @param page what its members may do on the page
 * @param unreleased whether SQL shows it what no release pins
 * @param limits of each member's statements
 * @param tables of every table and view by full name; one that is not in it is not seen
 */
public record GroupGrants(
    String group,
    List<String> page,
    boolean unreleased,
    Limits limits,
    Map<String, GrantedTable> tables) {
  public GroupGrants {
    page = List.copyOf(page);
    tables = OrderedMap.copyOf(tables);
  }

  /**
   * A table as a group sees it, before it is known who looks.
   *
   * @param rows which rows
   * @param district column by which rows belong to a district, empty when none does
   * @param subdistrict the same for a subdistrict
   * @param columns those that are seen at all
   */
  public record GrantedTable(
      Rows rows, String district, String subdistrict, Map<String, Sight> columns) {
    public GrantedTable {
      columns = OrderedMap.copyOf(columns);
    }

    /** What one member sees; empty when his area cannot be told from the rows. */
    Optional<TableGrant> of(String table, Principal principal) {
      return switch (rows) {
        case ALL -> Optional.of(new TableGrant(table, Optional.empty(), columns));
        case OWN_DISTRICT -> filtered(table, district, principal.district());
        case OWN_SUBDISTRICT -> filtered(table, subdistrict, principal.subdistrict());
      };
    }

    private Optional<TableGrant> filtered(String table, String column, Optional<String> code) {
      return column.isEmpty()
          ? Optional.empty()
          : code.map(
              c ->
                  new TableGrant(
                      table, Optional.of(new TableGrant.AreaFilter(column, c)), columns));
    }
  }

  /** The grants of all declared groups, by id. */
  public static Map<String, GroupGrants> of(DeclarationLibrary library) {
    Map<String, ReadableColumns> readable = ReadableColumns.of(library);
    Map<String, GroupGrants> all = new TreeMap<>();
    for (GroupDeclaration group : library.groups()) {
      Map<String, GrantedTable> tables = new TreeMap<>();
      readable.forEach(
          (table, columns) ->
              group.grants().stream()
                  .filter(grant -> grant.covers(table))
                  .findFirst()
                  .ifPresent(grant -> tables.put(table, granted(grant, columns))));
      group.views().stream()
          .flatMap(id -> library.findView(id).stream())
          .forEach(view -> tables.put(view.fullName(), shown(view)));
      all.put(
          group.id(),
          new GroupGrants(group.id(), group.page(), group.unreleased(), group.limits(), tables));
    }
    return all;
  }

  private static GrantedTable granted(GroupDeclaration.Grant grant, ReadableColumns readable) {
    Map<String, Sight> columns = new LinkedHashMap<>();
    readable
        .classifications()
        .forEach((column, classification) -> columns.put(column, sight(grant, classification)));
    return new GrantedTable(
        grant.rows(),
        AreaColumns.district(readable.contract()).orElse(""),
        AreaColumns.subdistrict(readable.contract()).orElse(""),
        columns);
  }

  /** A view hides nothing itself: what it reads is filtered and masked as the tables are. */
  private static GrantedTable shown(ViewDeclaration view) {
    Map<String, Sight> columns = new LinkedHashMap<>();
    view.columns().forEach(column -> columns.put(column.name(), Sight.CLEAR));
    return new GrantedTable(Rows.ALL, "", "", columns);
  }

  private static Sight sight(GroupDeclaration.Grant grant, String classification) {
    if (classification.endsWith("-personal") || classification.endsWith("-sensitive")) {
      return grant.tokens() ? Sight.TOKEN : Sight.MASKED;
    }
    int height = DirectoryEntry.height(classification);
    return height >= 0 && height <= DirectoryEntry.height(grant.level())
        ? Sight.CLEAR
        : Sight.MASKED;
  }
}
