package org.citylake.entities.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestDecidedClusters {
  private static final List<Member> MEMBERS =
      IntStream.range(0, 4)
          .mapToObj(r -> new Member("police", 0, "A" + r, "", "", false, Map.of()))
          .toList();

  /** The first cluster is looked at while the pair to be parted still stands in the other. */
  @Test
  void oneClusterIsJoinedAndAnotherPartedWithoutContradiction() {
    int[] clusters = {0, 1, 2, 2};

    assertThat(
            DecidedClusters.of(
                clusters,
                MEMBERS,
                List.of(decision(true, 0, 1), decision(false, 3, 2)),
                (left, right) -> 5))
        .containsExactly(0, 0, 2, 3);
  }

  private static LinkDecision decision(boolean same, int first, int second) {
    return new LinkDecision(same, MEMBERS.get(first).recordKey(), MEMBERS.get(second).recordKey());
  }
}
