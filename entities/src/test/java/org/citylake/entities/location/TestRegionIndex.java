package org.citylake.entities.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citylake.entities.location.Shapes.box;
import static org.citylake.entities.location.Shapes.index;
import static org.citylake.entities.location.Shapes.region;
import static org.citylake.entities.location.Shapes.ring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestRegionIndex {
  /** Two regions side by side, the border at longitude 1. */
  private final RegionIndex pair =
      index(region("b", box(0, 0, 1, 1)), region("a", box(1, 0, 2, 1)));

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5, b",
    "1.5, 0.5, a",
    "0, 0, b",
    "2, 1, a",
    "0.3, 1, b",
    "-0.1, 0.5, ''",
    "0.5, 1.0000000000000002, ''",
    "3, 3, ''"
  })
  void aRegionHasItsInsideAndItsBorder(double x, double y, String expected) {
    assertThat(pair.find(x, y).orElse("")).isEqualTo(expected);
  }

  @Test
  void aSharedBorderIsOfTheRegionWhoseKeyComesFirst() {
    assertThat(pair.find(1, 0.5)).contains("a");
    assertThat(pair.find(1, 0)).contains("a");
    assertThat(pair.find(Math.nextDown(1), 0.5)).contains("b");
    assertThat(pair.find(Math.nextUp(1), 0.5)).contains("a");
  }

  @Test
  void theOrderOfRegionsAndTheDirectionOfRingsDoNotMatter() {
    RegionIndex other =
        index(
            region("a", ring(2, 1, 2, 0, 1, 0, 1, 1, 2, 1)),
            region("b", ring(1, 1, 1, 0, 0, 0, 0, 1)));
    for (double x = -0.5; x <= 2.5; x += 0.125) {
      for (double y = -0.5; y <= 1.5; y += 0.125) {
        assertThat(other.find(x, y)).isEqualTo(pair.find(x, y));
      }
    }
  }

  @Test
  void aHoleIsOutsideButItsBorderIsNot() {
    RegionIndex index = index(region("a", box(0, 0, 3, 3), box(1, 1, 2, 2)));

    assertThat(index.find(1.5, 1.5)).isEmpty();
    assertThat(index.find(1, 1.5)).contains("a");
    assertThat(index.find(0.5, 1.5)).contains("a");
    assertThat(index.find(2.5, 1.5)).contains("a");
  }

  @Test
  void anEnclaveLiesInTheHoleOfItsNeighbour() {
    RegionIndex index =
        index(region("a", box(0, 0, 3, 3), box(1, 1, 2, 2)), region("b", box(1, 1, 2, 2)));

    assertThat(index.find(1.5, 1.5)).contains("b");
    assertThat(index.find(1, 1.5)).contains("a");
  }

  @Test
  void partsOfARegionThatOverlapAreOneArea() {
    RegionIndex index =
        index(
            region("a", box(0, 0, 2, 1)),
            region("a", box(1, 0, 3, 1)),
            region("b", box(9, 9, 10, 10)));

    assertThat(index.keys()).containsExactly("a", "b");
    assertThat(index.find(1.5, 0.5)).contains("a");
  }

  @Test
  void whereRegionsOverlapTheFirstKeyHasThePlace() {
    RegionIndex index = index(region("2", box(0, 0, 2, 2)), region("1", box(1, 1, 3, 3)));

    assertThat(index.find(1.5, 1.5)).contains("1");
    assertThat(index.find(0.5, 0.5)).contains("2");
    assertThat(index(region("1", box(0, 0, 9, 9)), region("2", box(4, 4, 5, 5))).find(4.5, 4.5))
        .contains("1");
    assertThat(index(region("2", box(0, 0, 9, 9)), region("1", box(4, 4, 5, 5))).find(4.5, 4.5))
        .contains("1");
  }

  @Test
  void aBowTieHasBothItsWings() {
    RegionIndex index = index(region("a", ring(0, 0, 2, 2, 2, 0, 0, 2)));

    assertThat(index.find(0.25, 1)).contains("a");
    assertThat(index.find(1.75, 1)).contains("a");
    assertThat(index.find(1, 1)).contains("a");
    assertThat(index.find(1, 0.25)).isEmpty();
  }

  @Test
  void whatARingSurroundsTwiceIsOutside() {
    RegionIndex index = index(region("a", box(0, 0, 4, 4), box(1, 1, 3, 3), box(2, 2, 5, 5)));

    assertThat(index.find(1.5, 1.5)).isEmpty();
    assertThat(index.find(2.5, 2.5)).contains("a");
    assertThat(index.find(3.5, 3.5)).isEmpty();
    assertThat(index.find(4.5, 4.5)).contains("a");
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 0",
    "0, NaN",
    "Infinity, 0",
    "0, -Infinity",
    "180.00000000000003, 0",
    "-181, 0",
    "0, 90.00000000000001",
    "1e300, 1e300"
  })
  void whatIsNoPlaceOnEarthIsSaid(double x, double y) {
    RegionIndex world = index(region("world", box(-180, -90, 180, 90)));

    assertThat(world.regionAt(x, y)).isEqualTo(RegionIndex.NOWHERE);
    assertThat(world.find(x, y)).isEmpty();
  }

  @Test
  void allOfTheEarthCanBeOneRegion() {
    RegionIndex world = index(region("world", box(-180, -90, 180, 90)));

    for (double x = -180; x <= 180; x += 22.5) {
      for (double y = -90; y <= 90; y += 22.5) {
        assertThat(world.find(x, y)).contains("world");
      }
    }
  }

  @Test
  void longitude180IsTheSamePlaceFromBothSides() {
    RegionIndex index = index(region("fiji", box(177, -19, 180, -16)));

    assertThat(index.find(180, -17)).contains("fiji");
    assertThat(index.find(-180, -17)).contains("fiji");
    assertThat(index.find(-179.9, -17)).isEmpty();
  }

  @Test
  void aPolygonMayGoOnBeyond180() {
    RegionIndex east = index(region("fiji", box(177, -19, 182, -16)));
    RegionIndex west = index(region("fiji", box(-183, -19, -178, -16)));

    for (RegionIndex index : List.of(east, west)) {
      assertThat(index.find(178, -17)).contains("fiji");
      assertThat(index.find(180, -17)).contains("fiji");
      assertThat(index.find(-179, -17)).contains("fiji");
      assertThat(index.find(-177, -17)).isEmpty();
      assertThat(index.find(0, -17)).isEmpty();
    }
  }

  @Test
  void aPolygonCutAtTheDateLineHasBothSides() {
    RegionIndex index =
        index(region("fiji", box(177, -19, 180, -16)), region("fiji", box(-180, -19, -178, -16)));

    for (double x : new double[] {178, 180, -180, -179}) {
      assertThat(index.find(x, -17)).contains("fiji");
    }
  }

  @Test
  void aPoleIsOnePlaceWhateverItsLongitude() {
    RegionIndex index =
        index(region("b", box(-60, -90, -30, -60)), region("a", box(100, -90, 120, -60)));

    assertThat(index.find(-45, -90)).contains("b");
    assertThat(index.find(110, -90)).contains("a");
    assertThat(index.find(0, -90)).contains("a");
    assertThat(index.find(0, 90)).isEmpty();
    assertThat(index.find(0, -89.9)).isEmpty();
  }

  @Test
  void regionsOfTheSmallestExtentAreFound() {
    double next = Math.nextUp(121.0);
    RegionIndex tiny = index(region("a", box(121, 31, next, Math.nextUp(31.0))));
    RegionIndex line = index(region("a", ring(5, 0, 5, 1, 5, 2)));

    assertThat(tiny.find(121, 31)).contains("a");
    assertThat(tiny.find(next, 31)).contains("a");
    assertThat(tiny.find(Math.nextUp(next), 31)).isEmpty();
    assertThat(line.find(5, 1.5)).contains("a");
    assertThat(line.find(5, 2.5)).isEmpty();
  }

  @Test
  void aThousandRegionsMayMeetInOnePlace() {
    Boundary[] slices = new Boundary[1000];
    for (int i = 0; i < slices.length; i++) {
      double from = 2 * Math.PI * i / slices.length;
      double to = 2 * Math.PI * ((i + 1) % slices.length) / slices.length;
      slices[i] =
          region(
              String.format(java.util.Locale.ROOT, "%04d", i),
              ring(0, 0, Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)));
    }
    RegionIndex index = index(slices);
    JtsRegions jts = new JtsRegions(List.of(slices));

    assertThat(index.find(0, 0)).contains("0000");
    for (int i = 0; i < slices.length; i++) {
      double angle = 2 * Math.PI * (i + 0.3) / slices.length;
      for (double radius : new double[] {1e-12, 1e-3, 0.9}) {
        double x = radius * Math.cos(angle);
        double y = radius * Math.sin(angle);
        assertThat(index.find(x, y).orElse("")).isEqualTo(jts.find(x, y));
      }
    }
  }

  @Test
  void ofNoRegionsNothingIsFound() {
    assertThat(index().regionAt(0, 0)).isEqualTo(RegionIndex.OUTSIDE);
    assertThat(index(Boundary.always("a", List.of())).find(0, 0)).isEmpty();
  }

  @Test
  void verticesBeyondTheEarthAreRefused() {
    assertThatThrownBy(() -> index(region("a", box(0, 0, 1, 91))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.0 91.0");
    assertThatThrownBy(() -> BoundaryPolygon.of(List.of(new double[] {0, Double.NaN})))
        .hasMessage("A vertex must be of finite numbers: NaN");
    assertThatThrownBy(() -> BoundaryPolygon.of(List.of(new double[] {0, 1, 2})))
        .hasMessageContaining("it has 3 values");
  }

  @Test
  void anIndexCanBeSentToWorkers() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(pair);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      RegionIndex received = (RegionIndex) in.readObject();

      assertThat(received.find(1, 0.5)).contains("a");
      assertThat(received.find(0.5, 0.5)).contains("b");
    }
  }

  @Test
  void boundariesAreThoseOfTheDay() {
    Optional<LocalDate> merger = Optional.of(LocalDate.of(2015, 11, 4));
    List<BoundaryPolygon> west = region("", box(0, 0, 1, 1)).polygons();
    List<BoundaryPolygon> both = region("", box(0, 0, 2, 1)).polygons();
    BoundaryHistory history =
        BoundaryHistory.of(
            List.of(
                new Boundary("jingan", west, Optional.empty(), merger),
                new Boundary("jingan", both, merger, Optional.empty())));

    assertThat(history.on(LocalDate.of(2015, 11, 3)).find(1.5, 0.5)).isEmpty();
    assertThat(history.on(LocalDate.of(2015, 11, 4)).find(1.5, 0.5)).contains("jingan");
    assertThat(history.on(LocalDate.of(1900, 1, 1)).find(0.5, 0.5)).contains("jingan");
    assertThatThrownBy(() -> new Boundary("jingan", west, merger, merger))
        .hasMessageContaining("before it begins");
  }
}
