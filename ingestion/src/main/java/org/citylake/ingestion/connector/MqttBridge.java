package org.citylake.ingestion.connector;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.secret.Secrets;

/**
 * Brings a source's MQTT messages onto a topic of Kafka until it is closed. A message is
 * acknowledged when Kafka has it, so each is there at least once whatever fails; a stream drops the
 * repetitions. Messages of one MQTT topic keep their order. The first start begins the session;
 * what was published before it is not there. Messages of more than 16 MiB are not taken.
 */
public final class MqttBridge implements AutoCloseable {
  private static final int MOST_AT_ONCE = 1_000;

  /** Bytes of a message. */
  private static final int LARGEST = 16 * 1024 * 1024;

  /** With what Kafka puts around it. */
  private static final int LARGEST_REQUEST = 17 * 1024 * 1024;

  private static final Duration LAST = Duration.ofSeconds(10);

  private final ConnectorDeclaration.Mqtt mqtt;
  private final String topic;
  private final Consumer<String> said;
  private final KafkaProducer<byte[], byte[]> kafka;
  private final Mqtt5BlockingClient client;

  /** Kafka's buffer may be full for a while, which must not hold up what MQTT itself answers. */
  private final ExecutorService sending = Executors.newSingleThreadExecutor();

  /** Whether there ever was a connection. */
  private volatile boolean known;

  private volatile boolean closing;

  private MqttBridge(
      Place place,
      ConnectorDeclaration.Mqtt mqtt,
      Map<String, String> environment,
      Consumer<String> said) {
    this.mqtt = mqtt;
    this.topic = place.topic();
    this.said = said;
    this.kafka = producer(place.servers());
    this.client =
        new MqttSession(mqtt, new Secrets(environment))
            .client("citylake-live-" + place.source())
            .automaticReconnectWithDefaultConfig()
            .addDisconnectedListener(this::lost)
            .addConnectedListener(context -> connected())
            .buildBlocking();
  }

  /**
   * From which source to where.
   *
   * @param source the source's id, by which the MQTT broker knows us
   * @param servers host:port of Kafka, one or more by comma
   * @param topic Kafka's topic
   */
  public record Place(String source, String servers, String topic) {}

  /**
   * Connects, and goes on in the background; a connection that is lost later is made again.
   *
   * @param environment variables that the password is read from where it stands there
   * @param said is told when the connection is made and lost, and of messages that Kafka refuses
   * @throws org.citylake.core.CityLakeException of kind EXTERNAL when the MQTT broker is not there
   */
  public static MqttBridge start(
      Place place,
      ConnectorDeclaration.Mqtt mqtt,
      Map<String, String> environment,
      Consumer<String> said) {
    MqttBridge bridge = new MqttBridge(place, mqtt, environment, said);
    try {
      bridge.start(new MqttSession(mqtt, new Secrets(environment)));
      return bridge;
    } catch (RuntimeException e) {
      bridge.close();
      throw e;
    }
  }

  private void start(MqttSession session) {
    // Before connecting: the broker sends what waits as soon as the session is there.
    Mqtt5AsyncClient messages = client.toAsync();
    messages.publishes(MqttGlobalPublishFilter.ALL, this::send, sending, true);
    try {
      client.connect(MqttSession.kept(MOST_AT_ONCE, LARGEST));
      client.subscribe(session.topics());
    } catch (RuntimeException e) {
      throw session.failed(e, "start again when it is there");
    }
  }

  private void connected() {
    known = true;
    said.accept(mqtt.shown() + " is connected");
  }

  private void lost(MqttClientDisconnectedContext context) {
    if (!known || closing) {
      // Who starts it waits, and is told; who closes it wants no other connection.
      context.getReconnector().reconnect(false);
    } else if (context.getSource() != MqttDisconnectSource.USER) {
      said.accept(mqtt.shown() + " is lost, and tried again: " + context.getCause().getMessage());
    }
  }

  private void send(Mqtt5Publish message) {
    byte[] key = message.getTopic().toString().getBytes(StandardCharsets.UTF_8);
    kafka.send(
        new ProducerRecord<>(topic, key, message.getPayloadAsBytes()),
        (metadata, failure) -> {
          if (failure == null) {
            message.acknowledge();
          } else {
            // It stays at the MQTT broker, and comes again at the next start.
            said.accept(mqtt.shown() + ": Kafka did not take a message: " + failure.getMessage());
          }
        });
  }

  private static KafkaProducer<byte[], byte[]> producer(String servers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            LARGEST_REQUEST,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Integer.MAX_VALUE,
            // A Kafka that is silent for long is waited for; what it has not taken is not lost.
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            Long.MAX_VALUE,
            ProducerConfig.LINGER_MS_CONFIG,
            5),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @Override
  public void close() {
    closing = true;
    if (client.getState().isConnected()) {
      client.disconnect();
    }
    sending.shutdownNow();
    kafka.close(LAST);
  }
}
