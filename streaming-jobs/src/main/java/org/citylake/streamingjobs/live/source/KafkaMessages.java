package org.citylake.streamingjobs.live.source;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.live.event.EventInterpreter;
import org.citylake.streamingjobs.live.event.Interpreted;
import org.citylake.streamingjobs.live.event.Message;
import org.citylake.streamingjobs.live.metric.ConsumerLag;

/**
 * A source's topics, from their beginning and without end. Offsets are kept in checkpoints alone.
 * Partitions that are added are found within a minute.
 */
public final class KafkaMessages {
  private static final String DISCOVERY = "60000";

  private KafkaMessages() {}

  /**
   * The topics that the connector names.
   *
   * @param client the consumer's settings, with how it signs in
   */
  public static KafkaSource<Interpreted> of(
      DeclaredSource source, ConnectorDeclaration.Kafka kafka, Map<String, String> client) {
    return builder(source, kafka, client, new Interpreting(source)).build();
  }

  /** The same up to what the topics hold now. */
  public static KafkaSource<Interpreted> upToNow(
      DeclaredSource source, ConnectorDeclaration.Kafka kafka, Map<String, String> client) {
    return upToNow(source, kafka, client, new Interpreting(source));
  }

  /** The same, read by another reader. */
  public static <T> KafkaSource<T> upToNow(
      DeclaredSource source,
      ConnectorDeclaration.Kafka kafka,
      Map<String, String> client,
      KafkaRecordDeserializationSchema<T> reader) {
    return builder(source, kafka, client, reader).setBounded(OffsetsInitializer.latest()).build();
  }

  private static <T> KafkaSourceBuilder<T> builder(
      DeclaredSource source,
      ConnectorDeclaration.Kafka kafka,
      Map<String, String> client,
      KafkaRecordDeserializationSchema<T> reader) {
    Properties properties = new Properties();
    properties.putAll(new HashMap<>(client));
    properties.setProperty("isolation.level", "read_committed");
    properties.setProperty("partition.discovery.interval.ms", DISCOVERY);
    properties.setProperty("commit.offsets.on.checkpoint", "false");
    ConsumerLag.configure(properties, source.id(), kafka.topics());
    return KafkaSource.<T>builder()
        .setBootstrapServers(String.join(",", kafka.servers()))
        .setTopics(kafka.topics())
        .setClientIdPrefix("citylake-" + source.id())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setProperties(properties)
        .setDeserializer(reader);
  }

  private static final class Interpreting
      implements KafkaRecordDeserializationSchema<Interpreted>, Serializable {
    private static final long serialVersionUID = 1L;

    private final DeclaredSource source;
    private transient EventInterpreter interpreter;

    Interpreting(DeclaredSource source) {
      this.source = source;
      this.interpreter = EventInterpreter.of(source);
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
      interpreter = EventInterpreter.of(source);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Interpreted> out) {
      byte[] bytes = record.value() == null ? new byte[0] : record.value();
      out.collect(
          interpreter.interpret(
              new Message(
                  record.topic() + "/" + record.partition(),
                  record.offset(),
                  record.timestamp(),
                  bytes)));
    }

    @Override
    public TypeInformation<Interpreted> getProducedType() {
      return Interpreted.TYPE;
    }
  }
}
