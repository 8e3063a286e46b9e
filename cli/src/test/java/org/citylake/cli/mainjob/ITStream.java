package org.citylake.cli.mainjob;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citylake.core.home.Home;
import org.citylake.core.process.JobFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Messages of a real Kafka, of a real MQTT broker and files in an inbox, through kills and stops,
 * into the live tables.
 */
class ITStream {
  private static final String SOURCE = "traffic_flow_reading";
  private static final String OF_SOURCE = "{source=\"" + SOURCE + "\"}";
  private static final Instant BEGIN = Instant.parse("2016-03-07T00:00:00Z");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

  private static final Duration OUT_OF_ORDER = Duration.ofSeconds(61);

  @TempDir private Path folder = Path.of("unset");

  @Test
  void everyMessageIsKeptOnceThroughKillsAndStops() throws Exception {
    Home home = new Home(folder.resolve("home"));
    int port = freePort();
    Path city = city("type: kafka\nservers: ['127.0.0.1:%d']\ntopics: [traffic]\n".formatted(port));
    Process stream = start(home, city, port);
    try {
      running(home, city, 0);
      send(port, 0, 300);
      send(port, 0, 50);
      broken(port, 7);
      again(port, 0, 5000);
      large(port);
      counted(home, city, 5358);
      StreamScrape scraped =
          StreamScrape.until(
              home,
              Map.ofEntries(
                  entry("records_in_total" + OF_SOURCE, 5358.0),
                  entry("records_accepted_total" + OF_SOURCE, 300.0),
                  entry("records_duplicate_total" + OF_SOURCE, 5050.0),
                  entry("records_quarantined_total" + OF_SOURCE, 8.0),
                  entry("records_late_total" + OF_SOURCE, 0.0),
                  entry("rows_committed_total{table=\"live.event\"}", 300.0),
                  entry("rows_committed_total{table=\"live.refusal\"}", 8.0),
                  entry(
                      "consumer_lag_records{source=\"%s\",topic=\"traffic\"}".formatted(SOURCE),
                      0.0),
                  entry("restarts_total", 0.0)));
      assertThat(scraped.value("checkpoints_completed_total")).isPositive();
      String delay = "watermark_delay_seconds" + OF_SOURCE;
      scraped = StreamScrape.untilTold(home, delay);
      assertThat(scraped.value(delay))
          .isBetween(scraped.since(newest(300)), scraped.since(BEGIN.minus(OUT_OF_ORDER)));
      StreamScrape.assertOnLoopbackAlone(home);
      emptied(port);

      stream.descendants().forEach(ProcessHandle::destroyForcibly);
      stream.destroyForcibly().waitFor();
      stream = start(home, city, port);
      running(home, city, 5358);
      send(port, 300, 100);
      counted(home, city, 5458);
      Path file = file("310106-TF-0900", 20);
      CommandRun.of(home, "stream", "replay", SOURCE, file.toString(), "--city", city.toString())
          .expect(0);
      JsonNode counts = counted(home, city, 5478);
      StreamScrape.until(
          home,
          Map.of(
              "records_in_total" + OF_SOURCE, 5478.0,
              "records_accepted_total" + OF_SOURCE, 420.0,
              "records_quarantined_total" + OF_SOURCE, 8.0));
      StreamScrape.untilTold(home, delay);
      JsonNode told = status(home, city).expect(0).json().at("/figures");
      assertThat(told.at("/sources/" + SOURCE + "/records_in").asLong()).isEqualTo(5478);
      assertThat(told.at("/sources/" + SOURCE + "/quarantined").asLong()).isEqualTo(8);
      assertThat(told.at("/sources/" + SOURCE + "/lag/traffic").asLong(-1)).isZero();
      assertThat(told.at("/sources/" + SOURCE + "/watermark_delay_seconds").asDouble())
          .isPositive();
      assertThat(told.at("/checkpoints/last_seconds").asDouble()).isPositive();
      assertThat(told.at("/tables/live.event/last_commit_at").asText()).isNotEmpty();
      CommandRun text = CommandRun.of(home, "stream", "status", "--city", city.toString());
      assertThat(text.expect(0).out()).contains("lag of traffic 0 records", "rows since start");

      assertThat(counts.path("accepted").asLong()).isEqualTo(420);
      assertThat(counts.path("duplicate").asLong()).isEqualTo(5050);
      assertThat(counts.path("refused").asLong()).isEqualTo(8);
      CommandRun stopped = stoppedWhileItsAnswersAreLost(home, city);
      assertThat(Path.of(stopped.json().path("savepoint").asText())).isDirectory();
      assertThat(stream.waitFor()).isZero();
    } finally {
      stream.descendants().forEach(ProcessHandle::destroyForcibly);
      stream.destroyForcibly();
    }

    List<String> events = LakeRows.column(home, "live.event", "observed_at");
    assertThat(events).hasSize(420);
    assertThat(Files.readString(folder.resolve("stream.err"))).doesNotContain("Maintenance of");
    List<String> series = LakeRows.column(home, "live.event", "series");
    HashSet<String> keys = new HashSet<>();
    for (int i = 0; i < events.size(); i++) {
      keys.add(series.get(i) + " " + events.get(i));
    }
    assertThat(keys).hasSize(420);
    assertThat(LakeRows.column(home, "live.refusal", "reasons"))
        .hasSize(8)
        .allMatch(reason -> reason.contains("malformed") || reason.contains("too-long: 10485760"));
    CommandRun none = CommandRun.of(home, "stream", "status", "--json");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.error()).contains("No stream runs");
  }

  @Test
  void messagesByMqttAreBroughtOntoTheHomesOwnKafka() throws Exception {
    Home home = new Home(folder.resolve("mqtt"));
    int port = freePort();
    int mqtt = freePort();
    Process broker = mosquitto(mqtt);
    Path city =
        city("type: mqtt\nurl: tcp://127.0.0.1:%d\ntopics: ['traffic/+']\n".formatted(mqtt));
    CommandRun without = CommandRun.of(home, "stream", "start", "--city", city.toString());
    assertThat(without.expect(2).err()).contains(SOURCE, "stream start --broker");
    Process stream = start(home, city, port);
    try {
      running(home, city, 0);
      publish(mqtt, 0, 60);
      publish(mqtt, 50, 20);

      assertThat(counted(home, city, 80).path("duplicate").asLong()).isEqualTo(10);
      CommandRun.of(home, "stream", "stop", "--city", city.toString()).expect(0);
      assertThat(stream.waitFor()).isZero();
    } finally {
      stream.descendants().forEach(ProcessHandle::destroyForcibly);
      stream.destroyForcibly();
      broker.destroy();
    }
    assertThat(LakeRows.column(home, "live.event", "series")).hasSize(70);
  }

  private Process mosquitto(int port) throws Exception {
    Path program = Path.of("/usr/sbin/mosquitto");
    boolean there = Files.isExecutable(program);
    assertThat(there || !"true".equals(System.getenv("CI"))).as("%s is there", program).isTrue();
    Assumptions.assumeTrue(there, "Mosquitto is not installed");
    Path settings = folder.resolve("mosquitto.conf");
    Files.writeString(settings, "listener %d 127.0.0.1\nallow_anonymous true\n".formatted(port));
    return new ProcessBuilder(program.toString(), "-c", settings.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("mosquitto.log").toFile())
        .start();
  }

  private static void publish(int port, int first, int count) {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("127.0.0.1")
            .serverPort(port)
            .buildBlocking();
    client.connect();
    for (int i = first; i < first + count; i++) {
      client
          .publishWith()
          .topic("traffic/" + i % 3)
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(message(i).getBytes(StandardCharsets.UTF_8))
          .send();
    }
    client.disconnect();
  }

  /** Flink ends as soon as the savepoint is made, so what it answers then may not arrive. */
  private static CommandRun stoppedWhileItsAnswersAreLost(Home home, Path city) throws IOException {
    Path file = home.run().resolve("stream/running.json");
    ObjectNode told = (ObjectNode) JobFile.read(file);
    URI flink = URI.create(told.path("web").asText());
    try (CuttingProxy proxy = new CuttingProxy(flink, 2)) {
      JobFile.write(file, told.put("web", proxy.address().toString()));
      CommandRun stopped =
          CommandRun.of(home, "stream", "stop", "--json", "--city", city.toString()).expect(0);
      assertThat(proxy.calls()).isGreaterThan(2);
      return stopped;
    }
  }

  private static Process start(Home home, Path city, int port) {
    return CommandRun.start(
        home,
        Map.of(),
        city.resolveSibling("stream.err"),
        "stream",
        "start",
        "--source",
        SOURCE,
        "--checkpoint-seconds",
        "1",
        "--maintenance-seconds",
        "2",
        "--broker",
        Integer.toString(port),
        "--city",
        city.toString());
  }

  private static void running(Home home, Path city, long arrived) throws Exception {
    CommandRun run = status(home, city);
    for (int i = 0; i < 180 && !(run.code() == 0 && runs(run.json(), arrived)); i++) {
      Thread.sleep(1000);
      run = status(home, city);
    }
    assertThat(runs(run.expect(0).json(), arrived)).as(run.out()).isTrue();
  }

  private static boolean runs(JsonNode told, long arrived) {
    return told.path("state").asText().equals("RUNNING")
        && told.has("checkpoint")
        && told.path("counts").path(SOURCE).path("arrived").asLong() >= arrived;
  }

  private static JsonNode counted(Home home, Path city, long arrived) throws Exception {
    JsonNode counts = status(home, city).expect(0).json().path("counts").path(SOURCE);
    for (int i = 0; i < 90 && counts.path("arrived").asLong() < arrived; i++) {
      Thread.sleep(1000);
      counts = status(home, city).expect(0).json().path("counts").path(SOURCE);
    }
    assertThat(counts.path("arrived").asLong()).as("%s", counts).isEqualTo(arrived);
    return counts;
  }

  private static CommandRun status(Home home, Path city) {
    return CommandRun.of(home, "stream", "status", "--json", "--city", city.toString());
  }

  /** Time of the last of so many messages. */
  private static Instant newest(int messages) {
    return BEGIN.plusSeconds((messages - 1) * 5L);
  }

  private static void send(int port, int first, int count) {
    try (KafkaProducer<byte[], byte[]> producer = producer(port)) {
      for (int i = first; i < first + count; i++) {
        send(producer, i);
      }
    }
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, int i) {
    producer.send(
        new ProducerRecord<>(
            "traffic",
            detector(i).getBytes(StandardCharsets.UTF_8),
            message(i).getBytes(StandardCharsets.UTF_8)));
  }

  private static String detector(int i) {
    return "310106-TF-000" + i % 3;
  }

  private static String message(int i) {
    return "{\"DET_ID\":\"%s\",\"LANE_NO\":1,\"STAT_TIME\":\"%s\",\"FLOW\":%d,\"DATA_QUALITY\":\"0\"}"
        .formatted(detector(i), TIME.format(BEGIN.plusSeconds(i * 5L)), i % 50);
  }

  private static void broken(int port, int count) {
    try (KafkaProducer<byte[], byte[]> producer = producer(port)) {
      for (int i = 0; i < count; i++) {
        producer.send(
            new ProducerRecord<>("traffic", ("{half " + i).getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  /** A flood from one device, which says the same again and again. */
  private static void again(int port, int message, int times) {
    try (KafkaProducer<byte[], byte[]> producer = producer(port)) {
      for (int i = 0; i < times; i++) {
        send(producer, message);
      }
    }
  }

  private static void large(int port) {
    try (KafkaProducer<byte[], byte[]> producer = producer(port)) {
      producer.send(new ProducerRecord<>("traffic", new byte[10 << 20]));
    }
  }

  /** Somebody removes all that the topic holds. */
  private static void emptied(int port) throws Exception {
    RecordsToDelete all = RecordsToDelete.beforeOffset(-1);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition("traffic", 0), all, new TopicPartition("traffic", 1), all))
          .all()
          .get();
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(int port) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", "127.0.0.1:" + port, "max.request.size", 16 << 20),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private Path file(String detector, int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(
          "{\"DET_ID\":\"%s\",\"LANE_NO\":2,\"STAT_TIME\":\"%s\",\"FLOW\":1,\"DATA_QUALITY\":\"0\"}\n"
              .formatted(detector, TIME.format(BEGIN.plusSeconds(1500 + i * 5L))));
    }
    return Files.writeString(folder.resolve("readings.jsonl"), lines);
  }

  /** The shipped source, its messages JSON by this connector. */
  private Path city(String connector) throws IOException {
    Path city = folder.resolve("city");
    Path source = CopiedFolder.source(SOURCE, city);
    Path contract = source.resolve("contract.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(contract)
            .replace("type: csv, encoding: UTF-8, delimiter: ','", "type: jsonl, encoding: UTF-8"));
    Files.writeString(source.resolve("connector.yaml"), connector);
    return city;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
