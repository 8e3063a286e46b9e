package org.citylake.ingestion.format;

import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** Says what a sample is where no source can be made from it. */
final class UnknownFormat {
  private UnknownFormat() {}

  /** The failure that names the file, what it was recognised as, and the way out. */
  static CityLakeException of(DeliveredFile file, String recognised, String wayOut) {
    return new CityLakeException(
        Kind.USER,
        "Cannot make a source from "
            + file.file()
            + ": it is "
            + recognised
            + "; "
            + wayOut
            + ". Taken are CSV and JSON lines (UTF-8 or GB18030), GeoJSON, all three also packed by"
            + " gzip or zip, workbooks (.xlsx, .xls), Parquet, and zipped shapefiles");
  }
}
