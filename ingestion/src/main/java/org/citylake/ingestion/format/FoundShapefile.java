package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SourceDeclaration.Packing;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;

/** Finds the columns, the encoding and the system of coordinates of a zipped shapefile. */
final class FoundShapefile {
  /** Systems that a .prj can be of; those that are shifted write WGS 84. */
  private static final List<String> SYSTEMS = List.of("EPSG:4490", "EPSG:4326", "local");

  private FoundShapefile() {}

  static FoundFormat of(DeliveredFile file) {
    try (SeekableByteChannel channel = file.open()) {
      ShapefileParts parts =
          new ShapefileParts(
              file,
              ZipDelivery.open(file, channel),
              Optional.empty(),
              UnpackLimit.of(System.getenv()));
      String crs = system(file, parts.system());
      List<String> notes = new ArrayList<>();
      notes.add("Coordinates are of " + crs + ", by the .prj");
      String encoding = AttributeEncoding.of(file, "", parts.encoding());
      if (encoding.isEmpty()) {
        encoding = isUtf8(file, parts) ? "UTF-8" : "GB18030-2022";
        notes.add("The encoding " + encoding + " is guessed, since there is no .cpg");
      }
      List<FoundColumn> columns = new ArrayList<>();
      try (AttributeTable attributes = new AttributeTable(file, parts.attributes(), encoding)) {
        attributes.names().forEach(name -> columns.add(FoundColumn.text(name)));
      }
      columns.add(FoundColumn.text("geometry"));
      return new FoundFormat(
          FoundFormat.format(
              "shapefile", encoding, Packing.NONE, SheetLayout.FOUND, Optional.of(crs)),
          columns,
          Optional.empty(),
          notes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    }
  }

  /** The first system that the .prj agrees with; what it says when it agrees with none. */
  private static String system(DeliveredFile file, Optional<String> told) {
    CityLakeException refused = null;
    for (String crs : SYSTEMS) {
      try {
        CoordinateSystemText.require(file, crs, told);
        return crs;
      } catch (CityLakeException e) {
        refused = refused == null ? e : refused;
      }
    }
    throw java.util.Objects.requireNonNull(refused);
  }

  private static boolean isUtf8(DeliveredFile file, ShapefileParts parts) {
    try (AttributeTable attributes = new AttributeTable(file, parts.attributes(), "UTF-8")) {
      boolean whole = attributes.names().stream().noneMatch(name -> name.contains("\uFFFD"));
      for (Optional<AttributeTable.Row> row = attributes.next();
          whole && row.isPresent();
          row = attributes.next()) {
        whole = row.get().problems().stream().noneMatch(p -> p.rule().equals("encoding"));
      }
      return whole;
    }
  }
}
