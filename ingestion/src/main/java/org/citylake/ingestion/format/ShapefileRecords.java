package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.record.HeaderOrder;
import org.citylake.ingestion.record.RecordJson;
import org.citylake.ingestion.record.RecordLine;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;

/**
 * The features of a zipped shapefile, each as one JSON object of its attributes and of {@code
 * geometry} as well-known text. A record's line is its number from 1.
 */
final class ShapefileRecords implements DeliveredRecords {
  private static final String GEOMETRY = "geometry";

  private final DeliveredFile file;
  private final SeekableByteChannel channel;
  private final ShapeFile shapes;
  private final AttributeTable attributes;
  private long line;

  private ShapefileRecords(
      DeliveredFile file,
      SeekableByteChannel channel,
      ShapeFile shapes,
      AttributeTable attributes) {
    this.file = file;
    this.channel = channel;
    this.shapes = shapes;
    this.attributes = attributes;
  }

  /** Opens a zip and checks its system of coordinates and its columns. */
  static DeliveredRecords open(SourceDeclaration source, DeliveredFile file) {
    SeekableByteChannel channel = file.open();
    try {
      if (DeliveredBytes.compression(channel) != Compression.ZIP) {
        throw RefusedFile.because(
            file, "it is no zip archive: pack all files of the shapefile into one");
      }
      ShapefileParts parts =
          new ShapefileParts(
              file,
              ZipDelivery.open(file, channel),
              source.format().packing().entry(),
              UnpackLimit.of(System.getenv()));
      CoordinateSystemText.require(file, source.format().crs().orElse("EPSG:4326"), parts.system());
      String encoding = AttributeEncoding.of(file, source.format().encoding(), parts.encoding());
      AttributeTable attributes = new AttributeTable(file, parts.attributes(), encoding);
      requireColumns(source, file, attributes.names());
      return new ShapefileRecords(file, channel, ShapeFile.open(file, parts.shapes()), attributes);
    } catch (IOException e) {
      close(channel);
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    } catch (RuntimeException e) {
      close(channel);
      throw e;
    }
  }

  @Override
  public @Nullable RecordLine next() {
    Optional<ByteBuffer> shape = shapes.next();
    Optional<AttributeTable.Row> row = attributes.next();
    if (shape.isPresent() != row.isPresent()) {
      throw RefusedFile.because(
          file,
          "its "
              + (shape.isPresent() ? ".dbf" : ".shp")
              + " ends after "
              + line
              + " records and the other file goes on: send both as they were written together");
    }
    if (shape.isEmpty() || row.isEmpty()) {
      return null;
    }
    line++;
    return record(shape.get(), row.get());
  }

  @Override
  public void close() {
    attributes.close();
    shapes.close();
    close(channel);
  }

  private RecordLine record(ByteBuffer shape, AttributeTable.Row row) {
    Map<String, @Nullable String> values = new LinkedHashMap<>(row.values());
    List<Finding> problems = new ArrayList<>(row.problems());
    try {
      values.put(GEOMETRY, ShapeText.of(shape));
    } catch (ParseException e) {
      values.put(GEOMETRY, HexFormat.of().formatHex(shape.array()));
      problems.add(
          Finding.error(
              "invalid-geometry",
              "the geometry is none by ESRI's description of shapefiles ("
                  + e.getMessage()
                  + "): mend it in the program that drew it"));
    }
    return new RecordLine(line, RecordJson.write(values, problems));
  }

  /** Holds the columns against the contract's, in which the geometry may stand anywhere. */
  private static void requireColumns(
      SourceDeclaration source, DeliveredFile file, List<String> attributes) {
    List<String> agreed =
        source.contract().properties().stream().map(ContractProperty::physicalName).toList();
    List<String> found = new ArrayList<>(attributes);
    int at = agreed.indexOf(GEOMETRY);
    found.add(at < 0 ? found.size() : Math.min(at, found.size()), GEOMETRY);
    new HeaderOrder(source).of(found, file.file());
  }

  private static void close(SeekableByteChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
