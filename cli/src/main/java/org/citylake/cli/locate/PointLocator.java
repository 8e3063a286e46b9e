package org.citylake.cli.locate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.citylake.entities.location.CoordinateSystem;
import org.citylake.entities.location.Position;
import org.citylake.entities.location.RegionIndex;

/** Gives each point its region, as text. Safe for several threads. */
final class PointLocator {
  private static final double FARTHEST_LONGITUDE = 180;
  private static final double FARTHEST_LATITUDE = 90;

  private final RegionIndex index;
  private final CoordinateSystem system;
  private final List<String> keys;

  PointLocator(RegionIndex index, CoordinateSystem system) {
    this.index = index;
    this.system = system;
    // As points are read: a character for each byte.
    this.keys =
        index.keys().stream()
            .map(
                key ->
                    new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
            .toList();
  }

  LocatedPoints locate(List<PointRecord> points) {
    StringWriter rows = new StringWriter();
    StringWriter problems = new StringWriter();
    long located = 0;
    long invalid = 0;
    try (CsvWriter rowWriter = csv(rows);
        CsvWriter problemWriter = csv(problems)) {
      for (PointRecord point : points) {
        double longitude = CoordinateText.number(point.longitude());
        double latitude = CoordinateText.number(point.latitude());
        int region = regionAt(longitude, latitude);
        rowWriter.writeRecord(point.id(), region < 0 ? "" : keys.get(region));
        if (region >= 0) {
          located++;
        } else if (region == RegionIndex.NOWHERE) {
          invalid++;
          problemWriter.writeRecord(
              Long.toString(point.line()),
              point.id(),
              point.longitude(),
              point.latitude(),
              problem(point, longitude, latitude));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing a text cannot fail", e);
    }
    return new LocatedPoints(
        rows.toString(),
        problems.toString(),
        new PointCounts(located, points.size() - located - invalid, invalid));
  }

  /** Lines that end by a line feed. */
  static CsvWriter csv(StringWriter text) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
  }

  private int regionAt(double longitude, double latitude) {
    if (system == CoordinateSystem.WGS84 || !isOnEarth(longitude, latitude)) {
      return index.regionAt(longitude, latitude);
    }
    Position position = system.toWgs84(new Position(longitude, latitude));
    return index.regionAt(position.longitude(), position.latitude());
  }

  private static boolean isOnEarth(double longitude, double latitude) {
    return Math.abs(longitude) <= FARTHEST_LONGITUDE && Math.abs(latitude) <= FARTHEST_LATITUDE;
  }

  private static String problem(PointRecord point, double longitude, double latitude) {
    return problem("longitude", point.longitude(), longitude, FARTHEST_LONGITUDE)
        .or(() -> problem("latitude", point.latitude(), latitude, FARTHEST_LATITUDE))
        .orElseThrow();
  }

  private static Optional<String> problem(String name, String text, double value, double farthest) {
    if (text.isBlank()) {
      return Optional.of(name + " is missing");
    }
    if (Double.isNaN(value)) {
      return Optional.of(name + " is not a number");
    }
    return Math.abs(value) <= farthest
        ? Optional.empty()
        : Optional.of(name + " is out of range, -" + (int) farthest + " to " + (int) farthest);
  }
}
