package org.citylake.entities.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TestRecallEstimate {
  /** Chao 1987, bias-corrected: lost = f1 (f1 - 1) / (2 (f2 + 1)) = 10 × 9 / (2 × 5) = 9. */
  @Test
  void lostMatchesFollowFromThoseFoundOnceAndTwice() {
    RecallEstimate estimate = new RecallEstimate();
    for (int match = 0; match < 91; match++) {
      estimate.add(match < 10 ? 1 : match < 14 ? 2 : 3);
    }

    assertThat(estimate.recall()).isCloseTo(91 / 100.0, within(1e-12));
  }

  @Test
  void nothingFoundLosesNothing() {
    assertThat(new RecallEstimate().recall()).isEqualTo(1);
  }
}
