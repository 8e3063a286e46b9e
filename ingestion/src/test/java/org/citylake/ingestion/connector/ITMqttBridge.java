package org.citylake.ingestion.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.junit.jupiter.api.Test;

/** MQTT messages of a real Mosquitto on their way to a real Kafka. */
class ITMqttBridge {
  private static final String TOPIC = "bridged";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<String> said = new CopyOnWriteArrayList<>();

  @Test
  void messagesComeInOrderAndWaitWhileNobodyListens() throws Exception {
    try (LocalServer kafka = MessageBrokers.kafka();
        LocalServer mqtt = MessageBrokers.mosquitto()) {
      try (MqttBridge bridge = bridge(mqtt, kafka)) {
        MessageBrokers.publish(mqtt.port(), "1", "2", "3");
        assertThat(taken(kafka, 3)).containsExactly("1", "2", "3");
      }
      MessageBrokers.publish(mqtt.port(), "4", "5");

      try (MqttBridge bridge = bridge(mqtt, kafka)) {
        assertThat(taken(kafka, 5)).containsExactly("1", "2", "3", "4", "5");
      }
    }
  }

  @Test
  void aConnectionThatIsLostIsToldAndMadeAgain() throws Exception {
    try (LocalServer kafka = MessageBrokers.kafka()) {
      LocalServer mqtt = MessageBrokers.mosquitto();
      try (MqttBridge bridge = bridge(mqtt, kafka)) {
        MessageBrokers.publish(mqtt.port(), "1");
        taken(kafka, 1);
        mqtt.close();
        mqtt = mqtt.again();
        MessageBrokers.publish(mqtt.port(), "2");

        assertThat(taken(kafka, 2)).containsExactly("1", "2");
        assertThat(said).filteredOn(line -> line.contains("is connected")).hasSize(2);
        assertThat(said).anyMatch(line -> line.contains(" is lost, and tried again"));
      } finally {
        mqtt.close();
      }
    }
  }

  @Test
  void whatKafkaDoesNotTakeComesAgain() throws Exception {
    try (LocalServer mqtt = MessageBrokers.mosquitto()) {
      LocalServer kafka = MessageBrokers.kafka();
      try {
        try (MqttBridge bridge = bridge(mqtt, kafka)) {
          MessageBrokers.publish(mqtt.port(), "1");
          taken(kafka, 1);
          kafka.freeze();
          MessageBrokers.publish(mqtt.port(), "2", "3");
          Thread.sleep(1000);
        }
        kafka.thaw();
        try (MqttBridge bridge = bridge(mqtt, kafka)) {
          // A message whose acknowledgement was lost may be there twice.
          assertThat(taken(kafka, 3)).contains("1", "2", "3");
        }
      } finally {
        kafka.close();
      }
    }
  }

  @Test
  void aBrokerThatIsNotThereIsNamed() throws Exception {
    int port = LocalServer.freePort();
    ConnectorDeclaration.Mqtt nowhere = declared(port);

    assertThatThrownBy(
            () ->
                MqttBridge.start(
                    new MqttBridge.Place("cases", "127.0.0.1:" + port, TOPIC),
                    nowhere,
                    Map.of(),
                    said::add))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot read tcp://127.0.0.1:" + port)
        .hasMessageContaining("start again when it is there");
  }

  private MqttBridge bridge(LocalServer mqtt, LocalServer kafka) {
    return MqttBridge.start(
        new MqttBridge.Place("cases", "127.0.0.1:" + kafka.port(), TOPIC),
        declared(mqtt.port()),
        Map.of(),
        said::add);
  }

  private static ConnectorDeclaration.Mqtt declared(int port) {
    return new ConnectorDeclaration.Mqtt(
        "tcp://127.0.0.1:" + port, List.of("cases/+"), Optional.empty(), Optional.empty(), 1);
  }

  /** What the topic holds, once so many messages are there. */
  private static List<String> taken(LocalServer kafka, int count) {
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + kafka.port()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<String> taken = new ArrayList<>();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (taken.size() < count && System.nanoTime() < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> taken.add(new String(record.value(), UTF_8)));
      }
      return taken;
    }
  }
}
