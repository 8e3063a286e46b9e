package org.citylake.ingestion.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.declaration.SourceDeclaration.Packing;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;
import org.citylake.ingestion.record.LineDecoder;
import org.citylake.ingestion.record.RecordJson;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.type.BadValueException;

/** Finds the columns of JSON lines and of GeoJSON: every name that any of the first records has. */
final class FoundJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String GEOMETRY = "geometry";
  private static final int LOOKED_THROUGH = 10_000;

  private FoundJson() {}

  /** JSON lines. */
  static FoundFormat lines(DeliveredFile file, Packing packing, String encoding) {
    return found(file, format("jsonl", packing, encoding, Optional.empty()), List.of());
  }

  /** A GeoJSON FeatureCollection. */
  static FoundFormat features(DeliveredFile file, Packing packing, String encoding) {
    if (!encoding.equals("UTF-8")) {
      throw UnknownFormat.of(file, "GeoJSON that is not in UTF-8", "write it in UTF-8 (RFC 7946)");
    }
    return found(
        file,
        format("geojson", packing, encoding, Optional.of("EPSG:4326")),
        List.of("Taken for granted: coordinates are longitude and latitude of WGS 84 (EPSG:4326)"));
  }

  private static FileFormat format(
      String type, Packing packing, String encoding, Optional<String> crs) {
    return FoundFormat.format(type, encoding, packing, SheetLayout.FOUND, crs);
  }

  private static FoundFormat found(DeliveredFile file, FileFormat format, List<String> notes) {
    FoundFormat nothingKnown = new FoundFormat(format, List.of(), Optional.empty(), notes);
    Set<String> names = new LinkedHashSet<>();
    LineDecoder decoder = new LineDecoder(format.encoding());
    try (DeliveredRecords records = DeliveredRecords.open(nothingKnown.source(), file)) {
      RecordLine record = records.next();
      for (int i = 0; record != null && i < LOOKED_THROUGH; i++, record = records.next()) {
        collect(decoder, record, names);
      }
    }
    List<String> columns = new ArrayList<>(names);
    if (columns.remove(GEOMETRY)) {
      columns.add(GEOMETRY);
    }
    return new FoundFormat(
        format, columns.stream().map(FoundColumn::text).toList(), Optional.empty(), notes);
  }

  private static void collect(LineDecoder decoder, RecordLine record, Set<String> names) {
    Set<String> found = new LinkedHashSet<>();
    try (JsonParser json = JSON.createParser(decoder.decode(record.bytes()))) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        members(json, "", found);
      }
      names.addAll(found);
    } catch (BadValueException | JsonProcessingException e) {
      // The record is refused when it is read, and counted there.
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }

  private static void members(JsonParser json, String prefix, Set<String> names)
      throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + json.currentName();
      if (json.nextToken() != JsonToken.START_OBJECT) {
        names.add(name);
        json.skipChildren();
      } else if (name.equals(RecordJson.REFUSED)) {
        json.skipChildren();
      } else {
        members(json, name + "/", names);
      }
    }
  }
}
