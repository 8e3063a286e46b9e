package org.citylake.cli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.Test;

class TestTableGraph {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));

  private final DeclarationLibrary library =
      DeclarationReader.load(
          List.of(
              ROOT.resolve("core"),
              ROOT.resolve("lakehouse"),
              ROOT.resolve("ingestion"),
              ROOT.resolve("metrics")));

  @Test
  void mappingsQueriesAndIndicatorsAreEdges() {
    TableGraph graph = TableGraph.of(library, Optional.empty());

    assertThat(graph.downstream("raw.plan_indicator")).contains("city.observation");
    assertThat(graph.upstream("metric.indicator_target")).contains("city.observation");
    assertThat(graph.upstream("city.air_quality_day")).containsExactly("city.sensor_reading");
    assertThat(graph.upstream("city.sensor_reading")).contains("air_quality_pm25");
    assertThat(graph.upstream("metric.indicator_value")).contains("city.observation");
    assertThat(graph.upstream("metric.index_score")).isEmpty();
  }

  @Test
  void theLastRunTellsWhatThePlatformItselfRead() throws JsonProcessingException {
    String details =
        """
        {"tables": {"metric.index_score": {"rows": 1, "inputs": ["metric.indicator_value"]}}}
        """;

    TableGraph graph = TableGraph.of(library, Optional.of(Json.mapper().readTree(details)));

    assertThat(graph.upstream("metric.index_score")).containsExactly("metric.indicator_value");
    assertThat(graph.downstream("metric.indicator_value")).contains("metric.index_score");
  }
}
