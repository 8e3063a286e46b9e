package org.citylake.streamingjobs.fault;

import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.citylake.streamingjobs.live.event.Message;

/**
 * The messages of a seed, made up for traffic detectors: out of order, some twice or more, some
 * that cannot be read. What the tables must hold afterwards is told without the code under test.
 */
final class PlannedMessages implements Serializable {
  /** The source whose contract they follow. */
  static final String SOURCE = "traffic_flow_reading";

  /** The source's measures in their order. */
  static final List<String> MEASURES = List.of("vehicles", "large_vehicles", "speed", "occupancy");

  private static final long serialVersionUID = 1L;
  private static final long BEGIN = Instant.parse("2016-03-07T00:00:00Z").toEpochMilli();
  private static final long ARRIVAL = Instant.parse("2016-03-08T00:00:00Z").toEpochMilli();
  private static final long STEP = 60_000;
  private static final int DETECTORS = 7;

  /** Messages change places within so many: less than the time that the stream waits. */
  private static final int SHUFFLED = 20;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

  private final long seed;
  private final ArrayList<byte[]> messages = new ArrayList<>();
  private final TreeMap<String, BigDecimal[]> events = new TreeMap<>();
  private int refused;

  /** So many messages. */
  PlannedMessages(long seed, int count) {
    this.seed = seed;
    Random random = new Random(seed);
    List<byte[]> block = new ArrayList<>();
    int made = 0;
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(100);
      if (kind < 3) {
        block.add(("not,a,reading," + seed + "," + i).getBytes(StandardCharsets.UTF_8));
        refused++;
      } else if (kind < 15 && !messages.isEmpty()) {
        block.add(earlier(random));
      } else {
        block.add(reading(made++, random));
      }
      if (block.size() == SHUFFLED || i == count - 1) {
        Collections.shuffle(block, random);
        messages.addAll(block);
        block.clear();
      }
    }
  }

  /**
   * A message that came before, some of them long before, once more; one that cannot be read counts
   * once more too.
   */
  private byte[] earlier(Random random) {
    byte[] again =
        messages.get(
            messages.size()
                - 1
                - random.nextInt(
                    Math.min(random.nextInt(4) == 0 ? messages.size() : 200, messages.size())));
    if (new String(again, StandardCharsets.UTF_8).startsWith("not")) {
      refused++;
    }
    return again;
  }

  private byte[] reading(int number, Random random) {
    String detector = "310106-TF-" + String.format("%04d", number % DETECTORS);
    long observedAt = BEGIN + number / DETECTORS * STEP;
    BigDecimal[] measures = {
      new BigDecimal(random.nextInt(200)),
      random.nextInt(10) == 0 ? null : new BigDecimal(random.nextInt(20)),
      BigDecimal.valueOf(random.nextInt(1200), 1),
      BigDecimal.valueOf(random.nextInt(10_000), 2)
    };
    events.put(detector + "/1 " + observedAt, measures);
    return String.join(
            ",",
            detector,
            "1",
            TIME.format(Instant.ofEpochMilli(observedAt)),
            "310106R0007101",
            "1",
            text(measures[0]),
            text(measures[1]),
            text(measures[2]),
            text(measures[3]),
            "1")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(BigDecimal number) {
    return number == null ? "-1" : number.toPlainString();
  }

  /** How many there are. */
  int count() {
    return messages.size();
  }

  /** The message of that number, from 0. */
  Message message(long index) {
    return new Message("seed " + seed, index, ARRIVAL, messages.get(Math.toIntExact(index)));
  }

  /** Series and time, a space between, to the event's measures; null for one not measured. */
  Map<String, BigDecimal[]> events() {
    return events;
  }

  /** Messages that cannot be read. */
  int refused() {
    return refused;
  }
}
