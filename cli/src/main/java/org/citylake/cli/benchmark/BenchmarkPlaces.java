package org.citylake.cli.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citylake.entities.location.Boundary;
import org.citylake.entities.location.BoundaryGeometry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Places to look for: anywhere in the extent of boundaries, or on borders and right beside them.
 */
final class BenchmarkPlaces {
  private static final double BEYOND = 0.02;

  private final Random random = new Random(7);
  private final Envelope extent = new Envelope();
  private final List<Coordinate[]> lines = new ArrayList<>();

  BenchmarkPlaces(List<Boundary> boundaries) {
    for (Boundary boundary : boundaries) {
      Geometry area = BoundaryGeometry.of(boundary);
      extent.expandToInclude(area.getEnvelopeInternal());
      Geometry border = area.getBoundary();
      for (int i = 0; i < border.getNumGeometries(); i++) {
        lines.add(border.getGeometryN(i).getCoordinates());
      }
    }
    extent.expandBy(BEYOND * extent.getWidth(), BEYOND * extent.getHeight());
  }

  /** Evenly over the extent and a little beyond: longitude and latitude in turn. */
  double[] anywhere(int count) {
    double[] places = new double[2 * count];
    for (int i = 0; i < count; i++) {
      places[2 * i] = extent.getMinX() + random.nextDouble() * extent.getWidth();
      places[2 * i + 1] = extent.getMinY() + random.nextDouble() * extent.getHeight();
    }
    return places;
  }

  /** A third of them vertices, the others between two; each coordinate kept or moved by one ulp. */
  double[] onBorders(int count) {
    double[] places = new double[2 * count];
    for (int i = 0; i < count; i++) {
      Coordinate[] line = lines.get(random.nextInt(lines.size()));
      int from = random.nextInt(line.length - 1);
      double part = i % 3 == 0 ? 0 : random.nextDouble();
      Coordinate a = line[from];
      Coordinate b = line[from + 1];
      places[2 * i] = moved(a.getX() + part * (b.getX() - a.getX()));
      places[2 * i + 1] = moved(a.getY() + part * (b.getY() - a.getY()));
    }
    return places;
  }

  private double moved(double value) {
    return switch (random.nextInt(3)) {
      case 0 -> Math.nextDown(value);
      case 1 -> Math.nextUp(value);
      default -> value;
    };
  }
}
