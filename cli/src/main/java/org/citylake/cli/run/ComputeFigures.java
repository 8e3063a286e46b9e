package org.citylake.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.core.stewardship.StewardJournal;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleaseReader;
import org.jspecify.annotations.Nullable;

/**
 * Conforms the records and computes indicators and indexes in Spark from pinned snapshots; left out
 * when a release of the same fingerprint is there and it is not asked for in full.
 */
final class ComputeFigures implements Step {
  @Override
  public String name() {
    return "compute";
  }

  @Override
  public String title() {
    return "Compute the city's figures in Spark";
  }

  @Override
  public Optional<Work> run(RunContext context) {
    StewardTables.fill(context.live(), new StewardJournal(context.home(), context.clock()));
    Map<String, Long> inputs = Inputs.pin(context);
    String fingerprint = Inputs.fingerprint(context, inputs);
    context.outcome().inputs().putAll(inputs);
    context.outcome().fingerprint(fingerprint);
    RunLog log = new RunLog(context.live());
    Optional<JsonNode> details = log.findDetails(name(), fingerprint);
    // The last one: a final release has the fingerprint of the one that it was made of.
    Optional<Release> same =
        new ReleaseReader(context.live())
            .all().stream()
                .filter(r -> r.fingerprint().equals(fingerprint))
                .reduce((first, second) -> second);
    if (context.full()) {
      Work work = compute(context, log, inputs, fingerprint);
      // A release of the same fingerprint stays as it is, for what was computed is the same.
      if (same.isPresent() && details.isPresent() && stands(context, details.get())) {
        context.outcome().release(same.get());
      }
      return Optional.of(work);
    }
    if (same.isPresent() && details.isPresent()) {
      context
          .output()
          .progress(
              "      nothing changed since release "
                  + same.get().releaseId()
                  + (context.reason().isPresent() ? "; the reason is not recorded" : ""));
      context.outcome().release(same.get());
      context.outcome().figures(figures(details.get()));
      return Optional.empty();
    }
    if (details.isPresent() && stands(context, details.get())) {
      // The run that computed them was interrupted before it had a release.
      context.output().progress("      computed already by an interrupted run");
      context.outcome().figures(figures(details.get()));
      context.outcome().markComputed();
      return Optional.empty();
    }
    return Optional.of(compute(context, log, inputs, fingerprint));
  }

  /** Whether every table is still as the computation left it. */
  private static boolean stands(RunContext context, JsonNode details) {
    return details.path("tables").properties().stream()
        .allMatch(
            table ->
                Inputs.current(context.live(), table.getKey())
                    == table.getValue().path("snapshot").asLong());
  }

  private Work compute(
      RunContext context, RunLog log, Map<String, Long> inputs, String fingerprint) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("job", "compute");
    keys.put("home", context.home().root().toString());
    keys.put("catalog_uri", context.lake().uri().toString());
    keys.put("declaration_roots", context.roots());
    keys.put("run_id", context.runId());
    keys.put("code_version", context.codeVersion());
    keys.put("full", context.full());
    keys.put("inputs", inputs);
    LinkageAccess.record(context.live(), context.library(), inputs.keySet(), context.clock());
    EngineJob job =
        context.job("spark", EngineModule.spark(context.settings().root()), context.folder());
    EngineJob.Outcome outcome =
        context
            .lineage()
            .tables(context.live())
            .watch(
                context.library(),
                context.runId(),
                () -> job.run(keys, text -> context.output().progress("      Spark: " + text)));
    context.outcome().recordMemory("spark", outcome.peakMemoryBytes());
    JsonNode result = outcome.result();
    result.path("warnings").forEach(w -> context.outcome().warnings().add(w.asText()));
    log.writeChecks(context.runId(), fingerprint, result.path("checks"));
    Map<String, Object> details = new LinkedHashMap<>();
    for (String key : List.of("indicators", "indexes", "tables")) {
      details.put(key, result.path(key));
    }
    context.outcome().figures(figures(result));
    context.outcome().markComputed();
    return new Work(fingerprint, details);
  }

  private static @Nullable Double share(JsonNode share) {
    return share.isNumber() ? share.asDouble() : null;
  }

  private static RunOutcome.Figures figures(JsonNode result) {
    List<RunOutcome.Edition> editions = new ArrayList<>();
    for (JsonNode index : result.path("indexes")) {
      editions.add(
          new RunOutcome.Edition(
              index.path("edition").asText(),
              index.path("model").asBoolean(),
              index.path("units").asLong(),
              index.path("periods").asLong(),
              share(index.path("weight_imputed")),
              share(index.path("weight_synthetic"))));
    }
    return new RunOutcome.Figures(result.path("indicators").asLong(), editions);
  }
}
