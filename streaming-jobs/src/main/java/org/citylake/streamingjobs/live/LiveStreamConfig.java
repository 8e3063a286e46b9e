package org.citylake.streamingjobs.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.declaration.SourceDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * The job file of a live stream.
 *
 * @param catalogUri address of the catalog server
 * @param declarationRoots declaration folders, shipped first
 * @param sources ids of the sources that are streamed
 * @param bridged where on Kafka the messages of other brokers stand, by source; none when null
 * @param folder holds {@code inbox/SOURCE}, {@code checkpoints} and {@code savepoints}
 * @param from savepoint or checkpoint to take the tables back to and go on from; the newest when
 *     null
 * @param parallelism tasks of each operator
 * @param checkpointSeconds from one checkpoint to the next: so long rows are not visible
 * @param maintenanceSeconds from one turn of the tables' maintenance to the next; 0 for none
 * @param webPort port of Flink's page and REST on loopback
 * @param metricsPort port of its metrics on loopback; 0 for any that is free
 * @param result where the running job is told of
 * @param log log file
 */
public record LiveStreamConfig(
    @JsonProperty("catalog_uri") String catalogUri,
    @JsonProperty("declaration_roots") List<String> declarationRoots,
    @JsonProperty("sources") List<String> sources,
    @JsonProperty("bridged") @Nullable Map<String, Bridged> bridged,
    @JsonProperty("folder") String folder,
    @JsonProperty("from") @Nullable String from,
    @JsonProperty("parallelism") int parallelism,
    @JsonProperty("checkpoint_seconds") int checkpointSeconds,
    @JsonProperty("maintenance_seconds") int maintenanceSeconds,
    @JsonProperty("web_port") int webPort,
    @JsonProperty("metrics_port") int metricsPort,
    @JsonProperty("result") String result,
    @JsonProperty("log") String log) {
  private static final int SILENCE_SECONDS = 30;

  /**
   * A topic that a bridge fills.
   *
   * @param servers host:port of Kafka, one or more by comma
   * @param topic its name
   */
  public record Bridged(
      @JsonProperty("servers") String servers, @JsonProperty("topic") String topic) {}

  /** Where on Kafka the source's messages stand: its own topics, or those that a bridge fills. */
  Optional<ConnectorDeclaration.Kafka> kafka(SourceDeclaration source) {
    Bridged bridge = bridged == null ? null : bridged.get(source.id());
    if (bridge != null) {
      return Optional.of(
          new ConnectorDeclaration.Kafka(
              List.of(bridge.servers().split(",")),
              List.of(bridge.topic()),
              Optional.empty(),
              Optional.empty(),
              SILENCE_SECONDS));
    }
    return source
        .connector()
        .filter(ConnectorDeclaration.Kafka.class::isInstance)
        .map(ConnectorDeclaration.Kafka.class::cast);
  }

  /**
   * What is told of the running job.
   *
   * @param jobId Flink's id
   * @param web address of Flink's page and REST
   * @param metrics address of its metrics in Prometheus' form
   * @param sources ids of the sources that are streamed
   * @param from where it went on from; empty for a new beginning
   */
  public record Running(
      @JsonProperty("job_id") String jobId,
      @JsonProperty("web") String web,
      @JsonProperty("metrics") String metrics,
      @JsonProperty("sources") List<String> sources,
      @JsonProperty("from") String from) {}
}
