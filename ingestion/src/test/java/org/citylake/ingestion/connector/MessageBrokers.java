package org.citylake.ingestion.connector;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brokers for the time of a test: Kafka of its own jars, Mosquitto of the machine's packages. */
final class MessageBrokers {
  private MessageBrokers() {}

  /** A Kafka broker that is its own controller. */
  static LocalServer kafka() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("kafka");
    int port = LocalServer.freePort();
    int controller = LocalServer.freePort();
    Path settings =
        Files.write(
            folder.resolve("server.properties"),
            List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controller,
                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names=CONTROLLER",
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs=" + folder.resolve("data"),
                "offsets.topic.replication.factor=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1"));
    LocalServer.run(
        Optional.empty(),
        java(),
        "-cp",
        System.getProperty("java.class.path"),
        "kafka.tools.StorageTool",
        "format",
        "-t",
        "AAAAAAAAAAAAAAAAAAAAAA",
        "-c",
        settings.toString());
    return LocalServer.start(
        Optional.empty(),
        folder,
        port,
        java(),
        "-Xmx256m",
        "-cp",
        System.getProperty("java.class.path"),
        "kafka.Kafka",
        settings.toString());
  }

  /** A Mosquitto broker that keeps sessions, also beyond its end. */
  static LocalServer mosquitto() throws IOException, InterruptedException {
    Path program =
        LocalServer.require("Mosquitto", "/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto");
    Path folder = Files.createTempDirectory("mosquitto");
    int port = LocalServer.freePort();
    Path settings =
        Files.write(
            folder.resolve("mosquitto.conf"),
            List.of(
                "listener " + port + " 127.0.0.1",
                "allow_anonymous true",
                // As root it would give up its rights, and with them its folder.
                "user " + System.getProperty("user.name"),
                "persistence true",
                "persistence_location " + folder + "/",
                "max_queued_messages 0"));
    return LocalServer.start(
        Optional.empty(), folder, port, program.toString(), "-c", settings.toString());
  }

  /** Publishes messages on the topic {@code cases/a} of an MQTT broker. */
  static void publish(int port, String... messages) {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(port)
            .buildBlocking();
    client.connect();
    for (String message : List.of(messages)) {
      client
          .publishWith()
          .topic("cases/a")
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(message.getBytes(StandardCharsets.UTF_8))
          .send();
    }
    client.disconnect();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
