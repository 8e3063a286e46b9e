package org.citylake.batchjobs.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.citylake.batchjobs.compute.StepSchedule.Step;
import org.junit.jupiter.api.Test;

class TestStepSchedule {
  private final List<String> ended = new CopyOnWriteArrayList<>();

  private Step step(String name, String... after) {
    return new Step(name, Set.of(after), () -> ended.add(name));
  }

  @Test
  void stepsBeginWhenThoseBeforeThemHaveEnded() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      ended.clear();
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Set<String> after = new TreeSet<>();
        for (int other = 0; other < i; other++) {
          if (random.nextInt(4) == 0) {
            after.add("s" + other);
          }
        }
        String name = "s" + i;
        steps.add(
            new Step(
                name,
                after,
                () -> {
                  assertThat(ended).containsAll(after);
                  ended.add(name);
                }));
      }

      StepSchedule.run(steps, 3);

      assertThat(ended).hasSize(12).doesNotHaveDuplicates();
    }
  }

  @Test
  void twoStepsRunAtATime() {
    CountDownLatch both = new CountDownLatch(2);
    Runnable meet =
        () -> {
          both.countDown();
          try {
            assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };

    StepSchedule.run(List.of(new Step("a", Set.of(), meet), new Step("b", Set.of(), meet)), 2);

    assertThat(both.getCount()).isZero();
  }

  @Test
  void afterAFailureNothingBeginsAndItIsThrown() {
    Step broken =
        new Step(
            "broken",
            Set.of("first"),
            () -> {
              throw new IllegalStateException("broken");
            });
    List<Step> steps =
        List.of(step("first"), broken, step("reads it", "broken"), step("later", "first"));

    assertThatThrownBy(() -> StepSchedule.run(steps, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");

    assertThat(ended).containsExactly("first");
  }
}
