package org.citylake.streamingjobs.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.LiveStream;
import org.citylake.core.json.Json;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.jspecify.annotations.Nullable;

/**
 * Parses a message into a row of live.event, and does nothing else: no rule is checked, nothing is
 * known twice, no watermark, window, alert or count.
 */
final class BareReader implements KafkaRecordDeserializationSchema<RowData> {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final String version;
  private final ZoneId zone;
  private final String time;
  private final String format;
  private final List<String> series;
  private final Map<String, String> measures = new LinkedHashMap<>();
  private transient @Nullable ObjectReader json;
  private transient @Nullable DateTimeFormatter formatter;

  /** A reader of a source's JSON. */
  BareReader(DeclaredSource declared) {
    LiveStream stream = declared.stream().live().orElseThrow();
    this.source = declared.id();
    this.version = declared.declaration().contract().version();
    this.zone = declared.stream().zone();
    this.time = name(declared, stream.eventTime());
    this.format = property(declared, stream.eventTime()).format().orElseThrow();
    this.series = stream.series().stream().map(column -> name(declared, column)).toList();
    stream.measures().forEach(column -> measures.put(column, name(declared, column)));
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    json = Json.mapper().reader();
    formatter = DateTimeFormatter.ofPattern(format);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<RowData> out)
      throws IOException {
    JsonNode fields = Objects.requireNonNull(json).readTree(message.value());
    LocalDateTime at =
        LocalDateTime.parse(fields.path(time).asText(), Objects.requireNonNull(formatter));
    StringBuilder key = new StringBuilder();
    for (String column : series) {
      key.append(key.isEmpty() ? "" : "/").append(fields.path(column).asText());
    }
    Map<StringData, DecimalData> numbers = new LinkedHashMap<>();
    measures.forEach(
        (metric, column) -> {
          if (fields.hasNonNull(column)) {
            numbers.put(
                StringData.fromString(metric),
                DecimalData.fromBigDecimal(
                    new BigDecimal(fields.path(column).asText()).setScale(10), 38, 10));
          }
        });
    out.collect(
        GenericRowData.of(
            StringData.fromString(source),
            StringData.fromString(key.toString()),
            TimestampData.fromEpochMillis(at.atZone(zone).toInstant().toEpochMilli()),
            1,
            Math.toIntExact(at.toLocalDate().toEpochDay()),
            new GenericMapData(numbers),
            StringData.fromString(message.topic() + "/" + message.partition()),
            message.offset(),
            TimestampData.fromEpochMillis(message.timestamp()),
            StringData.fromString(version)));
  }

  @Override
  public @Nullable TypeInformation<RowData> getProducedType() {
    return TypeInformation.of(RowData.class);
  }

  private static String name(DeclaredSource declared, String column) {
    return property(declared, column).physicalName();
  }

  private static ContractProperty property(DeclaredSource declared, String column) {
    return declared.declaration().contract().properties().stream()
        .filter(property -> property.name().equals(column))
        .findFirst()
        .orElseThrow();
  }
}
