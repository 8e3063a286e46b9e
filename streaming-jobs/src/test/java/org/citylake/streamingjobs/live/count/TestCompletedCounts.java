package org.citylake.streamingjobs.live.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counts that are told never come to less, whatever fails. */
class TestCompletedCounts {
  private final Map<String, Long> traffic = new HashMap<>(Map.of("arrived", 5L));
  private final Map<String, Map<String, Long>> sums = Map.of("traffic", traffic);
  private final CompletedCounts counts = new CompletedCounts(sums);

  @Test
  void whatWasRestoredIsToldAtOnce() {
    assertThat(counts.count("traffic", "arrived")).isEqualTo(5);
    assertThat(counts.count("traffic", "late")).isZero();
    assertThat(counts.count("crowd", "arrived")).isZero();
  }

  @Test
  void aCheckpointIsToldWhenItIsCompleted() {
    traffic.put("arrived", 8L);
    counts.begin(3, sums);
    traffic.put("arrived", 9L);
    assertThat(counts.count("traffic", "arrived")).isEqualTo(5);

    counts.complete(3);

    assertThat(counts.count("traffic", "arrived")).isEqualTo(8);
  }

  @Test
  void aCheckpointThatFailedIsPassedOver() {
    traffic.put("arrived", 8L);
    counts.begin(3, sums);
    traffic.put("arrived", 9L);
    counts.begin(4, sums);

    counts.complete(4);
    counts.complete(3);

    assertThat(counts.count("traffic", "arrived")).isEqualTo(9);
  }
}
