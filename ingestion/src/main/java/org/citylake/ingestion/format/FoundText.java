package org.citylake.ingestion.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.citylake.core.declaration.SourceDeclaration.Packing;

/** Tells the kinds of text apart: JSON lines, GeoJSON, and CSV, which is what is neither. */
final class FoundText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern JSON_NAME =
      Pattern.compile(".*\\.(json|jsonl|ndjson|geojson)(\\.gz|\\.zip)?");

  private FoundText() {}

  static FoundFormat of(DeliveredFile file, Packing packing) {
    SampleText text = SampleText.read(file, packing);
    int nul = text.text().indexOf('\0');
    if (nul >= 0) {
      throw UnknownFormat.of(
          file,
          "of an unknown kind: no text, since character " + (nul + 1) + " is NUL",
          "save it as CSV");
    }
    String begin = text.text().stripLeading();
    if (begin.startsWith("[")) {
      throw UnknownFormat.of(
          file, "one JSON array", "write each of its objects on a line: jq -c '.[]'");
    }
    if (begin.startsWith("{")) {
      return json(file, packing, text);
    }
    if (begin.startsWith("<")) {
      throw UnknownFormat.of(file, "HTML or XML", "open it in a spreadsheet and save it as .xlsx");
    }
    if (JSON_NAME.matcher(file.file().toLowerCase(Locale.ROOT)).matches()) {
      throw UnknownFormat.of(
          file, "named as JSON and begins with no {", "name it .csv when it is CSV");
    }
    return FoundCsv.of(file, packing, text);
  }

  private static FoundFormat json(DeliveredFile file, Packing packing, SampleText text) {
    String type = "";
    boolean oneLine;
    try (JsonParser json = JSON.createParser(text.text())) {
      json.nextToken();
      int line = json.currentLocation().getLineNr();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean typed = json.currentName().equals("type");
        if (json.nextToken() == JsonToken.VALUE_STRING && typed) {
          type = json.getText();
        }
        json.skipChildren();
      }
      oneLine = json.currentLocation().getLineNr() == line;
    } catch (JsonProcessingException e) {
      throw UnknownFormat.of(
          file,
          "named or begun as JSON, and none from line "
              + e.getLocation().getLineNr()
              + ", character "
              + e.getLocation().getColumnNr()
              + " on",
          "write it anew");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    }
    if (type.equals("FeatureCollection")) {
      return FoundJson.features(file, packing, text.encoding());
    }
    if (!oneLine || Set.of("Feature", "Topology").contains(type)) {
      throw UnknownFormat.of(
          file,
          type.isEmpty()
              ? "a JSON object over several lines"
              : "a JSON object of type '" + type + "'",
          "write one object a line (jq -c), or a GeoJSON FeatureCollection");
    }
    return FoundJson.lines(file, packing, text.encoding());
  }
}
