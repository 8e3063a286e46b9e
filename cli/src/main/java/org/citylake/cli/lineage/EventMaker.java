package org.citylake.cli.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.JobFacetsBuilder;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunFacetsBuilder;
import io.openlineage.client.OpenLineage.SchemaDatasetFacet;
import io.openlineage.client.OpenLineage.SchemaDatasetFacetFields;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.citylake.cli.run.CodeVersion;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;

/**
 * Puts events together.
 *
 * @param facets the library's maker of all their parts
 * @param namespace of the jobs
 * @param codeVersion of this code
 * @param clock gives the events' time
 */
record EventMaker(OpenLineage facets, String namespace, String codeVersion, Clock clock) {
  private static final String ENGINE = "CityLake";

  static EventMaker of(Settings settings, LineageSettings target, Clock clock) {
    String version = CodeVersion.of(settings.root());
    return new EventMaker(
        new OpenLineage(URI.create("urn:citylake:" + version)), target.namespace(), version, clock);
  }

  /**
   * One event.
   *
   * @param run the attempt that it tells of; START and its end have the same
   * @param about the rest of what the run's facets say
   */
  RunEvent event(
      RunEvent.EventType type,
      UUID run,
      RunFacetsBuilder about,
      Job job,
      List<InputDataset> inputs,
      List<OutputDataset> outputs) {
    about.processing_engine(facets.newProcessingEngineRunFacet(codeVersion, ENGINE, null));
    JobFacetsBuilder jobFacets =
        facets
            .newJobFacetsBuilder()
            .jobType(facets.newJobTypeJobFacet("BATCH", "CITYLAKE", job.kind(), null))
            .documentation(facets.newDocumentationJobFacet(job.description(), "text/plain"));
    if (!job.sql().isEmpty()) {
      jobFacets.sql(facets.newSQLJobFacet(job.sql(), "spark"));
    }
    return facets
        .newRunEventBuilder()
        .eventTime(clock.instant().atZone(ZoneOffset.UTC))
        .eventType(type)
        .run(facets.newRun(run, about.build()))
        .job(facets.newJob(namespace, job.name(), jobFacets.build()))
        .inputs(inputs)
        .outputs(outputs)
        .build();
  }

  /**
   * What was run.
   *
   * @param sql its query; empty when it has none
   */
  record Job(String name, String kind, String description, String sql) {}

  /** The columns of a contract with their meaning, in order, under the names and types given. */
  SchemaDatasetFacet schema(
      DataContract contract,
      Function<ContractProperty, String> name,
      Function<ContractProperty, String> type) {
    List<SchemaDatasetFacetFields> fields = new ArrayList<>();
    for (ContractProperty property : contract.properties()) {
      fields.add(
          facets
              .newSchemaDatasetFacetFieldsBuilder()
              .name(name.apply(property))
              .type(type.apply(property))
              .description(property.nameZh() + ": " + property.description())
              .ordinal_position((long) fields.size() + 1)
              .build());
    }
    return facets.newSchemaDatasetFacet(fields);
  }

  /** A tag of a run, such as the id that the platform itself gives it. */
  OpenLineage.TagsRunFacetFields tag(String key, String value) {
    return facets.newTagsRunFacetFields(key, value, "CITYLAKE");
  }

  /**
   * Why a run failed. A message of ours never shows a personal value; that of any other exception
   * may hold what it failed on, so its kind is told alone.
   */
  OpenLineage.ErrorMessageRunFacet failure(Throwable failure) {
    String message =
        failure instanceof CityLakeException told
            ? told.kind() + ": " + told.getMessage()
            : failure.getClass().getName() + "; its message stands in the command's log";
    return facets.newErrorMessageRunFacet(message, "JAVA", null);
  }
}
