package org.citylake.trinoplugin;

import io.trino.spi.QueryId;
import io.trino.spi.connector.CatalogSchemaName;
import io.trino.spi.connector.CatalogSchemaRoutineName;
import io.trino.spi.connector.CatalogSchemaTableName;
import io.trino.spi.connector.ColumnSchema;
import io.trino.spi.connector.SchemaTableName;
import io.trino.spi.function.SchemaFunctionName;
import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.Identity;
import io.trino.spi.security.SystemAccessControl;
import io.trino.spi.security.SystemSecurityContext;
import io.trino.spi.security.ViewExpression;
import io.trino.spi.type.Type;
import java.security.Principal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.citylake.access.grant.Sight;
import org.citylake.access.grant.TableGrant;

/**
 * Reading by grants and nothing else: Trino refuses whatever this class does not allow, writing,
 * procedures and settings above all. A column that the contract does not have, such as one of an
 * older schema, is refused; so is what tells of the table itself, such as {@code $path}, where not
 * the whole table is seen.
 */
final class GrantedAccessControl implements SystemAccessControl {
  private final SignedUsers users;

  GrantedAccessControl(SignedUsers users) {
    this.users = users;
  }

  private GrantedTables tables(SystemSecurityContext context) {
    return new GrantedTables(users.grants(context.getIdentity().getUser()));
  }

  @Override
  public void checkCanSetUser(Optional<Principal> principal, String user) {
    if (principal.map(Principal::getName).filter(user::equals).isEmpty()) {
      throw denied("Nobody may act as the user '" + user + "' but himself");
    }
  }

  @Override
  public void checkCanExecuteQuery(Identity identity, QueryId query) {
    // What it reads is judged table by table.
  }

  @Override
  public void checkCanViewQueryOwnedBy(Identity identity, Identity owner) {
    own(identity, owner);
  }

  @Override
  public Collection<Identity> filterViewQueryOwnedBy(
      Identity identity, Collection<Identity> owners) {
    return owners.stream().filter(o -> o.getUser().equals(identity.getUser())).toList();
  }

  @Override
  public void checkCanKillQueryOwnedBy(Identity identity, Identity owner) {
    own(identity, owner);
  }

  private static void own(Identity identity, Identity owner) {
    if (!identity.getUser().equals(owner.getUser())) {
      throw denied("It is another user's query");
    }
  }

  @Override
  public void checkCanSetSystemSessionProperty(Identity identity, QueryId query, String property) {
    // Settings of one's own session; limits are the resource group's and not among them.
    if (property.startsWith("query_max") || property.startsWith("resource")) {
      throw denied("The limit " + property + " is not the user's to set");
    }
  }

  @Override
  public boolean canAccessCatalog(SystemSecurityContext context, String catalog) {
    return tables(context).catalog(catalog);
  }

  @Override
  public Set<String> filterCatalogs(SystemSecurityContext context, Set<String> catalogs) {
    return filter(catalogs, tables(context)::catalog);
  }

  @Override
  public void checkCanShowSchemas(SystemSecurityContext context, String catalog) {
    require(tables(context).catalog(catalog), "There is no catalog '" + catalog + "' for you");
  }

  @Override
  public Set<String> filterSchemas(
      SystemSecurityContext context, String catalog, Set<String> schemas) {
    GrantedTables tables = tables(context);
    return filter(schemas, s -> tables.metadata(catalog, s) || tables.schema(catalog, s));
  }

  @Override
  public void checkCanShowTables(SystemSecurityContext context, CatalogSchemaName schema) {
    require(tables(context).catalog(schema.getCatalogName()), "There is no such schema for you");
  }

  @Override
  public void checkCanShowCreateTable(SystemSecurityContext context, CatalogSchemaTableName table) {
    require(
        tables(context).find(table).filter(TableGrant::whole).isPresent(),
        "How " + table + " is made is shown to those who see all of it");
  }

  @Override
  public Set<SchemaTableName> filterTables(
      SystemSecurityContext context, String catalog, Set<SchemaTableName> names) {
    GrantedTables tables = tables(context);
    return names.stream()
        .filter(name -> sees(tables, new CatalogSchemaTableName(catalog, name)))
        .collect(Collectors.toSet());
  }

  @Override
  public void checkCanShowColumns(SystemSecurityContext context, CatalogSchemaTableName table) {
    require(sees(tables(context), table), noTable(table));
  }

  private static boolean sees(GrantedTables tables, CatalogSchemaTableName table) {
    return tables.metadata(table.getCatalogName(), table.getSchemaTableName().getSchemaName())
        || tables.find(table).isPresent();
  }

  @Override
  public Set<String> filterColumns(
      SystemSecurityContext context, CatalogSchemaTableName table, Set<String> columns) {
    GrantedTables tables = tables(context);
    return filter(columns, column -> readable(tables, table, column));
  }

  @Override
  public Map<SchemaTableName, Set<String>> filterColumns(
      SystemSecurityContext context, String catalog, Map<SchemaTableName, Set<String>> columns) {
    Map<SchemaTableName, Set<String>> seen = new LinkedHashMap<>();
    columns.forEach(
        (table, names) ->
            seen.put(
                table, filterColumns(context, new CatalogSchemaTableName(catalog, table), names)));
    return seen;
  }

  @Override
  public void checkCanSelectFromColumns(
      SystemSecurityContext context,
      CatalogSchemaTableName table,
      Optional<String> branch,
      Set<String> columns) {
    checkCanSelectFromColumns(context, table, columns);
  }

  @Override
  public void checkCanSelectFromColumns(
      SystemSecurityContext context, CatalogSchemaTableName table, Set<String> columns) {
    GrantedTables tables = tables(context);
    require(sees(tables, table), noTable(table));
    Set<String> hidden = filter(columns, column -> !readable(tables, table, column));
    require(hidden.isEmpty(), "Columns of " + table + " are not for you: " + hidden);
  }

  private static boolean readable(
      GrantedTables tables, CatalogSchemaTableName table, String column) {
    if (tables.metadata(table.getCatalogName(), table.getSchemaTableName().getSchemaName())) {
      return true;
    }
    boolean about = table.getSchemaTableName().getTableName().indexOf('$') > 0;
    return tables
        .find(table)
        .filter(
            grant ->
                grant.sight(column).isPresent()
                    || (grant.whole() && (about || column.startsWith("$"))))
        .isPresent();
  }

  @Override
  public List<ViewExpression> getRowFilters(
      SystemSecurityContext context, CatalogSchemaTableName table) {
    return tables(context)
        .find(table)
        .flatMap(TableGrant::area)
        .map(area -> expression(table, AreaPredicate.of(area)))
        .stream()
        .toList();
  }

  @Override
  public Map<ColumnSchema, ViewExpression> getColumnMasks(
      SystemSecurityContext context, CatalogSchemaTableName table, List<ColumnSchema> columns) {
    GrantedTables tables = tables(context);
    Map<ColumnSchema, ViewExpression> masks = new LinkedHashMap<>();
    for (ColumnSchema column : columns) {
      mask(tables, table, column.getName(), column.getType())
          .ifPresent(mask -> masks.put(column, mask));
    }
    return masks;
  }

  @Override
  public Optional<ViewExpression> getColumnMask(
      SystemSecurityContext context, CatalogSchemaTableName table, String column, Type type) {
    return mask(tables(context), table, column, type);
  }

  private static Optional<ViewExpression> mask(
      GrantedTables tables, CatalogSchemaTableName table, String column, Type type) {
    return tables
        .find(table)
        .flatMap(
            grant ->
                masked(grant, column)
                    ? Optional.of(Mask.of(type))
                    : tables.maskBySource(grant, column, type))
        .map(mask -> expression(table, mask));
  }

  private static boolean masked(TableGrant grant, String column) {
    return grant.sight(column).filter(sight -> sight == Sight.MASKED).isPresent();
  }

  @Override
  public boolean canExecuteFunction(
      SystemSecurityContext context, CatalogSchemaRoutineName function) {
    // Functions of a catalog, such as Iceberg's table_changes, read round the filters.
    return builtIn(function.getCatalogName(), function.getSchemaName());
  }

  @Override
  public void checkCanShowFunctions(SystemSecurityContext context, CatalogSchemaName schema) {
    // Which there are is no secret.
  }

  @Override
  public Set<SchemaFunctionName> filterFunctions(
      SystemSecurityContext context, String catalog, Set<SchemaFunctionName> functions) {
    return functions.stream()
        .filter(function -> builtIn(catalog, function.schemaName()))
        .collect(Collectors.toSet());
  }

  private static boolean builtIn(String catalog, String schema) {
    return catalog.equals(GrantedTables.SYSTEM) && schema.equals("builtin");
  }

  @Override
  public void shutdown() {
    // Nothing is held.
  }

  private static ViewExpression expression(CatalogSchemaTableName table, String text) {
    return ViewExpression.builder()
        .catalog(table.getCatalogName())
        .schema(table.getSchemaTableName().getSchemaName())
        .expression(text)
        .build();
  }

  private static Set<String> filter(Set<String> names, Predicate<String> kept) {
    return names.stream().filter(kept).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String noTable(CatalogSchemaTableName table) {
    return "You have no grant on " + table + ", or there is no such table";
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw denied(message);
    }
  }

  private static AccessDeniedException denied(String message) {
    return new AccessDeniedException(message);
  }
}
