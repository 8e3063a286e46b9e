package org.citylake.entities.location;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.packing.UnpackedFile;
import org.citylake.core.problem.Problems;

/**
 * The areas of a GeoJSON file (RFC 7946): a feature collection, a feature or a geometry, plain or
 * packed by gzip, read feature by feature.
 *
 * @param file the file
 * @param features those with an area
 * @param warnings what of the file was left out or read otherwise than it is written
 */
public record BoundaryFile(Path file, List<BoundaryFeature> features, List<String> warnings) {
  private static final String WHAT = "Cannot read the boundaries ";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  public BoundaryFile {
    features = List.copyOf(features);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a file.
   *
   * @throws CityLakeException of kind USER when there is no such file; of kind DATA when it is no
   *     GeoJSON, in other coordinates than longitude and latitude, or has no area
   */
  public static BoundaryFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CityLakeException(
          Kind.USER,
          WHAT + file + ": " + (Files.isDirectory(file) ? "it is a folder" : "no such file"));
    }
    try (InputStream bytes = UnpackedFile.open(file);
        JsonParser json = JSON.createParser(bytes)) {
      return new Reading(file, json).read();
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw new CityLakeException(
          Kind.DATA,
          WHAT
              + file
              + ": it is not JSON, or was cut off, at line "
              + place.getLineNr()
              + ", character "
              + place.getColumnNr()
              + " ("
              + e.getOriginalMessage()
              + ")",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(WHAT + file, e);
    }
  }

  /** One reading: what was found so far. */
  private static final class Reading {
    private final Path file;
    private final JsonParser json;
    private final List<BoundaryFeature> features = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Problems problems = new Problems();
    private int number;

    Reading(Path file, JsonParser json) {
      this.file = file;
      this.json = json;
    }

    BoundaryFile read() throws IOException {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw refused("it is no GeoJSON object: send a FeatureCollection");
      }
      ObjectNode others = JSON.createObjectNode();
      boolean collection = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.START_ARRAY && name.equals("features")) {
          collection = true;
          while (json.nextToken() != JsonToken.END_ARRAY) {
            int line = json.currentTokenLocation().getLineNr();
            add(json.readValueAsTree(), line);
          }
        } else {
          others.set(name, json.readValueAsTree());
        }
      }
      if (!collection) {
        addAlone(others);
      }
      checkSystem(others.path("crs").path("properties").path("name").asText());
      problems.throwIfAny(WHAT + file);
      if (features.isEmpty()) {
        throw refused("none of its " + number + " features has a polygon");
      }
      return new BoundaryFile(file, features, warnings);
    }

    private void addAlone(ObjectNode object) {
      if (object.path("type").asText().equals("Feature")) {
        add(object, 1);
      } else if (object.has("coordinates") || object.has("geometries")) {
        ObjectNode feature = JSON.createObjectNode().put("type", "Feature");
        feature.set("geometry", object);
        add(feature, 1);
      } else {
        throw refused("it is no GeoJSON (RFC 7946): send a FeatureCollection with its features");
      }
    }

    private void add(JsonNode feature, int line) {
      number++;
      JsonNode id = feature.path("id");
      PolygonReader polygons = new PolygonReader();
      BoundaryFeature read =
          new BoundaryFeature(
              number,
              line,
              id.isValueNode() && !id.isNull() ? Optional.of(id.asText()) : Optional.empty(),
              texts(feature.path("properties")),
              polygons.read(feature.path("geometry")));
      polygons
          .problem()
          .ifPresent(
              text -> problems.add(file.toString(), line, "geometry", "", read.shown() + text));
      polygons.warnings().forEach(text -> warnings.add(read.shown() + text));
      if (!read.polygons().isEmpty()) {
        features.add(read);
      }
    }

    private static Map<String, String> texts(JsonNode properties) {
      Map<String, String> texts = new LinkedHashMap<>();
      properties
          .properties()
          .forEach(
              property -> {
                if (property.getValue().isValueNode() && !property.getValue().isNull()) {
                  texts.put(property.getKey(), property.getValue().asText());
                }
              });
      return texts;
    }

    /** The member crs is of GeoJSON before RFC 7946; programs still write it. */
    private void checkSystem(String name) {
      if (!name.isEmpty() && !name.matches("(?i).*(CRS:*84|EPSG:+(4326|4490))")) {
        problems.add(
            file.toString(),
            0,
            "crs",
            name,
            "The coordinates are of another system: write longitude and latitude of WGS 84");
      }
    }

    private CityLakeException refused(String reason) {
      return new CityLakeException(Kind.DATA, WHAT + file + ": " + reason);
    }
  }
}
