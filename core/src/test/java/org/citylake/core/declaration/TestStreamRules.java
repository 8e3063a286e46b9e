package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped source of traffic flow, its stream.yaml changed in a city of its own. */
class TestStreamRules {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  private static final String SOURCE = "sensor/traffic_flow_reading";

  @TempDir private Path city = Path.of("unset");

  @Test
  void aLiveStreamIsReadAsDeclared() {
    LiveStream stream =
        DeclarationReader.load(List.of(ROOT))
            .findSource("traffic_flow_reading")
            .flatMap(SourceDeclaration::stream)
            .flatMap(StreamDeclaration::live)
            .orElseThrow();
    assertThat(stream.series()).containsExactly("sensor_code", "lane");
    assertThat(stream.eventTime()).isEqualTo("observed_at");
    assertThat(stream.window()).isEqualTo(Duration.ofHours(1));
    assertThat(stream.lateness()).isEqualTo(Duration.ofHours(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          event-time: observed_at | event-time: vehicles | [event-time] An event's time is a required timestamp (vehicles)
          [sensor_code, lane] | [sensor_code] | [stream-key] Series and event time must be the contract's primary key
          [sensor_code, lane] | [sensor_kode, lane] | [unknown-column] The contract has no such column; did you mean 'sensor_code'?
          measures: [vehicles | measures: [direction, vehicles | [measure] A measure is a number or an integer (direction)
          window: PT1H | window: PT0S | [duration] A window lasts a second at least (PT0S)
          out-of-order: PT1M | out-of-order: PTM1 | stream.yaml
          job: live-events | job: sensor-readings | stream.yaml
          """)
  void whatTheContractDoesNotHaveIsReported(String from, String to, String problem)
      throws IOException {
    Path copied = city.resolve("sources").resolve(SOURCE);
    try (Stream<Path> files = Files.walk(ROOT.resolve("ingestion/sources").resolve(SOURCE))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy =
            copied.resolve(
                ROOT.resolve("ingestion/sources").resolve(SOURCE).relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path stream = copied.resolve("stream.yaml");
    Files.writeString(stream, Files.readString(stream).replace(from, to));

    assertThatThrownBy(() -> DeclarationReader.load(List.of(ROOT, city)))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining(problem);
  }
}
