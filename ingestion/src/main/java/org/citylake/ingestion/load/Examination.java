package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceDeclaration.Delivery;
import org.citylake.ingestion.key.HashIndex;
import org.citylake.ingestion.quality.Finding;

/**
 * What a pass over a load gives, with the rules that stop it before anything is committed.
 *
 * @param ended keys that the delivery ends
 */
record Examination(
    long arrived,
    long accepted,
    long quarantined,
    long duplicate,
    long missing,
    Map<String, Long> reasons,
    Map<String, Long> warnings,
    HashIndex ended) {
  private static final int FEWEST_VANISHED = 20;
  private static final double SHARE_VANISHED = 0.05;

  /**
   * Passes over a load.
   *
   * @param taker handed every outcome, in order
   * @param names of some keys, for people
   * @param newest snapshot date of the newest finished load of the source
   * @param vanishing whether any number of keys may end
   * @throws CityLakeException of kind DATA when a rule stops the load
   */
  static Examination of(
      LoadContext context,
      RecordFeed feed,
      Optional<LocalDate> newest,
      Vanishing vanishing,
      Consumer<Outcome> taker,
      KeyNames names) {
    long accepted = 0;
    long quarantined = 0;
    long duplicate = 0;
    Map<String, Long> reasons = new TreeMap<>();
    try (LoadPass pass = new LoadPass(context, feed)) {
      while (pass.hasNext()) {
        Outcome outcome = pass.next();
        taker.accept(outcome);
        if (outcome instanceof Outcome.Accepted) {
          accepted++;
        } else if (outcome instanceof Outcome.Refused refused) {
          quarantined++;
          refused.entry().reasons().stream()
              .map(Finding::ruleOf)
              .distinct()
              .forEach(rule -> reasons.merge(rule, 1L, Long::sum));
        } else {
          duplicate++;
        }
      }
      stop(context, pass.judge());
      HashIndex ended = ended(context, pass.judge(), newest);
      if (vanishing == Vanishing.GUARDED) {
        guard(context, ended, names);
      }
      return new Examination(
          accepted + quarantined + duplicate,
          accepted,
          quarantined,
          duplicate,
          pass.missing(),
          reasons,
          pass.judge().warnings(),
          ended);
    }
  }

  /** Tells some of the keys that hashes stand for. */
  interface KeyNames {
    List<String> of(LoadContext context, HashIndex keys);
  }

  /** Whether the number of keys that a full delivery may end is bounded. */
  enum Vanishing {
    GUARDED,
    ALLOWED
  }

  private static void stop(LoadContext context, RecordJudge judge) {
    if (!judge.stops().isEmpty()) {
      List<String> lines =
          judge.stops().entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
      throw new CityLakeException(
          Kind.DATA,
          "The load of "
              + context.delivery().file()
              + " into "
              + context.source().id()
              + " is stopped, nothing was loaded:\n  "
              + String.join("\n  ", lines));
    }
  }

  private static HashIndex ended(
      LoadContext context, RecordJudge judge, Optional<LocalDate> newest) {
    boolean late = newest.isPresent() && newest.get().isAfter(context.snapshotDate());
    if (context.replay()
        || context.source().format().delivery() != Delivery.FULL
        || late
        || judge.unreadable()) {
      return new HashIndex();
    }
    return context.known().keysValid(context.snapshotDate(), judge.touched());
  }

  private static void guard(LoadContext context, HashIndex ended, KeyNames names) {
    int valid = context.known().countValid(context.snapshotDate());
    if (ended.size() >= FEWEST_VANISHED && ended.size() > SHARE_VANISHED * valid) {
      throw new CityLakeException(
          Kind.DATA,
          "The file "
              + context.delivery().file()
              + " is a full delivery of "
              + context.source().id()
              + " and lacks "
              + ended.size()
              + " of "
              + valid
              + " keys, such as "
              + names.of(context, ended)
              + ": nothing was loaded. If it was cut off, send it whole; if they did end, load it"
              + " again with --allow-vanishing");
    }
  }
}
