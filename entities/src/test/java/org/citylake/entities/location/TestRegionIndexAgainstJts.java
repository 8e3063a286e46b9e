package org.citylake.entities.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** JTS and the index agree, on borders, vertices and the next coordinates around them too. */
class TestRegionIndexAgainstJts {
  private static final int PLACES = 400;

  @Property(tries = 150)
  void randomPolygonsAreTheSameWhateverTheirShape(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int regions) {
    Random random = new Random(seed);
    List<Boundary> boundaries = new ArrayList<>();
    for (int i = 0; i < regions; i++) {
      double x = 121 + random.nextDouble();
      double y = 31 + random.nextDouble();
      double[] outer = ring(random, x, y, random.nextInt(40) + 3, 0.5);
      boundaries.add(Shapes.region("r" + i, outer, ring(random, x, y, random.nextInt(9) + 3, 0.1)));
    }
    compare(boundaries, random);
  }

  /**
   * Vertices on a small grid: many edges are collinear, horizontal, vertical, shared. Not around 0,
   * beside which JTS rounds below the smallest doubles.
   */
  @Property(tries = 150)
  void polygonsOfAGridAreTheSame(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int regions) {
    Random random = new Random(seed);
    List<Boundary> boundaries = new ArrayList<>();
    for (int i = 0; i < regions; i++) {
      double[] ring = new double[2 * (random.nextInt(12) + 3)];
      for (int j = 0; j < ring.length; j++) {
        ring[j] = 1 + random.nextInt(7) / 10.0;
      }
      // JTS takes a ring that is a single point for a border; here it is nothing.
      ring[0] = 0.9;
      boundaries.add(Shapes.region("r" + i, ring));
    }
    compare(boundaries, random);
  }

  /** A coverage: cells of a distorted lattice, so that every border but the outer one is shared. */
  @Property(tries = 20)
  void regionsWithSharedBordersAreTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    int size = 12;
    double[][][] corners = new double[size + 1][size + 1][];
    for (int i = 0; i <= size; i++) {
      for (int j = 0; j <= size; j++) {
        corners[i][j] =
            new double[] {
              13 + (i + 0.4 * random.nextDouble()) / 30, 52 + (j + 0.4 * random.nextDouble()) / 30
            };
      }
    }
    List<Boundary> boundaries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double[] a = corners[i][j];
        double[] b = corners[i + 1][j];
        double[] c = corners[i + 1][j + 1];
        double[] d = corners[i][j + 1];
        boundaries.add(
            Shapes.region(
                "r" + (i * 37 + j * 11) % 144,
                new double[] {a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]}));
      }
    }
    compare(boundaries, random);
  }

  private static double[] ring(Random random, double x, double y, int vertices, double size) {
    double[] ring = new double[2 * vertices];
    for (int i = 0; i < vertices; i++) {
      ring[2 * i] = x + size * random.nextGaussian();
      ring[2 * i + 1] = y + size * random.nextGaussian();
    }
    return ring;
  }

  private static void compare(List<Boundary> boundaries, Random random) {
    RegionIndex index = RegionIndex.of(boundaries);
    JtsRegions jts = new JtsRegions(boundaries);
    for (int i = 0; i < PLACES; i++) {
      Boundary boundary = boundaries.get(random.nextInt(boundaries.size()));
      double[] ring = boundary.polygons().get(0).ring(0);
      int from = 2 * random.nextInt(ring.length / 2);
      int to = (from + 2) % ring.length;
      double part = i % 3 == 0 ? 0 : random.nextDouble();
      double x = ring[from] + part * (ring[to] - ring[from]);
      double y = ring[from + 1] + part * (ring[to + 1] - ring[from + 1]);
      if (i % 5 == 0) {
        x += random.nextGaussian();
        y += random.nextGaussian();
      }
      for (double nearX : new double[] {Math.nextDown(x), x, Math.nextUp(x)}) {
        for (double nearY : new double[] {Math.nextDown(y), y, Math.nextUp(y)}) {
          assertThat(index.find(nearX, nearY).orElse(""))
              .as("%s %s of %s", nearX, nearY, boundaries)
              .isEqualTo(jts.find(nearX, nearY));
        }
      }
    }
  }
}
