package org.citylake.ingestion.format;

import com.esri.core.geometry.Geometry.Type;
import com.esri.core.geometry.GeometryException;
import com.esri.core.geometry.MultiPath;
import com.esri.core.geometry.OperatorExportToWkb;
import com.esri.core.geometry.OperatorImportFromESRIShape;
import com.esri.core.geometry.Point;
import com.esri.core.geometry.ShapeImportFlags;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTWriter;

/**
 * Gives a geometry of a .shp file as well-known text, as it was drawn: nothing is repaired. One
 * polygon or line alone is no collection.
 */
final class ShapeText {
  private static final int NULL_SHAPE = 0;
  private static final int POLYLINE = 3;
  private static final int POLYGON = 5;
  private static final int MULTIPOINT = 8;

  /** The kinds with heights and measures have the plain kind's number and a ten. */
  private static final int TENS = 10;

  private static final GeometryFactory JTS = new GeometryFactory();

  private ShapeText() {}

  /**
   * The text; null for a record without a geometry.
   *
   * @throws ParseException when the bytes are no geometry; the message says why
   */
  static @Nullable String of(ByteBuffer shape) throws ParseException {
    int kind = shape.getInt(0);
    if (kind == NULL_SHAPE) {
      return null;
    }
    requirePointsWithin(shape, kind % TENS);
    Geometry geometry;
    try {
      geometry = read(shape);
    } catch (GeometryException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ParseException("kind " + kind + ": " + RefusedFile.reason(e));
    }
    if (geometry.isEmpty()) {
      throw new ParseException("kind " + kind + " without a coordinate");
    }
    return new WKTWriter(3)
        .write(geometry.getNumGeometries() == 1 ? geometry.getGeometryN(0) : geometry);
  }

  private static Geometry read(ByteBuffer shape) throws ParseException {
    com.esri.core.geometry.Geometry read =
        OperatorImportFromESRIShape.local()
            .execute(ShapeImportFlags.ShapeImportNonTrusted, Type.Unknown, shape);
    if (read.getType() == Type.Polygon) {
      return PolygonRings.polygons(rings((MultiPath) read));
    }
    ByteBuffer wkb = OperatorExportToWkb.local().execute(0, read, null);
    byte[] bytes = new byte[wkb.remaining()];
    wkb.get(bytes);
    return new WKBReader(JTS).read(bytes);
  }

  private static List<LinearRing> rings(MultiPath polygon) {
    List<LinearRing> rings = new ArrayList<>();
    for (int path = 0; path < polygon.getPathCount(); path++) {
      List<Coordinate> ring = new ArrayList<>();
      for (int i = polygon.getPathStart(path); i < polygon.getPathEnd(path); i++) {
        Point point = polygon.getPoint(i);
        ring.add(
            new Coordinate(
                point.getX(), point.getY(), point.hasAttribute(1) ? point.getZ() : Double.NaN));
      }
      ring.add(ring.get(0).copy());
      rings.add(JTS.createLinearRing(ring.toArray(Coordinate[]::new)));
    }
    return rings;
  }

  /** The library takes the room that the count asks for before it looks whether it is there. */
  private static void requirePointsWithin(ByteBuffer shape, int plainKind) throws ParseException {
    boolean parts = plainKind == POLYLINE || plainKind == POLYGON;
    if (!parts && plainKind != MULTIPOINT) {
      return;
    }
    int at = parts ? 40 : 36;
    if (shape.remaining() < at + Integer.BYTES
        || shape.getInt(at) < 0
        || shape.getInt(at) > shape.remaining() / (2 * Double.BYTES)) {
      throw new ParseException("it counts more points than it holds");
    }
  }
}
