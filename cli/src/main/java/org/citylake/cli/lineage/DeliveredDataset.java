package org.citylake.cli.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.DatasetFacets;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.InputDatasetInputFacetsBuilder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.StartedLoad;
import org.jspecify.annotations.Nullable;

/**
 * A delivered file as a dataset: namespace {@code file}, its path in the archive as name, its
 * SHA-256 as version.
 *
 * @param maker makes the facets
 */
record DeliveredDataset(EventMaker maker) {
  static final String NAMESPACE = "file";

  /** The file's name as a dataset. */
  static String name(StartedLoad load) {
    return load.delivery().path().toAbsolutePath().toString();
  }

  /**
   * The file that a load reads.
   *
   * @param result what its rules found in it; null while that is not known
   */
  InputDataset of(StartedLoad load, @Nullable LoadResult result) {
    OpenLineage facets = maker.facets();
    InputDatasetInputFacetsBuilder found = facets.newInputDatasetInputFacetsBuilder();
    if (result != null) {
      found
          .inputStatistics(
              facets.newInputStatisticsInputDatasetFacet(
                  result.arrived(), load.delivery().bytes(), 1L))
          .dataQualityMetrics(
              facets
                  .newDataQualityMetricsInputDatasetFacetBuilder()
                  .rowCount(result.arrived())
                  .bytes(load.delivery().bytes())
                  .fileCount(1L)
                  .columnMetrics(facets.newDataQualityMetricsInputDatasetFacetColumnMetrics())
                  .build())
          .dataQualityAssertions(new RuleAssertions(facets).of(load.source(), result));
    }
    return facets
        .newInputDatasetBuilder()
        .namespace(NAMESPACE)
        .name(name(load))
        .facets(facets(load))
        .inputFacets(found.build())
        .build();
  }

  private DatasetFacets facets(StartedLoad load) {
    OpenLineage facets = maker.facets();
    SourceDeclaration source = load.source();
    return facets
        .newDatasetFacetsBuilder()
        .dataSource(
            facets.newDatasourceDatasetFacet(
                source.id(), URI.create("urn:citylake:source:" + source.id())))
        .documentation(
            facets.newDocumentationDatasetFacet(
                source.contract().nameZh() + ": " + load.delivery().file(), "text/plain"))
        .schema(
            maker.schema(
                source.contract(),
                ContractProperty::physicalName,
                p -> p.type().name().toLowerCase(Locale.ROOT)))
        .version(facets.newDatasetVersionDatasetFacet(load.delivery().sha256()))
        .storage(facets.newStorageDatasetFacet("file", source.format().type()))
        // Each delivery is a file of its own; this name stays for all of a source.
        .symlinks(
            facets.newSymlinksDatasetFacet(
                List.of(
                    facets.newSymlinksDatasetFacetIdentifiers(
                        maker.namespace(), "source." + source.id(), "SOURCE"))))
        .build();
  }
}
