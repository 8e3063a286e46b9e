package org.citylake.cli.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.ColumnLineageDatasetFacet;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunFacetsBuilder;
import io.openlineage.client.utils.UUIDUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.lineage.EventMaker.Job;
import org.citylake.core.contract.DataContract;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.schema.RawTableContract;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the tables that a run computes: a job {@code compute} around the whole, and when it is
 * whole a job {@code compute.TABLE} for each table, with what it was computed from. Columns are
 * told where a mapping declares them; of a query its SQL.
 */
public final class TableEvents {
  private static final String WHOLE = "compute";

  private final Lineage lineage;
  private final EventMaker maker;
  private final TableDatasets tables;

  TableEvents(Lineage lineage, EventMaker maker, LakeCatalog live) {
    this.lineage = lineage;
    this.maker = maker;
    this.tables = new TableDatasets(maker, live);
  }

  /**
   * Does the work and tells of it; what the work throws goes on.
   *
   * @param runId the platform's own name of the run
   * @param work gives {@code tables}: table to rows, snapshot and inputs
   */
  public EngineJob.Outcome watch(
      DeclarationLibrary library, String runId, Supplier<EngineJob.Outcome> work) {
    UUID run = UUIDUtils.generateNewUUID();
    lineage.tell(() -> whole(RunEvent.EventType.START, run, runId, null));
    EngineJob.Outcome outcome;
    try {
      outcome = work.get();
    } catch (RuntimeException | Error failure) {
      lineage.tell(() -> whole(RunEvent.EventType.FAIL, run, runId, failure));
      throw failure;
    }
    for (Map.Entry<String, JsonNode> table : outcome.result().path("tables").properties()) {
      UUID own = UUIDUtils.generateNewUUID();
      for (RunEvent.EventType type :
          List.of(RunEvent.EventType.START, RunEvent.EventType.COMPLETE)) {
        lineage.tell(() -> computed(type, own, run, library, table.getKey(), table.getValue()));
      }
    }
    lineage.tell(() -> whole(RunEvent.EventType.COMPLETE, run, runId, null));
    return outcome;
  }

  private RunEvent whole(
      RunEvent.EventType type, UUID run, String runId, @Nullable Throwable failure) {
    OpenLineage facets = maker.facets();
    RunFacetsBuilder about =
        facets
            .newRunFacetsBuilder()
            .tags(facets.newTagsRunFacet(List.of(maker.tag("run_id", runId))));
    if (failure != null) {
      about.errorMessage(maker.failure(failure));
    }
    Job job = new Job(WHOLE, "RUN", "Computes the city's tables and figures", "");
    return maker.event(type, run, about, job, List.of(), List.of());
  }

  private RunEvent computed(
      RunEvent.EventType type,
      UUID own,
      UUID parent,
      DeclarationLibrary library,
      String table,
      JsonNode state) {
    OpenLineage facets = maker.facets();
    RunFacetsBuilder about =
        facets
            .newRunFacetsBuilder()
            .parent(
                facets.newParentRunFacet(
                    facets.newParentRunFacetRun(parent, null),
                    facets.newParentRunFacetJob(maker.namespace(), WHOLE, null),
                    null));
    List<InputDataset> inputs = new ArrayList<>();
    state
        .path("inputs")
        .forEach(name -> inputs.add(tables.read(name.asText(), contract(library, name.asText()))));
    Optional<TableDeclaration> declared = library.findTable(table);
    Job job =
        new Job(
            WHOLE + "." + table,
            "TABLE",
            declared.map(t -> t.contract().description()).orElse(table),
            declared.flatMap(TableDeclaration::query).orElse(""));
    return maker.event(
        type,
        own,
        about,
        job,
        inputs,
        List.of(
            tables.written(
                table,
                contract(library, table),
                Optional.of(state.path("snapshot").asLong()),
                state.path("rows").asLong(),
                columns(library, table))));
  }

  private static Optional<DataContract> contract(DeclarationLibrary library, String table) {
    return library
        .findTable(table)
        .map(TableDeclaration::contract)
        .or(
            () ->
                library.sources().stream()
                    .filter(s -> table.equals("raw." + s.id()))
                    .findFirst()
                    .map(RawTableContract::of));
  }

  private @Nullable ColumnLineageDatasetFacet columns(DeclarationLibrary library, String table) {
    ColumnOrigins origins = new ColumnOrigins(maker.facets());
    boolean mapped = false;
    for (SourceDeclaration source : library.sources()) {
      if (!source.replayed() && source.mapping().filter(m -> m.to().equals(table)).isPresent()) {
        origins.mapped(source.id(), source.mapping().orElseThrow(), tables.namespace());
        mapped = true;
      }
    }
    return mapped ? origins.facet() : null;
  }
}
