package io.trino.spi.security;

import io.trino.spi.QueryId;
import io.trino.spi.connector.CatalogSchemaName;
import io.trino.spi.connector.CatalogSchemaRoutineName;
import io.trino.spi.connector.CatalogSchemaTableName;
import io.trino.spi.connector.ColumnSchema;
import io.trino.spi.connector.SchemaTableName;
import io.trino.spi.function.SchemaFunctionName;
import io.trino.spi.type.Type;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what somebody may; in Trino every method but the last four refuses unless overridden. */
public interface SystemAccessControl {
  void checkCanSetUser(Optional<Principal> principal, String user);

  void checkCanExecuteQuery(Identity identity, QueryId query);

  void checkCanViewQueryOwnedBy(Identity identity, Identity owner);

  Collection<Identity> filterViewQueryOwnedBy(Identity identity, Collection<Identity> owners);

  void checkCanKillQueryOwnedBy(Identity identity, Identity owner);

  void checkCanSetSystemSessionProperty(Identity identity, QueryId query, String property);

  boolean canAccessCatalog(SystemSecurityContext context, String catalog);

  Set<String> filterCatalogs(SystemSecurityContext context, Set<String> catalogs);

  void checkCanShowSchemas(SystemSecurityContext context, String catalog);

  Set<String> filterSchemas(SystemSecurityContext context, String catalog, Set<String> schemas);

  void checkCanShowTables(SystemSecurityContext context, CatalogSchemaName schema);

  void checkCanShowCreateTable(SystemSecurityContext context, CatalogSchemaTableName table);

  Set<SchemaTableName> filterTables(
      SystemSecurityContext context, String catalog, Set<SchemaTableName> tables);

  void checkCanShowColumns(SystemSecurityContext context, CatalogSchemaTableName table);

  Set<String> filterColumns(
      SystemSecurityContext context, CatalogSchemaTableName table, Set<String> columns);

  Map<SchemaTableName, Set<String>> filterColumns(
      SystemSecurityContext context, String catalog, Map<SchemaTableName, Set<String>> columns);

  void checkCanSelectFromColumns(
      SystemSecurityContext context,
      CatalogSchemaTableName table,
      Optional<String> branch,
      Set<String> columns);

  void checkCanSelectFromColumns(
      SystemSecurityContext context, CatalogSchemaTableName table, Set<String> columns);

  boolean canExecuteFunction(SystemSecurityContext context, CatalogSchemaRoutineName function);

  void checkCanShowFunctions(SystemSecurityContext context, CatalogSchemaName schema);

  Set<SchemaFunctionName> filterFunctions(
      SystemSecurityContext context, String catalog, Set<SchemaFunctionName> functions);

  List<ViewExpression> getRowFilters(SystemSecurityContext context, CatalogSchemaTableName table);

  Optional<ViewExpression> getColumnMask(
      SystemSecurityContext context, CatalogSchemaTableName table, String column, Type type);

  Map<ColumnSchema, ViewExpression> getColumnMasks(
      SystemSecurityContext context, CatalogSchemaTableName table, List<ColumnSchema> columns);

  void shutdown();
}
