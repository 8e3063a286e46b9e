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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes zipped shapefiles for tests with the libraries that read them. */
public final class SentShapefile {
  /** CGCS2000 as programs write it. */
  public static final String CHINA_2000 =
      "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID["
          + "\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\","
          + "0.0174532925199433]]";

  private final Charset charset;
  private final DBFField[] columns;
  private final List<byte[]> shapes = new ArrayList<>();
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private final Map<String, byte[]> notes = new LinkedHashMap<>();

  /** A shapefile with these attributes, whose texts are encoded so. */
  public SentShapefile(String charset, DBFField... columns) {
    this.charset = Charset.forName(charset);
    this.columns = columns;
  }

  /** With a feature; its geometry as well-known text, null for none. */
  public SentShapefile feature(@Nullable String geometry, @Nullable Object... values) {
    return shape(geometry == null ? new byte[4] : shape(geometry), values);
  }

  /** With a feature whose geometry has these bytes. */
  SentShapefile shape(byte[] shape, @Nullable Object... values) {
    shapes.add(shape);
    rows.add(values);
    return this;
  }

  /** With a file beside it, such as {@code prj}. */
  public SentShapefile note(String ending, String text) {
    notes.put(ending, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The zip. */
  public byte[] zip() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("layer.shp", shp());
    files.put("layer.dbf", dbf());
    notes.forEach((ending, text) -> files.put("layer." + ending, text));
    return zip(files);
  }

  /** A zip of files. */
  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The geometries. */
  byte[] shp() {
    int length = 100 + shapes.stream().mapToInt(shape -> 8 + shape.length).sum();
    ByteBuffer file = ByteBuffer.allocate(length);
    file.putInt(9994).position(24);
    file.putInt(length / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(5);
    file.order(ByteOrder.BIG_ENDIAN).position(100);
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
    return bytes.toByteArray();
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
