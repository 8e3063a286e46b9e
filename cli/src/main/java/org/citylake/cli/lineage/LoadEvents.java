package org.citylake.cli.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunFacetsBuilder;
import io.openlineage.client.utils.UUIDUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citylake.cli.lineage.EventMaker.Job;
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
        type,
        run,
        about,
        job,
        List.of(new DeliveredDataset(maker).of(load, result)),
        outputs(load, result));
  }

  private List<OutputDataset> outputs(StartedLoad load, @Nullable LoadResult result) {
    SourceDeclaration source = load.source();
    String file = DeliveredDataset.name(load);
    Optional<Long> snapshot = result == null ? Optional.<Long>empty() : result.snapshotId();
    Long rows = result == null ? Long.valueOf(0) : null;
    List<OutputDataset> outputs = new ArrayList<>();
    if (source.replayed()) {
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
                              .streamed(source, m, DeliveredDataset.NAMESPACE, file)
                              .facet())));
    } else {
      outputs.add(
          tables.written(
              "raw." + source.id(),
              Optional.of(RawTableContract.of(source)),
              snapshot,
              rows,
              new ColumnOrigins(maker.facets())
                  .raw(source, DeliveredDataset.NAMESPACE, file)
                  .facet()));
    }
    if (!source.contract().personalColumns().isEmpty()) {
      outputs.add(
          tables.written(
              "vault." + source.id(),
              Optional.of(VaultTableContract.of(source)),
              Optional.empty(),
              result == null ? 0 : result.accepted(),
              new ColumnOrigins(maker.facets())
                  .vault(source, DeliveredDataset.NAMESPACE, file)
                  .facet()));
    }
    if (result != null && result.quarantined() > 0) {
      outputs.add(
          tables.written(
              QuarantineLog.TABLE, Optional.empty(), Optional.empty(), result.quarantined(), null));
    }
    return outputs;
  }
}
