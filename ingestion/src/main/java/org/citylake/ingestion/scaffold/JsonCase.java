package org.citylake.ingestion.scaffold;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.ingestion.format.DeliveredFile;
import org.citylake.ingestion.format.DeliveredRecords;
import org.citylake.ingestion.format.DeliveredText;
import org.citylake.ingestion.record.LineDecoder;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.SourceRecord;
import org.citylake.ingestion.type.BadValueException;

/** Copies the first good objects of a JSON file with other values for personal ones. */
final class JsonCase {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final String GEOMETRY = "geometry";

  private JsonCase() {}

  /** Of JSON lines. */
  static String lines(SampleFile sample, Map<String, String> replaced, int most) {
    StringBuilder text = new StringBuilder();
    LineParser parser = LineParser.of(sample.found().source());
    LineDecoder decoder = new LineDecoder(sample.format().encoding());
    int written = 0;
    try (DeliveredRecords lines =
        DeliveredRecords.open(sample.found().source(), DeliveredFile.at(sample.file()))) {
      for (RecordLine line = lines.next(); line != null && written < most; line = lines.next()) {
        if (parser.parse(line).records().stream().allMatch(SourceRecord::accepted)) {
          ObjectNode object = (ObjectNode) JSON.readTree(decoder.decode(line.bytes()));
          replaced.forEach((name, value) -> replace(object, name, value));
          text.append(JSON.writeValueAsString(object)).append('\n');
          written++;
        }
      }
    } catch (IOException | BadValueException e) {
      throw new IllegalStateException("a line that was read is none", e);
    }
    return text.toString();
  }

  /** Of a GeoJSON FeatureCollection. */
  static String features(SampleFile sample, Map<String, String> replaced, int most) {
    List<String> features = new ArrayList<>();
    try (JsonParser json =
        JSON.createParser(DeliveredText.open(sample.file(), sample.format().packing()))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = json.currentName().equals("features");
        json.nextToken();
        if (found) {
          break;
        }
        json.skipChildren();
      }
      while (json.nextToken() == JsonToken.START_OBJECT && features.size() < most) {
        features.add(feature(json.readValueAsTree(), replaced));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + sample.file(), e);
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\n"
        + String.join(",\n", features)
        + "\n]}\n";
  }

  /** What of a feature is read; other members may hold anything. */
  private static String feature(JsonNode feature, Map<String, String> replaced) throws IOException {
    ObjectNode copy = JSON.createObjectNode().put("type", "Feature");
    ObjectNode properties =
        feature.path("properties") instanceof ObjectNode object ? object : JSON.createObjectNode();
    replaced.forEach(
        (name, value) -> {
          if (!name.equals(GEOMETRY)) {
            replace(properties, name, value);
          }
        });
    copy.set("properties", properties);
    if (replaced.containsKey(GEOMETRY)) {
      ObjectNode point = copy.putObject(GEOMETRY).put("type", "Point");
      point.putArray("coordinates").add(PersonalKind.LONGITUDE).add(PersonalKind.LATITUDE);
    } else if (feature.has(GEOMETRY)) {
      copy.set(GEOMETRY, feature.get(GEOMETRY));
    }
    return JSON.writeValueAsString(copy);
  }

  /** Puts a value where there is one; a name may lead into inner objects. */
  private static void replace(ObjectNode object, String name, String value) {
    if (object.has(name)) {
      object.put(name, value);
      return;
    }
    for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
      if (object.get(name.substring(0, slash)) instanceof ObjectNode inner) {
        replace(inner, name.substring(slash + 1), value);
      }
    }
  }
}
