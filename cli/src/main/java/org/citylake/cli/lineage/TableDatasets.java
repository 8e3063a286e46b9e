package org.citylake.cli.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.ColumnLineageDatasetFacet;
import io.openlineage.client.OpenLineage.DatasetFacets;
import io.openlineage.client.OpenLineage.DatasetFacetsBuilder;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.OutputDataset;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.jspecify.annotations.Nullable;

/**
 * Tables of the lakehouse as datasets: namespace {@code iceberg://NAMESPACE}, name {@code
 * namespace.table}; the version is the Iceberg snapshot.
 *
 * @param maker makes the facets
 * @param live where the tables are
 */
record TableDatasets(EventMaker maker, LakeCatalog live) {
  String namespace() {
    return "iceberg://" + maker.namespace();
  }

  /** A table that was read, as it is now. */
  InputDataset read(String name, Optional<DataContract> contract) {
    Optional<Long> snapshot =
        live.exists(name)
            ? Optional.ofNullable(live.load(name).currentSnapshot()).map(Snapshot::snapshotId)
            : Optional.empty();
    return maker
        .facets()
        .newInputDatasetBuilder()
        .namespace(namespace())
        .name(name)
        .facets(facets(name, contract, snapshot, null))
        .build();
  }

  /**
   * A table that was written.
   *
   * @param snapshot the snapshot that holds what was written; empty when nothing was, or it is not
   *     known yet
   * @param rows how many rows; taken from the snapshot when null
   */
  OutputDataset written(
      String name,
      Optional<DataContract> contract,
      Optional<Long> snapshot,
      @Nullable Long rows,
      @Nullable ColumnLineageDatasetFacet columns) {
    OpenLineage facets = maker.facets();
    Map<String, String> summary =
        snapshot.map(id -> live.load(name).snapshot(id).summary()).orElse(Map.of());
    return facets
        .newOutputDatasetBuilder()
        .namespace(namespace())
        .name(name)
        .facets(facets(name, contract, snapshot, columns))
        .outputFacets(
            facets
                .newOutputDatasetOutputFacetsBuilder()
                .outputStatistics(
                    facets.newOutputStatisticsOutputDatasetFacet(
                        rows != null ? rows : count(summary, SnapshotSummary.ADDED_RECORDS_PROP),
                        count(summary, SnapshotSummary.ADDED_FILE_SIZE_PROP),
                        count(summary, SnapshotSummary.ADDED_FILES_PROP)))
                .build())
        .build();
  }

  private static Long count(Map<String, String> summary, String key) {
    return Long.valueOf(summary.getOrDefault(key, "0"));
  }

  private DatasetFacets facets(
      String name,
      Optional<DataContract> contract,
      Optional<Long> snapshot,
      @Nullable ColumnLineageDatasetFacet columns) {
    OpenLineage facets = maker.facets();
    DatasetFacetsBuilder built =
        facets
            .newDatasetFacetsBuilder()
            .dataSource(facets.newDatasourceDatasetFacet("iceberg", URI.create(namespace())))
            .datasetType(facets.newDatasetTypeDatasetFacet("TABLE", null));
    contract.ifPresent(
        c ->
            built
                .documentation(
                    facets.newDocumentationDatasetFacet(
                        c.nameZh() + " " + c.nameEn() + ": " + c.description(), "text/plain"))
                .schema(maker.schema(c, ContractProperty::name, ContractProperty::physicalType)));
    snapshot.ifPresent(id -> built.version(facets.newDatasetVersionDatasetFacet(id.toString())));
    if (columns != null) {
      built.columnLineage(columns);
    }
    if (live.exists(name)) {
      Table table = live.load(name);
      built.storage(facets.newStorageDatasetFacet("iceberg", "parquet"));
      built.symlinks(
          facets.newSymlinksDatasetFacet(
              List.of(
                  facets.newSymlinksDatasetFacetIdentifiers(
                      "file", table.location().replaceFirst("^file:(//)?", ""), "LOCATION"))));
    }
    return built.build();
  }
}
