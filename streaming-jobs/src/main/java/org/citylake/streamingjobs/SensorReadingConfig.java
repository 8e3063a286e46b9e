package org.citylake.streamingjobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * The job file of a replay.
 *
 * @param job {@code sensor-readings}
 * @param home the city's home
 * @param catalogUri address of the catalog server
 * @param declarationRoots declaration folders, shipped first
 * @param runId the run it belongs to
 * @param codeVersion version of the code
 * @param result where result.json goes
 * @param source id of the source
 * @param delivery the archived file
 * @param deliverySha256 its hash
 * @param file its name when it came
 * @param loadId the load
 * @param snapshotDate the day whose state it tells
 * @param knownFrom its arrival, ISO 8601 with zone
 * @param branch branch of each table, {@code load_ID}; the default when null
 * @param parallelism tasks of each operator; 2 when null
 * @param checkpointDirectory where checkpoints go; beside the result when null
 * @param webPort port of Flink's page on loopback; none when null
 * @param log log file; {@code streaming.log} beside the result when null
 */
public record SensorReadingConfig(
    @JsonProperty("job") String job,
    @JsonProperty("home") String home,
    @JsonProperty("catalog_uri") String catalogUri,
    @JsonProperty("declaration_roots") List<String> declarationRoots,
    @JsonProperty("run_id") String runId,
    @JsonProperty("code_version") String codeVersion,
    @JsonProperty("result") String result,
    @JsonProperty("source") String source,
    @JsonProperty("delivery") String delivery,
    @JsonProperty("delivery_sha256") String deliverySha256,
    @JsonProperty("file") String file,
    @JsonProperty("load_id") String loadId,
    @JsonProperty("snapshot_date") String snapshotDate,
    @JsonProperty("known_from") String knownFrom,
    @JsonProperty("branch") @Nullable String branch,
    @JsonProperty("parallelism") @Nullable Integer parallelism,
    @JsonProperty("checkpoint_directory") @Nullable String checkpointDirectory,
    @JsonProperty("web_port") @Nullable Integer webPort,
    @JsonProperty("log") @Nullable String log) {

  DeclaredSource declaredSource() {
    return new DeclaredSource(declarationRoots, source);
  }

  String branchName() {
    return branch == null ? "load_" + loadId : branch;
  }

  int tasks() {
    return parallelism == null ? 2 : parallelism;
  }

  Delivery described(SourceDeclaration declaration) {
    return new Delivery(
        source,
        declaration.contract().version(),
        deliverySha256,
        file,
        loadId,
        LocalDate.parse(snapshotDate).toEpochDay(),
        OffsetDateTime.parse(knownFrom).toInstant().toEpochMilli());
  }
}
