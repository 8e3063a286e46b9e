package org.citylake.ingestion.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citylake.core.CityLakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ITMessageConnectors {
  private static final String FORMAT = "{type: jsonl, encoding: UTF-8, delivery: increment}";

  @TempDir private Path folder = Path.of("");

  @Test
  void kafkaIsReadFromWhereTheLastPullEnded() throws Exception {
    try (LocalServer kafka = MessageBrokers.kafka()) {
      String server = "127.0.0.1:" + kafka.port();
      Pulls pulls =
          new Pulls(
              folder,
              CaseSource.of(
                  folder,
                  FORMAT,
                  "type: kafka\nservers: ['%s']\ntopics: [cases]\n".formatted(server)));
      send(server, message(1, "A"), message(2, "B\\nC"), "no json", "{\n\"case_no\": 3\n}");

      assertThat(pulls.pull(Map.of())).containsExactly("4 = 3 + 1 + 0");
      assertThat(pulls.store().rows("raw." + CaseSource.ID))
          .extracting(r -> r.get("case_number") + " " + r.get("title"))
          .containsExactly("1 A", "2 B\nC", "3 null");
      assertThat(pulls.pull(Map.of())).isEmpty();
      send(server, message(1, "A"), message(4, "D"));
      assertThat(pulls.pull(Map.of())).containsExactly("2 = 1 + 0 + 1");
    }
  }

  @Test
  void mqttMessagesWaitAtTheBrokerUntilTheyAreLoaded() throws Exception {
    try (LocalServer broker = MessageBrokers.mosquitto()) {
      Pulls pulls =
          new Pulls(
              folder,
              CaseSource.of(
                  folder,
                  FORMAT,
                  "type: mqtt\nurl: tcp://127.0.0.1:%d\ntopics: ['cases/+']\nquiet-seconds: 1\n"
                      .formatted(broker.port())));
      assertThat(pulls.pull(Map.of())).describedAs("the first pull begins the session").isEmpty();
      publish(broker.port(), message(1, "A"), message(2, "B"));

      pulls.store().dieBeforeCommitTo("raw." + CaseSource.ID);
      assertThatThrownBy(() -> pulls.pull(Map.of())).isInstanceOf(IllegalStateException.class);
      assertThat(pulls.pull(Map.of()))
          .describedAs("what was not loaded comes again")
          .containsExactly("2 = 2 + 0 + 0");
      assertThat(pulls.pull(Map.of())).isEmpty();
    }
  }

  @Test
  void brokersThatAreNotThereAreNamed() throws Exception {
    int port = LocalServer.freePort();
    Pulls mqtt =
        new Pulls(
            folder,
            CaseSource.of(
                folder,
                FORMAT,
                "type: mqtt\nurl: tcp://127.0.0.1:%d\ntopics: [cases]\n".formatted(port)));

    assertThatThrownBy(() -> mqtt.pull(Map.of()))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot read tcp://127.0.0.1:" + port);
  }

  private static String message(int number, String title) {
    return "{\"case_no\": %d, \"title\": \"%s\", \"amount\": 0.10}".formatted(number, title);
  }

  private static void send(String server, String... messages) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", server),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String message : messages) {
        producer.send(new ProducerRecord<>("cases", message.getBytes(UTF_8))).get();
      }
    }
  }

  private static void publish(int port, String... messages) {
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
          .payload(message.getBytes(UTF_8))
          .send();
    }
    client.disconnect();
  }
}
