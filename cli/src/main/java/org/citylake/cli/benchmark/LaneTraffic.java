package org.citylake.cli.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** Sends readings of lanes to a topic. */
final class LaneTraffic implements AutoCloseable {
  private static final Instant BEGIN = Instant.parse("2016-03-07T00:00:00Z");
  private static final int CADENCE = 5;
  private static final int LANES = 4_000;
  private static final int SLICES = 20;

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;
  private final LaneReadings readings = new LaneReadings();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private volatile boolean stopped;

  /** Goes on from pace to pace: a lane that reports twice in a second says the same twice. */
  private int lane;

  /** Traffic to a topic of a broker on loopback. */
  LaneTraffic(int port, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + port, "linger.ms", "20", "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends so many readings as fast as it can, of lanes that report every five seconds. */
  void fill(long count) {
    for (long i = 0; i < count; i++) {
      send((int) (i % LANES), BEGIN.plusSeconds(i / LANES * CADENCE));
    }
    producer.flush();
    requireSent();
  }

  /**
   * Sends at a pace, of lanes that report every five seconds now, until the time is over or it is
   * told to stop.
   *
   * @param rate readings a second
   */
  void pace(int rate, Duration length) throws InterruptedException {
    long start = System.nanoTime();
    long slices = length.toMillis() * SLICES / 1000;
    for (long slice = 0; slice < slices && !stopped; slice++) {
      long due = start + slice * 1_000_000_000L / SLICES;
      long wait = due - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(wait / 1_000_000);
      }
      Instant now = Instant.now();
      for (int i = 0; i < rate / SLICES; i++) {
        send(lane, now);
        lane = (lane + 1) % (rate * CADENCE);
      }
      requireSent();
    }
    producer.flush();
    requireSent();
  }

  /** Ends the pace that is under way. */
  void stop() {
    stopped = true;
  }

  /** How many the broker has taken. */
  long sent() {
    return sent.get();
  }

  private void send(int lane, Instant at) {
    Map.Entry<byte[], byte[]> message = readings.message(lane, at);
    producer.send(
        new ProducerRecord<>(topic, message.getKey(), message.getValue()),
        (taken, failed) -> {
          if (failed == null) {
            sent.incrementAndGet();
          } else {
            failure.set(failed);
          }
        });
  }

  private void requireSent() {
    Exception failed = failure.get();
    if (failed != null) {
      throw new CityLakeException(Kind.EXTERNAL, "Kafka did not take the readings", failed);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
