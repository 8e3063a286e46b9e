package org.citylake.lakehouse.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.responses.ImmutableLoadViewResponse;
import org.apache.iceberg.rest.responses.LoadViewResponse;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.view.ImmutableSQLViewRepresentation;
import org.apache.iceberg.view.ImmutableViewVersion;
import org.apache.iceberg.view.ViewMetadata;
import org.citylake.lakehouse.schema.ColumnTypes;
import org.citylake.lakehouse.view.ReleasedView;

/**
 * A view of one release.
 *
 * @param shown its name in the warehouse
 * @param release whose tables it reads
 * @param prefix that stands before the release's namespaces
 * @param view what it is
 */
record ServedView(TableIdentifier shown, ServedRelease release, String prefix, ReleasedView view) {
  /** Trino takes the statements of this dialect, and no other engine does. */
  private static final String DIALECT = "trino";

  /**
   * As Iceberg's view spec has it. There is one version, made at no time, so that the answer is the
   * same whenever it is asked for; nothing of it is ever written to a file.
   *
   * @param warehouse its name, by which SQL knows it as a catalog too
   */
  LoadViewResponse answer(String warehouse) {
    String location = "citylake:/" + warehouse + "/" + shown;
    ViewMetadata metadata =
        ViewMetadata.builder()
            .assignUUID(
                UUID.nameUUIDFromBytes(location.getBytes(StandardCharsets.UTF_8)).toString())
            .setLocation(location)
            .setProperties(
                Map.of("comment", view.comment(), "citylake.release", release.releaseId()))
            .setCurrentVersion(
                ImmutableViewVersion.builder()
                    .versionId(1)
                    .timestampMillis(0)
                    .schemaId(0)
                    .summary(Map.of())
                    .defaultCatalog(warehouse)
                    .defaultNamespace(shown.namespace())
                    .addRepresentations(
                        ImmutableSQLViewRepresentation.builder()
                            .sql(view.statement(prefix))
                            .dialect(DIALECT)
                            .build())
                    .build(),
                schema())
            .build();
    return ImmutableLoadViewResponse.builder()
        .metadata(metadata)
        .metadataLocation(location)
        .build();
  }

  private Schema schema() {
    List<Types.NestedField> fields = new ArrayList<>();
    for (ReleasedView.Column column : view.columns()) {
      int id = fields.size() + 1;
      fields.add(
          Types.NestedField.optional(
              id, column.name(), ColumnTypes.parse(column.type(), id), column.description()));
    }
    return new Schema(fields);
  }
}
