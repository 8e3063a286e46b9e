package org.citylake.broker;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.process.JobFile;
import org.citylake.core.process.ParentWatch;

/**
 * One Kafka broker that is its own controller, on loopback, without authentication: {@code --job
 * job.json}. Its topics last from one start to the next.
 */
public final class BrokerMain {
  private BrokerMain() {}

  /**
   * What is started.
   *
   * @param folder where it keeps its topics
   * @param port of clients on loopback
   * @param controllerPort its own
   * @param topics made when they are not there
   */
  record Job(
      @JsonProperty("folder") String folder,
      @JsonProperty("port") int port,
      @JsonProperty("controller_port") int controllerPort,
      @JsonProperty("topics") List<String> topics) {}

  /** Runs until its parent ends. */
  public static void main(String[] args) {
    ParentWatch.start();
    Job job = JobFile.read(Path.of(args[1]), Job.class);
    Path settings = settings(job);
    if (!Files.exists(Path.of(job.folder()).resolve("data").resolve("meta.properties"))) {
      format(settings);
    }
    Thread topics = new Thread(() -> makeTopics(job), "make-topics");
    topics.setDaemon(true);
    topics.start();
    Kafka.main(new String[] {settings.toString()});
  }

  private static Path settings(Job job) {
    Path folder = Path.of(job.folder());
    String listeners =
        "listeners=PLAINTEXT://127.0.0.1:"
            + job.port()
            + ",CONTROLLER://127.0.0.1:"
            + job.controllerPort();
    try {
      Files.createDirectories(folder);
      return Files.write(
          folder.resolve("server.properties"),
          List.of(
              "process.roles=broker,controller",
              "node.id=1",
              "controller.quorum.voters=1@127.0.0.1:" + job.controllerPort(),
              listeners,
              "advertised.listeners=PLAINTEXT://127.0.0.1:" + job.port(),
              "controller.listener.names=CONTROLLER",
              "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
              "log.dirs=" + folder.resolve("data"),
              "num.partitions=2",
              // What a bridge from MQTT brings: 16 MiB, and what Kafka puts around it.
              "message.max.bytes=" + 17 * 1024 * 1024,
              "offsets.topic.replication.factor=1",
              "transaction.state.log.replication.factor=1",
              "transaction.state.log.min.isr=1"),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the broker's settings into " + folder, e);
    }
  }

  /** Waits for the broker as a client does. */
  private static void makeTopics(Job job) {
    Map<String, Object> client =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + job.port());
    try (Admin admin = Admin.create(client)) {
      List<NewTopic> topics =
          job.topics().stream()
              .map(topic -> new NewTopic(topic, Optional.empty(), Optional.empty()))
              .toList();
      for (KafkaFuture<Void> made : admin.createTopics(topics).values().values()) {
        await(made);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(KafkaFuture<Void> made) throws InterruptedException {
    try {
      made.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("Cannot make a topic", e);
      }
    }
  }

  private static void format(Path settings) {
    int code =
        StorageTool.execute(
            new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()},
            System.err);
    if (code != 0) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Kafka cannot use " + settings + ": exit code " + code);
    }
  }
}
