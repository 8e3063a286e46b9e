package org.citylake.ingestion.connector;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.json.Json;

/**
 * Fetches what topics hold up to the moment of the pull. Offsets are kept in the lakehouse and not
 * in the cluster, so that what was loaded and where to go on cannot part. Messages that the cluster
 * deleted before they were fetched are a failure that says how many.
 */
final class KafkaConnector implements Connector {
  private final SourceDeclaration source;
  private final ConnectorDeclaration.Kafka kafka;
  private final Map<String, String> environment;
  private final Duration patience;

  KafkaConnector(
      SourceDeclaration source, ConnectorDeclaration.Kafka kafka, Map<String, String> environment) {
    this.source = source;
    this.kafka = kafka;
    this.environment = Map.copyOf(environment);
    this.patience = Duration.ofSeconds(kafka.silenceSeconds());
  }

  @Override
  public void pull(Optional<String> position, Path folder, Receiver receiver) throws IOException {
    Path file = folder.resolve(source.id() + ".jsonl");
    Map<String, Long> offsets = new TreeMap<>(position.map(KafkaConnector::read).orElse(Map.of()));
    long count;
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings());
        DeliveryLines lines = new DeliveryLines(file)) {
      List<TopicPartition> partitions = partitions(consumer);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
      begin(consumer, partitions, offsets);
      read(consumer, ends, lines, offsets);
      count = lines.lines();
    } catch (KafkaException e) {
      Files.deleteIfExists(file);
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot read " + kafka.shown() + ": " + e.getMessage() + "; pull again when it is there",
          e);
    }
    if (count > 0) {
      receiver.receive(
          new Fetched(file, Optional.empty(), Optional.of(Json.line(new HashMap<>(offsets)))));
    }
    Files.deleteIfExists(file);
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : kafka.topics()) {
      List<PartitionInfo> found = consumer.partitionsFor(topic, patience);
      if (found == null || found.isEmpty()) {
        throw new KafkaException("there is no topic " + topic);
      }
      found.forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
    }
    return partitions;
  }

  private void begin(
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Map<String, Long> offsets) {
    consumer.assign(partitions);
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, patience);
    for (TopicPartition partition : partitions) {
      long earliest = Objects.requireNonNull(first.get(partition));
      long from = offsets.getOrDefault(partition.toString(), earliest);
      if (from < earliest) {
        throw new CityLakeException(
            Kind.EXTERNAL,
            (earliest - from)
                + " messages of "
                + partition
                + " were deleted by the cluster before they were fetched (offsets "
                + from
                + " to "
                + (earliest - 1)
                + "): have them sent as a file, then lengthen the topic's retention");
      }
      consumer.seek(partition, from);
      offsets.put(partition.toString(), from);
    }
  }

  private void read(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      DeliveryLines lines,
      Map<String, Long> offsets)
      throws IOException {
    long last = System.nanoTime();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      boolean any = false;
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < Objects.requireNonNull(ends.get(partition))) {
          lines.write(record.value() == null ? new byte[0] : record.value());
          offsets.put(partition.toString(), record.offset() + 1);
        }
        any = true;
      }
      if (any) {
        last = System.nanoTime();
      } else if (System.nanoTime() - last > patience.toNanos()) {
        throw new KafkaException("no message came for " + patience.toSeconds() + " seconds");
      }
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", kafka.servers()));
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "citylake-" + source.id());
    settings.putAll(KafkaClient.security(kafka, environment));
    return settings;
  }

  private static Map<String, Long> read(String position) {
    try {
      return Json.mapper().readValue(position, new TypeReference<>() {});
    } catch (IOException e) {
      throw new IllegalStateException("audit.pull has no offsets: " + position, e);
    }
  }
}
