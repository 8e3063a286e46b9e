package org.citylake.ingestion.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.record.RecordJson;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.type.ShownValue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTWriter;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/**
 * The features of a GeoJSON file (RFC 7946), one at a time, each as one JSON object of its
 * properties and of {@code geometry} as well-known text. A record's line is its number from 1.
 */
final class FeatureRecords implements DeliveredRecords {
  private static final String GEOMETRY = "geometry";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final DeliveredFile file;
  private final JsonParser json;
  private final boolean geometryAgreed;
  private final ShownValue shown;
  private final ShownValue shownGeometry;
  private boolean collection;
  private long line;

  private FeatureRecords(SourceDeclaration source, DeliveredFile file, JsonParser json) {
    this.file = file;
    this.json = json;
    this.geometryAgreed =
        source.contract().properties().stream().anyMatch(p -> p.physicalName().equals(GEOMETRY));
    this.shown = ShownValue.of(source.contract());
    this.shownGeometry = ShownValue.of(source.contract(), GEOMETRY);
  }

  /** Opens a file and goes to its first feature. */
  static DeliveredRecords open(SourceDeclaration source, DeliveredFile file) {
    FeatureRecords records;
    try {
      records =
          new FeatureRecords(
              source,
              file,
              JSON.createParser(
                  DeliveredBytes.open(
                      file, source.format().packing(), UnpackLimit.of(System.getenv()))));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    }
    try {
      records.toFeatures();
    } catch (RuntimeException e) {
      records.close();
      throw e;
    }
    return records;
  }

  @Override
  public @Nullable RecordLine next() {
    try {
      if (json.isClosed()) {
        return null;
      }
      if (json.nextToken() == JsonToken.END_ARRAY) {
        finish();
        return null;
      }
      JsonNode feature = json.readValueAsTree();
      line++;
      return record(feature);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read on in " + file.file(), e);
    }
  }

  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void toFeatures() {
    try {
      if (json.nextToken() != JsonToken.START_OBJECT || !members()) {
        throw RefusedFile.because(
            file, "it is no GeoJSON FeatureCollection (RFC 7946): send one with its features");
      }
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    }
  }

  /** Reads members until the features begin, or all; whether features begin. */
  private boolean members() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        return true;
      }
      if (name.equals("type")) {
        collection = json.getText().equals("FeatureCollection");
      }
      json.skipChildren();
    }
    return false;
  }

  private void finish() throws IOException {
    boolean again = members();
    if (again || !collection || json.nextToken() != null) {
      throw RefusedFile.because(
          file,
          "it is not exactly one GeoJSON FeatureCollection (RFC 7946): send one a file, with its"
              + " type");
    }
    json.close();
  }

  private RecordLine record(JsonNode feature) {
    if (!(feature instanceof ObjectNode) || !feature.path("type").asText().equals("Feature")) {
      return new RecordLine(
          line,
          RecordJson.write(
              Map.of(), List.of(Finding.error("malformed", "it is no GeoJSON Feature"))));
    }
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    flatten("", feature.path("properties"), values);
    List<Finding> problems = List.of();
    JsonNode geometry = feature.path(GEOMETRY);
    try {
      if (!geometry.isMissingNode() && !geometry.isNull()) {
        values.put(GEOMETRY, text(geometry));
      } else if (geometryAgreed) {
        values.put(GEOMETRY, null);
      }
    } catch (ParseException | RuntimeException e) {
      // The library fails in many ways on coordinates that are none.
      values.put(GEOMETRY, geometry.toString());
      problems =
          List.of(
              Finding.error(
                  "invalid-geometry",
                  "the geometry is none by RFC 7946"
                      + (shownGeometry == ShownValue.PERSONAL
                          ? ""
                          : " (" + RefusedFile.reason(e) + ")")
                      + ": mend it"));
    }
    return new RecordLine(line, RecordJson.write(values, problems));
  }

  private static void flatten(
      String prefix, JsonNode object, Map<String, @Nullable String> values) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = member.getValue();
      String name = prefix + member.getKey();
      if (value.isObject()) {
        flatten(name + "/", value, values);
      } else if (value.isNull()) {
        values.put(name, null);
      } else {
        values.put(name, value.isArray() ? value.toString() : value.asText());
      }
    }
  }

  private static String text(JsonNode geometry) throws ParseException {
    if (!geometry.has("coordinates") && !geometry.has("geometries")) {
      // The library makes an empty geometry of it, and a place would be lost without a word.
      throw new ParseException("it has no coordinates");
    }
    Geometry read = new GeoJsonReader().read(geometry.toString());
    return new WKTWriter(3).write(read);
  }

  private CityLakeException malformed(JsonProcessingException cause) {
    // The library's words repeat what it stumbled over.
    boolean personal = shown == ShownValue.PERSONAL;
    JsonLocation place = cause.getLocation() == null ? json.currentLocation() : cause.getLocation();
    return RefusedFile.because(
        file,
        "it is not JSON, or was cut off while it was sent, at line "
            + place.getLineNr()
            + ", character "
            + place.getColumnNr()
            + (personal || cause instanceof JsonEOFException
                ? ""
                : " (" + cause.getOriginalMessage() + ")")
            + ": send it anew",
        personal ? null : cause);
  }
}
