package org.citylake.trinoplugin;

import io.trino.spi.connector.CatalogSchemaTableName;
import io.trino.spi.connector.SchemaTableName;
import io.trino.spi.type.Type;
import java.util.Optional;
import java.util.Set;
import org.citylake.access.grant.Grants;
import org.citylake.access.grant.QuarantineSight;
import org.citylake.access.grant.TableGrant;

/**
 * What one user sees of Trino's catalogs: {@code published} and {@code release} by his grants,
 * {@code lake} by the same where he may see what no release pins, and of {@code system} what a JDBC
 * client asks.
 */
final class GrantedTables {
  static final String SYSTEM = "system";
  private static final String INFORMATION = "information_schema";
  private static final Set<String> RELEASED = Set.of("published", "release");
  private static final String UNRELEASED = "lake";

  /** Schemas of {@code system} that show nothing beyond what is granted. */
  private static final Set<String> METADATA = Set.of("jdbc", "metadata", INFORMATION);

  private final Grants grants;

  GrantedTables(Grants grants) {
    this.grants = grants;
  }

  boolean catalog(String catalog) {
    return RELEASED.contains(catalog)
        || catalog.equals(SYSTEM)
        || (catalog.equals(UNRELEASED) && grants.unreleased());
  }

  /** Whether it is a schema of metadata, whose rows Trino itself filters by what is granted. */
  boolean metadata(String catalog, String schema) {
    return catalog(catalog)
        && (catalog.equals(SYSTEM) ? METADATA.contains(schema) : schema.equals(INFORMATION));
  }

  /** Whether a table of the schema may be seen. */
  boolean schema(String catalog, String schema) {
    return catalog(catalog) && !catalog.equals(SYSTEM) && grants.anyOf(namespace(schema));
  }

  /**
   * What is seen of the table. {@code TABLE$snapshots} and the like tell of all rows and columns,
   * so they are seen with a table that is seen whole; the quarantine's rows are seen by source.
   */
  Optional<TableGrant> find(CatalogSchemaTableName name) {
    if (!catalog(name.getCatalogName()) || name.getCatalogName().equals(SYSTEM)) {
      return Optional.empty();
    }
    SchemaTableName table = name.getSchemaTableName();
    String[] parts = table.getTableName().split("\\$", 2);
    return grants
        .table(namespace(table.getSchemaName()) + "." + parts[0])
        .filter(grant -> parts.length == 1 || (grant.whole() && !quarantine(grant)));
  }

  /** What stands in place of a column's values by the row's source; empty when nothing does. */
  Optional<String> maskBySource(TableGrant grant, String column, Type type) {
    return quarantine(grant)
        ? QuarantineMask.of(QuarantineSight.of(grants), column, type)
        : Optional.empty();
  }

  private static boolean quarantine(TableGrant grant) {
    return grant.table().equals(QuarantineSight.TABLE);
  }

  /** In the catalog {@code release} the release's prefix stands before the namespace. */
  private static String namespace(String schema) {
    return schema.substring(schema.lastIndexOf("__") < 0 ? 0 : schema.lastIndexOf("__") + 2);
  }
}
