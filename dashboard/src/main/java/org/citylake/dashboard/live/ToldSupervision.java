package org.citylake.dashboard.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;

/**
 * A supervision with its course so far, as the page is told of it.
 *
 * @param number its number in the home, from 1
 * @param asked what was asked for
 * @param state the last step: {@code raised}, {@code answered} or {@code closed}
 * @param steps all of them, oldest first, beginning with {@code raised}
 */
record ToldSupervision(
    @JsonProperty("number") int number,
    @JsonUnwrapped Supervision asked,
    @JsonProperty("state") String state,
    @JsonProperty("steps") List<SupervisionStep> steps) {
  ToldSupervision {
    steps = List.copyOf(steps);
  }

  /**
   * The course of one.
   *
   * @param later its steps after it was raised, oldest first
   */
  static ToldSupervision of(int number, Supervision asked, List<SupervisionStep> later) {
    List<SupervisionStep> steps = new ArrayList<>();
    steps.add(
        new SupervisionStep(
            number, SupervisionStep.RAISED, asked.user(), asked.at(), asked.note()));
    steps.addAll(later);
    return new ToldSupervision(number, asked, steps.get(steps.size() - 1).step(), steps);
  }

  boolean closed() {
    return state.equals(SupervisionStep.CLOSED);
  }
}
