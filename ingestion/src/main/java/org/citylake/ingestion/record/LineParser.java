package org.citylake.ingestion.record;

import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceDeclaration;

/**
 * Parses the bytes of one record, which say all that is needed: a quarantined record is parsed
 * again from them alone. Not safe for several threads.
 */
public interface LineParser {
  /** What the bytes hold, as text. Never fails: what is wrong is in the findings. */
  ParsedLine parse(RecordLine line);

  /**
   * The parser for the source's records.
   *
   * @throws CityLakeException of kind DATA when no file of that type can be read
   */
  static LineParser of(SourceDeclaration source) {
    return switch (source.format().type()) {
      case "csv" -> new RecordParser(source);
      case "xlsx", "xls", "parquet", "geojson", "shapefile" -> JsonLineParser.ofRecords(source);
      case "jsonl" -> JsonLineParser.ofLines(source);
      default ->
          throw new CityLakeException(
              Kind.DATA,
              "Cannot read format type '"
                  + source.format().type()
                  + "' of "
                  + source.id()
                  + ": use csv, jsonl, xlsx, xls, parquet, geojson or shapefile");
    };
  }
}
