package org.citylake.cli.stream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.schema.TableApplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stream start}: streams until it is stopped. */
@Command(
    name = "start",
    description = {
      "Stream until ./citylake stream stop, or Ctrl-C.",
      "It goes on from its newest checkpoint or savepoint; what came meanwhile is taken then."
          + " Rows are visible in SQL after a checkpoint. Flink's page and the metrics are on"
          + " loopback."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake stream start",
      "  ./citylake stream start --source crowd_reading --checkpoint-seconds 2",
      "  ./citylake stream start --broker 9092",
      "  ./citylake stream start --from var/stream/savepoints/savepoint-1a2b3c-4d5e6f"
    })
final class StreamStartCommand extends CityLakeSubcommand {
  private static final String NAMESPACE = "live.";

  @Option(
      names = "--source",
      paramLabel = "ID",
      split = ",",
      description = "Which sources (default: every live one).")
  private List<String> sources = List.of();

  @Option(
      names = "--from",
      paramLabel = "SAVEPOINT",
      description = "Take the live tables back to this savepoint, and go on from it.")
  private @Nullable Path from;

  @Option(
      names = "--checkpoint-seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "From one checkpoint to the next (default ${DEFAULT-VALUE}).")
  private int checkpointSeconds;

  @Option(
      names = "--maintenance-seconds",
      paramLabel = "N",
      defaultValue = "300",
      description =
          "From one rewriting of small files and forgetting of old snapshots to the next"
              + " (default ${DEFAULT-VALUE}); 0 for never.")
  private int maintenanceSeconds;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Tasks of each step (default ${DEFAULT-VALUE}).")
  private int parallelism;

  @Option(
      names = "--web-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of Flink's page; 0 takes a free one (default).")
  private int webPort;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description =
          "Port of the stream's metrics in Prometheus' form; 0 takes a free one (default).")
  private int metricsPort;

  @Option(
      names = "--broker",
      paramLabel = "PORT",
      description =
          "Start a Kafka broker of the home's own on this port of loopback, without"
              + " authentication; for connectors with servers: [127.0.0.1:PORT], and for those of"
              + " MQTT, whose messages are brought onto it.")
  private @Nullable Integer broker;

  @Override
  protected int run(Settings settings, Output output) throws Exception {
    if (checkpointSeconds < 1 || parallelism < 1 || maintenanceSeconds < 0) {
      throw new CityLakeException(
          Kind.USER,
          "--checkpoint-seconds and --parallelism are 1 or more, --maintenance-seconds 0 or more");
    }
    create(settings);
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    List<String> streamed = LiveSources.named(library, sources);
    MqttBridges bridges = MqttBridges.of(library, streamed, broker);
    try (HomeLock lock = HomeLock.takeStream(settings.home());
        Lake lake = Lake.start(settings.home(), 0);
        LocalBroker kafka =
            LocalBroker.start(settings, broker, topics(library, streamed, bridges), output);
        MqttBridges running = bridges.start(settings, output)) {
      apply(library, lake);
      Path folder = settings.home().run().resolve("stream");
      Files.createDirectories(folder);
      Files.deleteIfExists(RunningStream.file(settings.home()));
      int port = webPort == 0 ? LocalBroker.freePort() : webPort;
      EngineJob job =
          new EngineJob(
              "stream",
              EngineModule.liveStream(settings.root()),
              folder,
              settings.home().logs().resolve("stream-output.log"),
              lake.token());
      output.progress("Flink   http://127.0.0.1:" + port);
      output.progress("Inboxes " + settings.home().stream().resolve("inbox"));
      job.serve(job(settings, lake, streamed, bridges, port), output::progress);
      Files.deleteIfExists(RunningStream.file(settings.home()));
    }
    output.result(Map.of("sources", streamed));
    return 0;
  }

  private Map<String, Object> job(
      Settings settings, Lake lake, List<String> streamed, MqttBridges bridges, int port) {
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("catalog_uri", lake.uri().toString());
    job.put("declaration_roots", settings.declarationRoots().stream().map(Path::toString).toList());
    job.put("sources", streamed);
    job.put("bridged", bridges.places());
    job.put("folder", settings.home().stream().toString());
    if (from != null) {
      job.put("from", from.toAbsolutePath().toString());
    }
    job.put("parallelism", parallelism);
    job.put("checkpoint_seconds", checkpointSeconds);
    job.put("maintenance_seconds", maintenanceSeconds);
    job.put("web_port", port);
    job.put("metrics_port", metricsPort);
    job.put("result", RunningStream.file(settings.home()).toString());
    job.put("log", settings.home().logs().resolve("stream.log").toString());
    return job;
  }

  private static List<String> topics(
      DeclarationLibrary library, List<String> streamed, MqttBridges bridges) {
    Stream<String> own =
        streamed.stream()
            .flatMap(id -> library.findSource(id).stream())
            .flatMap(source -> source.connector().stream())
            .filter(ConnectorDeclaration.Kafka.class::isInstance)
            .flatMap(connector -> ((ConnectorDeclaration.Kafka) connector).topics().stream());
    return Stream.concat(own, bridges.topics().stream()).distinct().toList();
  }

  private static void apply(DeclarationLibrary library, Lake lake) {
    try (LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      TableApplier applier = new TableApplier(live);
      library.tables().stream()
          .filter(table -> table.fullName().startsWith(NAMESPACE))
          .forEach(table -> applier.apply(table.contract()));
    }
  }
}
