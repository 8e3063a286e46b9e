package org.citylake.core.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.citylake.core.stream.PrometheusText.Sample;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a live stream, gathered from its metrics.
 *
 * @param sources by id
 * @param tables by full name; rows and times since the stream was started
 * @param checkpoints since it was started
 * @param restarts after failures, since it was started
 */
public record StreamFigures(
    @JsonProperty("sources") Map<String, Source> sources,
    @JsonProperty("tables") Map<String, Table> tables,
    @JsonProperty("checkpoints") Checkpoints checkpoints,
    @JsonProperty("restarts") long restarts) {
  /** What the names of a stream's metrics begin with. */
  static final String PREFIX = "citylake_stream_";

  /**
   * A source, with all messages that its checkpoints have counted: in = accepted + duplicate + late
   * + quarantined.
   *
   * @param watermarkDelaySeconds how far its event time is behind the clock; null before an event
   * @param lag records not read yet, by topic; without a topic that nothing was read from
   */
  public record Source(
      @JsonProperty("records_in") long recordsIn,
      @JsonProperty("accepted") long accepted,
      @JsonProperty("duplicate") long duplicate,
      @JsonProperty("late") long late,
      @JsonProperty("quarantined") long quarantined,
      @JsonProperty("watermark_delay_seconds") @Nullable Double watermarkDelaySeconds,
      @JsonProperty("lag") Map<String, Long> lag) {}

  /**
   * A table.
   *
   * @param lastCommitAt ISO 8601; null before the first
   */
  public record Table(
      @JsonProperty("rows_committed") long rowsCommitted,
      @JsonProperty("last_commit_at") @Nullable String lastCommitAt) {}

  /**
   * Checkpoints; of the last one nothing before the first.
   *
   * @param lastAt when it was completed, ISO 8601
   */
  public record Checkpoints(
      @JsonProperty("completed") long completed,
      @JsonProperty("failed") long failed,
      @JsonProperty("last_seconds") @Nullable Double lastSeconds,
      @JsonProperty("last_bytes") @Nullable Long lastBytes,
      @JsonProperty("last_at") @Nullable String lastAt) {}

  /** The figures of a text in Prometheus' form. */
  static StreamFigures parse(String text) {
    Samples samples =
        new Samples(
            PrometheusText.parse(text).stream()
                .filter(sample -> sample.name().startsWith(PREFIX))
                .toList());
    Map<String, Source> sources = new TreeMap<>();
    for (String id : samples.labels("source")) {
      sources.put(id, source(samples.of("source", id)));
    }
    Map<String, Table> tables = new TreeMap<>();
    for (String name : samples.labels("table")) {
      Samples told = samples.of("table", name);
      tables.put(
          name,
          new Table(
              told.count("rows_committed_total"),
              time(told.find("last_commit_timestamp_seconds"))));
    }
    @Nullable Double bytes = samples.find("last_checkpoint_size_bytes");
    return new StreamFigures(
        sources,
        tables,
        new Checkpoints(
            samples.count("checkpoints_completed_total"),
            samples.count("checkpoints_failed_total"),
            samples.find("last_checkpoint_duration_seconds"),
            bytes == null ? null : bytes.longValue(),
            time(samples.find("last_checkpoint_timestamp_seconds"))),
        samples.count("restarts_total"));
  }

  private static Source source(Samples told) {
    Map<String, Long> lag = new LinkedHashMap<>();
    for (String topic : told.labels("topic")) {
      lag.put(topic, told.of("topic", topic).count("consumer_lag_records"));
    }
    return new Source(
        told.count("records_in_total"),
        told.count("records_accepted_total"),
        told.count("records_duplicate_total"),
        told.count("records_late_total"),
        told.count("records_quarantined_total"),
        told.find("watermark_delay_seconds"),
        lag);
  }

  private static @Nullable String time(@Nullable Double seconds) {
    return seconds == null ? null : Instant.ofEpochMilli(Math.round(seconds * 1000)).toString();
  }

  private record Samples(List<Sample> all) {
    Samples of(String label, String value) {
      return new Samples(
          all.stream().filter(sample -> value.equals(sample.labels().get(label))).toList());
    }

    List<String> labels(String label) {
      return all.stream()
          .flatMap(s -> Stream.ofNullable(s.labels().get(label)))
          .distinct()
          .sorted()
          .toList();
    }

    @Nullable Double find(String suffix) {
      return all.stream()
          .filter(sample -> sample.name().equals(PREFIX + suffix))
          .map(Sample::value)
          .findFirst()
          .orElse(null);
    }

    long count(String suffix) {
      Double value = find(suffix);
      return value == null ? 0 : value.longValue();
    }
  }
}
