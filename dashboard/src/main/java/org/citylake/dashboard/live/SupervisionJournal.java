package org.citylake.dashboard.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.dashboard.live.JournalFile.Kept;

/**
 * What a home's leaders ask to be seen to and what became of it: two journals that are only ever
 * added to, so that who raised, answered and closed what, and when, stays. A supervision's number
 * is its line in the first.
 */
final class SupervisionJournal {
  private final JournalFile<Supervision> raised;
  private final JournalFile<SupervisionStep> steps;

  /**
   * Opens the journals.
   *
   * @param raised file of the requests
   * @param steps file of the answers and closings
   */
  SupervisionJournal(Path raised, Path steps) {
    this.raised = new JournalFile<>(raised, Supervision.class);
    this.steps = new JournalFile<>(steps, SupervisionStep.class);
  }

  /** All, oldest first. */
  synchronized List<ToldSupervision> all() {
    List<Supervision> asked = raised.all();
    List<SupervisionStep> later = steps.all();
    List<ToldSupervision> all = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      int number = i + 1;
      all.add(
          ToldSupervision.of(
              number, asked.get(i), later.stream().filter(s -> s.number() == number).toList()));
    }
    return List.copyOf(all);
  }

  /** The one of that number. */
  Optional<ToldSupervision> find(int number) {
    return all().stream().filter(s -> s.number() == number).findFirst();
  }

  /** Raises one, unless the same user asks for the same already and it is not closed. */
  synchronized Kept<ToldSupervision> raise(Supervision wanted) {
    Optional<ToldSupervision> open =
        all().stream().filter(s -> !s.closed() && wanted.sameAs(s.asked())).findFirst();
    if (open.isPresent()) {
      return new Kept<>(open.get(), false);
    }
    raised.keep(before -> false, () -> wanted);
    List<ToldSupervision> all = all();
    return new Kept<>(all.get(all.size() - 1), true);
  }

  /**
   * Adds a step, unless the same was said already.
   *
   * @return empty when the supervision is closed, or there is none of that number
   */
  synchronized Optional<Kept<ToldSupervision>> add(SupervisionStep step) {
    Optional<ToldSupervision> before = find(step.number());
    if (before.isEmpty()) {
      return Optional.empty();
    }
    if (before.get().steps().stream().anyMatch(step::sameAs)) {
      return before.map(told -> new Kept<>(told, false));
    }
    if (before.get().closed()) {
      return Optional.empty();
    }
    steps.keep(other -> false, () -> step);
    return find(step.number()).map(told -> new Kept<>(told, true));
  }
}
