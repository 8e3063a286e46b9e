package org.citylake.entities.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citylake.entities.location.Shapes.box;
import static org.citylake.entities.location.Shapes.region;
import static org.citylake.entities.location.Shapes.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestBoundaryCheck {
  @Test
  void regionsThatMeetAreInOrder() {
    assertThat(
            warnings(
                region("a", box(0, 0, 1, 1)),
                region("b", box(1, 0, 2, 1)),
                region("c", box(5, 5, 8, 8), box(6, 6, 7, 7)),
                region("d", box(6, 6, 7, 7))))
        .isEmpty();
  }

  @Test
  void aBorderThatCrossesItselfIsNamedWithItsPlace() {
    assertThat(warnings(region("tie", ring(0, 0, 2, 2, 2, 0, 0, 2))))
        .containsExactly(
            "The border of region 'tie' is not simple near 1.000000 1.000000 (Self-intersection):"
                + " what its rings surround an odd number of times is inside");
  }

  @Test
  void overlapsAreNamedWithTheRegionThatGetsThem() {
    List<String> warnings = warnings(region("b", box(0, 0, 2, 2)), region("a", box(1, 1, 3, 3)));

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .startsWith("Regions 'a' and 'b' overlap, about 1.24e+04 km² around 1.5")
        .endsWith("which 'a' gets");
  }

  @Test
  void theSameRegionTwiceIsAnOverlap() {
    assertThat(warnings(region("a", box(0, 0, 1, 1)), region("b", box(0, 0, 1, 1))))
        .singleElement()
        .asString()
        .startsWith("Regions 'a' and 'b' overlap");
  }

  @Test
  void gapsBetweenRegionsAreNamedWithTheirPlace() {
    List<String> warnings =
        warnings(
            region("a", box(0, 0, 3, 1)),
            region("b", box(0, 1, 1, 2)),
            region("c", box(2, 1, 3, 2)),
            region("d", box(0, 2, 3, 3)));

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("No region has an area between regions, about 1.24e+04 km² around 1.5");
  }

  @Test
  void whatOnlyRoundingMakesIsNotTold() {
    assertThat(warnings(region("a", box(0, 0, 1, 1)), region("b", box(Math.nextDown(1), 0, 2, 1))))
        .isEmpty();
  }

  @Test
  void onlyTheLargestAreToldAndHowManyMoreThereAre() {
    List<Boundary> boundaries = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      boundaries.add(region("a" + i, box(3 * i, 0, 3 * i + 2, 1)));
      boundaries.add(region("b" + i, box(3 * i + 1, 0, 3 * i + 2.5, 1)));
    }
    List<String> warnings = BoundaryCheck.warnings(boundaries, RegionIndex.of(boundaries));

    assertThat(warnings).hasSize(11).last().isEqualTo("And 3 more overlaps");
  }

  @Test
  void bordersInAKnotAreNotLookedAtWithoutEnd() {
    Random random = new Random(7);
    double[] knot = random.doubles(20_000, 0, 1).toArray();

    assertThat(warnings(region("knot", knot)))
        .singleElement()
        .asString()
        .contains("gaps and overlaps were not looked for");
  }

  private static List<String> warnings(Boundary... boundaries) {
    return BoundaryCheck.warnings(List.of(boundaries), RegionIndex.of(List.of(boundaries)));
  }
}
