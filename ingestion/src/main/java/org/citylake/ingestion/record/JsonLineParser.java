package org.citylake.ingestion.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.type.BadValueException;
import org.citylake.ingestion.type.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * Parses records that are one JSON object each: lines of a JSON Lines file, and what {@link
 * RecordJson} kept of records of other kinds. A key that the object lacks is a missing value.
 */
final class JsonLineParser implements LineParser {
  /** Kinds of files whose records have a geometry. */
  private static final Set<String> GEOMETRIC = Set.of("geojson", "shapefile");

  /** The column that holds it. */
  private static final String GEOMETRY = "geometry";

  private final List<ContractProperty> properties;
  private final Set<String> names = new HashSet<>();
  private final Set<String> paths = new HashSet<>();
  private final RecordShape shape;
  private final LineDecoder decoder;
  private final List<Pattern> skipped;
  private final Optional<GeometryRules> geometryRules;
  private final ShownValue shown;
  private final boolean readersOwn;

  private JsonLineParser(SourceDeclaration source, String encoding, boolean readersOwn) {
    this.properties = source.contract().properties();
    this.shape = new RecordShape(source.format());
    this.decoder = new LineDecoder(encoding);
    this.skipped = source.format().sheet().skipRows();
    this.geometryRules =
        GEOMETRIC.contains(source.format().type())
            ? Optional.of(
                new GeometryRules(
                    source.format().crs().orElse("EPSG:4326"),
                    ShownValue.of(source.contract(), GEOMETRY)))
            : Optional.empty();
    this.shown = ShownValue.of(source.contract());
    this.readersOwn = readersOwn;
    for (ContractProperty property : properties) {
      String name = property.physicalName();
      names.add(name);
      for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
        paths.add(name.substring(0, at));
      }
    }
  }

  /** A parser for objects that the agency wrote. */
  static JsonLineParser ofLines(SourceDeclaration source) {
    return new JsonLineParser(source, source.format().encoding(), false);
  }

  /** A parser for objects that {@link RecordJson} wrote. */
  static JsonLineParser ofRecords(SourceDeclaration source) {
    return new JsonLineParser(source, "UTF-8", true);
  }

  @Override
  public ParsedLine parse(RecordLine line) {
    JsonObject object;
    try {
      object = JsonObject.parse(decoder.decode(line.bytes()), names, paths, shown);
    } catch (BadValueException e) {
      boolean encoding = e.reason().startsWith("byte ");
      return RecordShape.refused(line, encoding ? "encoding" : "malformed", e.reason());
    }
    if (skips(object)) {
      return new ParsedLine(List.of(), 1);
    }
    if (!object.refused().isEmpty()) {
      return readersOwn
          ? RecordShape.refused(line, object.refused())
          : unknown(line, List.of(RecordJson.REFUSED));
    }
    if (!object.unknown().isEmpty()) {
      return unknown(line, object.unknown());
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (ContractProperty property : properties) {
      String text = object.values().get(property.physicalName());
      row.put(property.name(), text == null ? null : shape.value(text));
    }
    return judged(shape.records(line, row), object.values().get(GEOMETRY));
  }

  private ParsedLine judged(ParsedLine parsed, @Nullable String geometry) {
    if (geometry == null || geometryRules.isEmpty()) {
      return parsed;
    }
    List<Finding> findings = geometryRules.get().judge(geometry);
    List<SourceRecord> records = new ArrayList<>();
    for (SourceRecord record : parsed.records()) {
      for (Finding finding : findings) {
        record = record.with(finding);
      }
      records.add(record);
    }
    return new ParsedLine(records, parsed.missing());
  }

  private boolean skips(JsonObject object) {
    String first = object.values().get(properties.get(0).physicalName());
    return first != null && skipped.stream().anyMatch(p -> p.matcher(first.strip()).lookingAt());
  }

  private static ParsedLine unknown(RecordLine line, List<String> fields) {
    return RecordShape.refused(
        line,
        List.of(
            Finding.error(
                "unknown-field",
                String.join(", ", fields)
                    + ": the contract has no such column; leave it out, or agree on a new version"
                    + " of the contract")));
  }
}
