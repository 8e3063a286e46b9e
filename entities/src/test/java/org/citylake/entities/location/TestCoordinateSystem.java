package org.citylake.entities.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TestCoordinateSystem {
  /** 0.1 mm. */
  private static final double CLOSE = 1e-9;

  /** Test points of github.com/googollee/eviltransform, in Shanghai, Shenzhen and Beijing. */
  @ParameterizedTest
  @CsvSource({
    "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
    "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
    "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
  })
  void publishedPointsAreShiftedToGcj02AndBack(
      double x, double y, double shiftedX, double shiftedY) {
    Position wgs84 = new Position(x, y);
    Position gcj02 = new Position(shiftedX, shiftedY);

    close(CoordinateSystem.GCJ02.fromWgs84(wgs84), gcj02);
    close(CoordinateSystem.GCJ02.toWgs84(gcj02), wgs84);
  }

  /** Test points of github.com/wandergis/coordtransform, test/app.js. */
  @Test
  void publishedPointOfBeijingIsShiftedToGcj02AndBaidu() {
    Position beijing = new Position(116.404, 39.915);

    close(
        CoordinateSystem.GCJ02.fromWgs84(beijing),
        new Position(116.41024449916938, 39.91640428150164));
    close(BaiduShift.shifted(beijing), new Position(116.41036949371029, 39.92133699351021));
  }

  /** The published point was computed by an approximate inverse. */
  @Test
  void thePublishedWayBackFromBaiduIsMetWithinItsOwnError() {
    Position found = Inverse.of(BaiduShift::shifted, new Position(116.404, 39.915));

    assertThat(found.longitude()).isCloseTo(116.39762729119315, within(2e-6));
    assertThat(found.latitude()).isCloseTo(39.90865673957631, within(2e-6));
  }

  @Property
  void theWayBackIsExactInAllOfChina(
      @ForAll @DoubleRange(min = 73, max = 136) double longitude,
      @ForAll @DoubleRange(min = 3, max = 54) double latitude) {
    Position wgs84 = new Position(longitude, latitude);
    for (CoordinateSystem system : CoordinateSystem.values()) {
      close(system.toWgs84(system.fromWgs84(wgs84)), wgs84);
    }
  }

  @ParameterizedTest
  @EnumSource
  void outsideOfChinaNothingIsShifted(CoordinateSystem system) {
    for (Position abroad : new Position[] {new Position(13.4, 52.5), new Position(-180, -90)}) {
      assertThat(system.toWgs84(abroad)).isEqualTo(abroad);
      assertThat(system.fromWgs84(abroad)).isEqualTo(abroad);
    }
  }

  @Test
  void cgcs2000IsTakenForWgs84() {
    Position shanghai = new Position(121.47, 31.23);

    assertThat(CoordinateSystem.CGCS2000.toWgs84(shanghai)).isEqualTo(shanghai);
  }

  private static void close(Position found, Position expected) {
    assertThat(found.longitude()).isCloseTo(expected.longitude(), within(CLOSE));
    assertThat(found.latitude()).isCloseTo(expected.latitude(), within(CLOSE));
  }
}
