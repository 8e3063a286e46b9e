package org.citylake.cli.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;

/**
 * A synthetic live source: detectors with two lanes each, four measures, rules for every column and
 * an alert rule. The same lane and time give the same message.
 */
final class LaneReadings {
  /** The source's id. */
  static final String SOURCE = "benchmark_lane_reading";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

  private long timed = Long.MIN_VALUE;
  private String time = "";

  /** Writes the source and its alert rule below a directory of declarations. */
  static void declare(Path city, int port, String topic) throws IOException {
    Path source = Files.createDirectories(city.resolve("sources/benchmark").resolve(SOURCE));
    for (String file : new String[] {"contract.odcs.yaml", "stream.yaml"}) {
      Files.writeString(source.resolve(file), resource(file));
    }
    Files.writeString(
        source.resolve("connector.yaml"),
        "type: kafka\nservers: ['127.0.0.1:%d']\ntopics: [%s]\n".formatted(port, topic));
    Path right = Files.createDirectories(source.resolve("tests/right"));
    Files.write(
        right.resolve("input.jsonl"),
        new LaneReadings().message(0, Instant.parse("2016-03-07T00:00:00Z")).getValue());
    Files.writeString(right.resolve("accepted.csv"), "sensor_code\nS0000000\n");
    Files.writeString(right.resolve("quarantined.csv"), "line,reasons\n");
    Path rule = Files.createDirectories(city.resolve("alerts/benchmark_crowded_lane"));
    Files.writeString(rule.resolve("alert.yaml"), resource("alert.yaml"));
    Path test = Files.createDirectories(rule.resolve("tests/ten_seconds"));
    Files.writeString(
        test.resolve("events.csv"),
        "at,kind,name,value\n2016-03-07T00:00:00Z,reading,occupancy,61\n"
            + "2016-03-07T00:00:10Z,reading,occupancy,62\n");
    Files.writeString(
        test.resolve("expected.csv"),
        "at,kind,level,measure,who\n2016-03-07T00:00:10Z,raised,yellow,62,\n");
  }

  /** Key and message of a lane at a time, whole seconds. */
  Map.Entry<byte[], byte[]> message(int lane, Instant at) {
    if (at.getEpochSecond() != timed) {
      timed = at.getEpochSecond();
      time = TIME.format(at);
    }
    String device = Integer.toString(10_000_000 + lane / 2).substring(1);
    long mixed = (lane * 2_654_435_761L + timed * 40_503L) >>> 7;
    int flow = (int) (mixed % 60);
    String message =
        "{\"device\":\"S"
            + device
            + "\",\"lane\":"
            + (lane % 2 + 1)
            + ",\"time\":\""
            + time
            + "\",\"direction\":\""
            + (lane % 4 + 1)
            + "\",\"flow\":"
            + flow
            + ",\"flow_large\":"
            + flow / 7
            + ",\"speed\":"
            + (mixed % 800) / 10
            + "."
            + mixed % 10
            + ",\"occupancy\":"
            + mixed % 97
            + "."
            + (10 + mixed % 90)
            + ",\"quality\":\"0\"}";
    return Map.entry(
        device.getBytes(StandardCharsets.ISO_8859_1), message.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            LaneReadings.class.getResourceAsStream("stream/" + name), "stream/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
