package org.citylake.metrics.export.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.json.Json;
import org.citylake.metrics.export.IndexExamples;
import org.citylake.metrics.export.WrittenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks the messages against the rules of SDMX-JSON's data message 2.0.0 that concern what is
 * written here: which keys are required, their types and patterns, id or value for each code, links
 * of data sets; and what a schema cannot say: keys and indexes point at codes that are there.
 */
class TestSdmxJsonWriter {
  private final Path folder;

  TestSdmxJsonWriter(@TempDir Path folder) {
    this.folder = folder;
  }

  private JsonNode message(String table) throws IOException {
    List<WrittenFile> files =
        new SdmxJsonWriter()
            .write(IndexExamples.contents("arithmetic-mean", "renormalise", "sdmx-json"), folder);
    assertThat(files)
        .extracting(WrittenFile::name)
        .containsExactly("metric.index_score.sdmx.json", "metric.indicator_value.sdmx.json");
    return Json.mapper().readTree(folder.resolve(table + ".sdmx.json").toFile());
  }

  private static List<String> violations(JsonNode message) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            TestSdmxJsonWriter.class.getResourceAsStream("message-rules.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Json.mapper().readTree(in))
          .validate(message)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  @Test
  void everyMessageKeepsTheRulesOfTheSchema() throws IOException {
    assertThat(violations(message("metric.indicator_value"))).isEmpty();
    assertThat(violations(message("metric.index_score"))).isEmpty();
  }

  @Test
  void theRulesFindWhatBreaksThem() throws IOException {
    JsonNode message = message("metric.index_score");
    ((com.fasterxml.jackson.databind.node.ObjectNode) message.at("/data/dataSets/0"))
        .remove("links");

    assertThat(violations(message)).hasSize(1);
  }

  @Test
  void everyKeyAndIndexPointsAtACodeThatIsThere() throws IOException {
    for (String table : List.of("metric.indicator_value", "metric.index_score")) {
      JsonNode message = message(table);
      JsonNode structure = message.at("/data/structures/0");
      JsonNode dimensions = structure.at("/dimensions/observation");
      JsonNode attributes = structure.at("/attributes/observation");
      JsonNode observations = message.at("/data/dataSets/0/observations");
      assertThat(observations).isNotEmpty();
      for (Map.Entry<String, JsonNode> observation : observations.properties()) {
        String[] key = observation.getKey().split(":", -1);
        assertThat(key).hasSize(dimensions.size());
        for (int i = 0; i < key.length; i++) {
          assertThat(dimensions.get(i).path("keyPosition").asInt()).isEqualTo(i);
          assertThat(Integer.parseInt(key[i])).isLessThan(dimensions.get(i).path("values").size());
        }
        assertThat(observation.getValue()).hasSize(1 + attributes.size());
        for (int i = 0; i < attributes.size(); i++) {
          if (attributes.get(i).has("values") && !observation.getValue().get(1 + i).isNull()) {
            assertThat(observation.getValue().get(1 + i).asInt())
                .isLessThan(attributes.get(i).path("values").size());
          }
        }
      }
    }
  }

  @Test
  void valuesComeBackWithTheirDimensionsAndAttributes() throws IOException {
    JsonNode message = message("metric.indicator_value");
    JsonNode structure = message.at("/data/structures/0");

    assertThat(structure.at("/dimensions/observation").findValuesAsText("keyPosition"))
        .containsExactly("0", "1", "2");
    assertThat(structure.at("/dimensions/observation/0/values/3/names/en").asText())
        .isEqualTo("Jing'an");
    assertThat(structure.at("/dimensions/observation/2/values").findValuesAsText("value"))
        .containsExactly("2011-01-01/P5Y", "2015");
    JsonNode observations = message.at("/data/dataSets/0/observations");
    assertThat(observations).hasSize(8);
    assertThat(observations.path("0:0:1").get(0).decimalValue()).isEqualByComparingTo("91.3");
    assertThat(observations.path("3:0:1").get(0).isNull()).isTrue();
    JsonNode statuses = structure.at("/attributes/observation/0/values");
    assertThat(statuses.get(observations.path("3:0:1").get(1).asInt()).path("id").asText())
        .isEqualTo("M");
    assertThat(message.at("/meta/id").asText())
        .isEqualTo("index_evaluation-INDICATOR_VALUE-20161121-0a1b2c3d");
    assertThat(structure.at("/annotations").findValuesAsText("text"))
        .containsExactly(
            "small/2015: 模型，不是官方指数 a model, no official index", "含有合成数据 contains synthetic data");
  }
}
