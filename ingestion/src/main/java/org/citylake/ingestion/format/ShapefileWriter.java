package org.citylake.ingestion.format;

import com.esri.core.geometry.Geometry;
import com.esri.core.geometry.OperatorExportToESRIShape;
import com.esri.core.geometry.OperatorImportFromWkt;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a zipped shapefile: {@code .shp}, {@code .dbf} and what is noted beside them. It stands in
 * memory until it is whole, since its header tells its length. The same features give the same
 * bytes on any day. Source: ESRI Shapefile Technical Description, July 1998.
 */
public final class ShapefileWriter {
  /** The .prj of CGCS2000, longitude and latitude, as programs write it. */
  public static final String CHINA_2000 =
      "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID["
          + "\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\","
          + "0.0174532925199433]]";

  private static final String NAME = "layer.";
  private static final int HEADER = 100;
  private static final int RECORD_HEADER = 8;
  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;
  private static final int POLYGON = 5;

  private final Charset charset;
  private final DBFField[] columns;
  private final List<byte[]> shapes = new ArrayList<>();
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private final Map<String, byte[]> notes = new LinkedHashMap<>();

  /** A shapefile with these attributes, whose texts are encoded so. */
  public ShapefileWriter(String charset, DBFField... columns) {
    this.charset = Charset.forName(charset);
    this.columns = columns;
  }

  /** With a feature; its geometry as well-known text, null for none. */
  public ShapefileWriter feature(@Nullable String geometry, @Nullable Object... values) {
    return shape(geometry == null ? new byte[4] : shape(geometry), values);
  }

  /** With a feature whose geometry has these bytes. */
  ShapefileWriter shape(byte[] shape, @Nullable Object... values) {
    shapes.add(shape);
    rows.add(values);
    return this;
  }

  /** With a text file beside it, such as {@code prj}. */
  public ShapefileWriter note(String ending, String text) {
    notes.put(ending, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The zip. */
  public byte[] zip() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(NAME + "shp", shp());
    files.put(NAME + "dbf", dbf());
    notes.forEach((ending, text) -> files.put(NAME + ending, text));
    return zip(files);
  }

  /** A zip of files, by name; the same files give the same bytes. */
  public static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        // The first day that a zip can tell.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The geometries. */
  byte[] shp() {
    int length = HEADER + shapes.stream().mapToInt(shape -> RECORD_HEADER + shape.length).sum();
    ByteBuffer file = ByteBuffer.allocate(length);
    file.putInt(0, FILE_CODE).putInt(24, length / 2);
    file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, VERSION).putInt(32, POLYGON);
    file.order(ByteOrder.BIG_ENDIAN).position(HEADER);
    for (int i = 0; i < shapes.size(); i++) {
      file.putInt(i + 1).putInt(shapes.get(i).length / 2).put(shapes.get(i));
    }
    return file.array();
  }

  /** The attributes. */
  byte[] dbf() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DBFWriter writer = new DBFWriter(bytes, charset);
    writer.setFields(columns);
    rows.forEach(writer::addRecord);
    writer.close();
    byte[] table = bytes.toByteArray();
    // The library writes the day of today there.
    table[1] = 80;
    table[2] = 1;
    table[3] = 1;
    return table;
  }

  /** The bytes of a geometry. */
  static byte[] shape(String text) {
    Geometry geometry = OperatorImportFromWkt.local().execute(0, Geometry.Type.Unknown, text, null);
    ByteBuffer shape = OperatorExportToESRIShape.local().execute(0, geometry);
    byte[] bytes = new byte[shape.remaining()];
    shape.get(bytes);
    return bytes;
  }
}
