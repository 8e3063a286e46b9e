package org.citylake.ingestion.record;

import java.util.List;
import java.util.Optional;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.type.ShownValue;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Judges a geometry: it has to be valid (OGC Simple Features) and lie where its system of
 * coordinates has places. Not safe for several threads.
 */
final class GeometryRules {
  /** Longitude and latitude of the whole earth. */
  private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

  /**
   * About China with its seas. GCJ-02 and BD-09 shift places there alone; the usual programs for
   * them have these bounds, no standard that could be seen does.
   */
  private static final Envelope CHINA = new Envelope(72, 138, 0.8, 55.9);

  private final String crs;
  private final Optional<Envelope> range;
  private final ShownValue shown;
  private final WKTReader reader = new WKTReader();

  /**
   * For coordinates of a system.
   *
   * @param crs of them; {@code local} is a plane in metres without bounds
   * @param shown how they are shown: of personal ones no message has any
   */
  GeometryRules(String crs, ShownValue shown) {
    this.crs = crs;
    this.shown = shown;
    this.range =
        switch (crs) {
          case "local" -> Optional.empty();
          case "GCJ-02", "BD-09" -> Optional.of(CHINA);
          default -> Optional.of(EARTH);
        };
  }

  /** What is wrong with a geometry written as well-known text. */
  List<Finding> judge(String text) {
    Geometry geometry;
    try {
      geometry = reader.read(text);
    } catch (ParseException | IllegalArgumentException e) {
      return List.of(
          Finding.error(
              "invalid-geometry",
              "it is no well-known text" + unlessPersonal(": " + e.getMessage())));
    }
    Envelope extent = geometry.getEnvelopeInternal();
    if (range.isPresent() && !extent.isNull() && !range.get().contains(extent)) {
      return List.of(
          Finding.error(
              "coordinates",
              unlessPersonal(
                      "it reaches from "
                          + extent.getMinX()
                          + " "
                          + extent.getMinY()
                          + " to "
                          + extent.getMaxX()
                          + " "
                          + extent.getMaxY()
                          + ", ")
                  + "beyond the range of "
                  + crs
                  + ": send longitude before latitude, in degrees of that system"));
    }
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    return error == null
        ? List.of()
        : List.of(
            Finding.error(
                "invalid-geometry",
                error.getMessage()
                    + unlessPersonal(
                        " at " + error.getCoordinate().getX() + " " + error.getCoordinate().getY())
                    + ": mend it in the program that drew it"));
  }

  private String unlessPersonal(String text) {
    return shown == ShownValue.PERSONAL ? "" : text;
  }
}
