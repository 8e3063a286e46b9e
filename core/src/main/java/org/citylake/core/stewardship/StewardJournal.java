package org.citylake.core.stewardship;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;
import org.citylake.core.journal.SharedJournal;
import org.citylake.core.stewardship.ObjectionStep.Raised;

/** A home's journal of stewards, {@code HOME/stewardship/journal.jsonl}. */
public final class StewardJournal {
  private final SharedJournal<StewardEntry> journal;
  private final Clock clock;

  /** The journal of a home, which need not have one yet. */
  public StewardJournal(Home home, Clock clock) {
    this.journal =
        new SharedJournal<>(
            home.root().resolve("stewardship").resolve("journal.jsonl"), StewardEntry.class);
    this.clock = clock;
  }

  /** Every line, oldest first. */
  public List<StewardEntry> entries() {
    return journal.all();
  }

  /** Where everything stands now. */
  public Stewardship read() {
    return Stewardship.of(entries());
  }

  /** Now, as entries have it. */
  public String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * Raises an objection under the next number, unless the same user objects to the same in the same
   * words already and it has not come to its end.
   *
   * @param made gives it for a number
   */
  public Objection raise(Function<Integer, Raised> made) {
    int[] number = new int[1];
    Stewardship after =
        Stewardship.of(
            journal.add(
                entries -> {
                  Stewardship before = Stewardship.of(entries);
                  Raised raised = made.apply(before.objections().size() + 1);
                  Optional<Objection> same =
                      before.objections().stream()
                          .filter(o -> !o.closed() && o.raised().sameAs(raised))
                          .findFirst();
                  number[0] = same.map(Objection::number).orElse(raised.objection());
                  return same.isPresent() ? Optional.empty() : Optional.of(raised);
                }));
    return after.find(number[0]).orElseThrow();
  }

  /**
   * Adds a step.
   *
   * @throws CityLakeException of kind USER when there is no such objection, or the step may not
   *     come now
   */
  public Objection add(ObjectionStep step) {
    return after(step).find(step.objection()).orElseThrow();
  }

  /** Adds a decision on a link, unless it is in force already. */
  public KeptLink add(LinkDecided decided) {
    List<KeptLink> links =
        Stewardship.of(
                journal.add(
                    entries ->
                        inForce(Stewardship.of(entries), decided.link())
                                .filter(kept -> says(kept, decided.link()))
                                .isPresent()
                            ? Optional.empty()
                            : Optional.of(decided)))
            .links();
    return links.stream()
        .filter(kept -> kept.inForce() && kept.link().samePair(decided.link()))
        .findFirst()
        .orElseThrow();
  }

  private Stewardship after(StewardEntry entry) {
    return Stewardship.of(
        journal.add(
            entries -> {
              List<StewardEntry> longer = new ArrayList<>(entries);
              longer.add(entry);
              Stewardship.of(longer);
              return Optional.of(entry);
            }));
  }

  private static Optional<KeptLink> inForce(Stewardship now, LinkChoice link) {
    return now.links().stream()
        .filter(kept -> kept.inForce() && kept.link().samePair(link))
        .findFirst();
  }

  private static boolean says(KeptLink kept, LinkChoice link) {
    return kept.link().decision().equals(link.decision());
  }
}
