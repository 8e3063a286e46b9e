package org.citylake.cli.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.DatasetFacets;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.InputDatasetInputFacetsBuilder;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunFacetsBuilder;
import io.openlineage.client.utils.UUIDUtils;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citylake.cli.lineage.EventMaker.Job;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadListener;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.StartedLoad;
import org.citylake.ingestion.quality.Freshness;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.schema.RawTableContract;
import org.citylake.lakehouse.schema.VaultTableContract;
import org.jspecify.annotations.Nullable;

/**
 * Tells of loads: START when one begins, COMPLETE or FAIL when it ends. The input is the delivered
 * file where the home keeps it; the outputs are the raw table, of personal columns the vault table,
 * and the quarantine when records went there. A streamed source has no raw table: its output is the
 * table that its mapping names.
 */
final class LoadEvents implements LoadListener {
  private static final String FILE = "file";

  private final Lineage lineage;
  private final EventMaker maker;
  private final TableDatasets tables;

  LoadEvents(Lineage lineage, EventMaker maker, LakeCatalog live) {
    this.lineage = lineage;
    this.maker = maker;
    this.tables = new TableDatasets(maker, live);
  }

  @Override
  public Watch began(StartedLoad load) {
    UUID run = UUIDUtils.generateNewUUID();
    lineage.tell(() -> event(RunEvent.EventType.START, run, load, null, null));
    return new Watch() {
      @Override
      public void completed(LoadResult result) {
        lineage.tell(() -> event(RunEvent.EventType.COMPLETE, run, load, result, null));
      }

      @Override
      public void failed(Throwable failure) {
        lineage.tell(() -> event(RunEvent.EventType.FAIL, run, load, null, failure));
      }
    };
  }

  private RunEvent event(
      RunEvent.EventType type,
      UUID run,
      StartedLoad load,
      @Nullable LoadResult result,
      @Nullable Throwable failure) {
    OpenLineage facets = maker.facets();
    SourceDeclaration source = load.source();
    RunFacetsBuilder about =
        facets
            .newRunFacetsBuilder()
            .nominalTime(
                facets.newNominalTimeRunFacet(
                    load.snapshotDate().atStartOfDay(Freshness.ZONE), null))
            .tags(
                facets.newTagsRunFacet(
                    List.of(
                        maker.tag("load_id", load.loadId()),
                        maker.tag("contract_version", source.contract().version()))));
    if (failure != null) {
      about.errorMessage(maker.failure(failure));
    }
    Job job =
        new Job(
            (load.replay() ? "replay." : "load.") + source.id(),
            load.replay() ? "REPLAY" : "LOAD",
            source.contract().nameZh()
                + " "
                + source.contract().nameEn()
                + ": "
                + source.contract().description(),
            "");
    return maker.event(
        type, run, about, job, List.of(delivered(load, result)), outputs(load, result));
  }

  private InputDataset delivered(StartedLoad load, @Nullable LoadResult result) {
    OpenLineage facets = maker.facets();
    SourceDeclaration source = load.source();
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
          .dataQualityAssertions(new RuleAssertions(facets).of(source, result));
    }
    List<OpenLineage.SchemaDatasetFacetFields> columns = new ArrayList<>();
    for (ContractProperty property : source.contract().properties()) {
      columns.add(
          facets
              .newSchemaDatasetFacetFieldsBuilder()
              .name(property.physicalName())
              .type(property.type().name().toLowerCase(java.util.Locale.ROOT))
              .description(property.nameZh() + ": " + property.description())
              .ordinal_position((long) columns.size() + 1)
              .build());
    }
    DatasetFacets dataset =
        facets
            .newDatasetFacetsBuilder()
            .dataSource(
                facets.newDatasourceDatasetFacet(
                    source.id(), URI.create("urn:citylake:source:" + source.id())))
            .documentation(
                facets.newDocumentationDatasetFacet(
                    source.contract().nameZh() + ": " + load.delivery().file(), "text/plain"))
            .schema(facets.newSchemaDatasetFacet(columns))
            .version(facets.newDatasetVersionDatasetFacet(load.delivery().sha256()))
            .storage(facets.newStorageDatasetFacet("file", source.format().type()))
            // Each delivery is a file of its own; this name stays for all of a source.
            .symlinks(
                facets.newSymlinksDatasetFacet(
                    List.of(
                        facets.newSymlinksDatasetFacetIdentifiers(
                            maker.namespace(), "source." + source.id(), "SOURCE"))))
            .build();
    return facets
        .newInputDatasetBuilder()
        .namespace(FILE)
        .name(file(load))
        .facets(dataset)
        .inputFacets(found.build())
        .build();
  }

  private static String file(StartedLoad load) {
    return load.delivery().path().toAbsolutePath().toString();
  }

  private List<OutputDataset> outputs(StartedLoad load, @Nullable LoadResult result) {
    SourceDeclaration source = load.source();
    Optional<Long> snapshot = result == null ? Optional.<Long>empty() : result.snapshotId();
    Long rows = result == null ? Long.valueOf(0) : null;
    List<OutputDataset> outputs = new ArrayList<>();
    if (source.stream().isPresent()) {
      source
          .mapping()
          .ifPresent(
              m ->
                  outputs.add(
                      tables.written(
                          m.to(),
                          Optional.empty(),
                          snapshot,
                          result == null ? rows : Long.valueOf(result.accepted()),
                          new ColumnOrigins(maker.facets())
                              .streamed(source, m, FILE, file(load))
                              .facet())));
    } else {
      outputs.add(
          tables.written(
              "raw." + source.id(),
              Optional.of(RawTableContract.of(source)),
              snapshot,
              rows,
              new ColumnOrigins(maker.facets()).raw(source, FILE, file(load)).facet()));
    }
    if (!source.contract().personalColumns().isEmpty()) {
      outputs.add(
          tables.written(
              "vault." + source.id(),
              Optional.of(VaultTableContract.of(source)),
              Optional.empty(),
              result == null ? 0 : result.accepted(),
              new ColumnOrigins(maker.facets()).vault(source, FILE, file(load)).facet()));
    }
    if (result != null && result.quarantined() > 0) {
      outputs.add(
          tables.written(
              QuarantineLog.TABLE, Optional.empty(), Optional.empty(), result.quarantined(), null));
    }
    return outputs;
  }
}
