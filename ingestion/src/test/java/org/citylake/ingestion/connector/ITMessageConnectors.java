package org.citylake.ingestion.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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
      MessageBrokers.publish(broker.port(), message(1, "A"), message(2, "B"));

      pulls.store().dieBeforeCommitTo("raw." + CaseSource.ID);
      assertThatThrownBy(() -> pulls.pull(Map.of())).isInstanceOf(IllegalStateException.class);
      assertThat(pulls.pull(Map.of()))
          .describedAs("what was not loaded comes again")
          .containsExactly("2 = 2 + 0 + 0");
      assertThat(pulls.pull(Map.of())).isEmpty();
    }
  }

  @Test
  void kafkaThatFallsSilentInTheMiddleIsNamedAndReadWholeLater() throws Exception {
    int count = 8_000;
    try (LocalServer kafka = MessageBrokers.kafka()) {
      String server = "127.0.0.1:" + kafka.port();
      Pulls pulls =
          new Pulls(
              folder,
              CaseSource.of(
                  folder,
                  FORMAT,
                  "type: kafka\nservers: ['%s']\ntopics: [cases]\nsilence-seconds: 3\n"
                      .formatted(server)));
      send(
          server,
          IntStream.range(0, count)
              .mapToObj(n -> message(n, "x".repeat(1000)))
              .toArray(String[]::new));

      CompletableFuture<Void> frozen = onceWritten(file -> Files.size(file) > 0, kafka::freeze);
      assertThatThrownBy(() -> pulls.pull(Map.of()))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("Cannot read kafka://" + server + "/cases: no message came for 3");
      frozen.get();
      assertThat(pulls.store().rows(PullLog.TABLE)).isEmpty();
      kafka.thaw();
      assertThat(pulls.pull(Map.of())).containsExactly(count + " = " + count + " + 0 + 0");
    }
  }

  @Test
  void mqttBrokerThatEndsInTheMiddleIsNamedAndItsMessagesComeAgain() throws Exception {
    LocalServer broker = MessageBrokers.mosquitto();
    try {
      Pulls pulls =
          new Pulls(
              folder,
              CaseSource.of(
                  folder,
                  FORMAT,
                  "type: mqtt\nurl: tcp://127.0.0.1:%d\ntopics: ['cases/+']\nquiet-seconds: 2\n"
                      .formatted(broker.port())));
      pulls.pull(Map.of());
      MessageBrokers.publish(broker.port(), message(1, "A"), message(2, "B"));

      CompletableFuture<Void> ended = onceWritten(file -> true, broker::close);
      assertThatThrownBy(() -> pulls.pull(Map.of()))
          .isInstanceOf(CityLakeException.class)
          .hasMessageContaining("Cannot read tcp://127.0.0.1:" + broker.port())
          .hasMessageContaining("pull again when it is there");
      ended.get();
      assertThat(pulls.store().exists("raw." + CaseSource.ID)).isFalse();
      broker = broker.again();
      assertThat(pulls.pull(Map.of())).containsExactly("2 = 2 + 0 + 0");
    } finally {
      broker.close();
    }
  }

  /** What is asked of the file that a pull writes. */
  private interface Asked {
    boolean of(Path file) throws IOException;
  }

  /** What befalls a broker. */
  private interface Blow {
    void strike() throws Exception;
  }

  private CompletableFuture<Void> onceWritten(Asked asked, Blow blow) {
    Path file = folder.resolve("work").resolve(CaseSource.ID + ".jsonl");
    return CompletableFuture.runAsync(
        () -> {
          try {
            while (!Files.exists(file) || !asked.of(file)) {
              Thread.sleep(1);
            }
            blow.strike();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
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
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (String message : messages) {
        sent.add(producer.send(new ProducerRecord<>("cases", message.getBytes(UTF_8))));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
  }
}
