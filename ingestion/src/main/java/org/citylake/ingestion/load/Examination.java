package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceDeclaration.Delivery;
import org.citylake.ingestion.quality.Finding;

/**
 * The counting pass of a load, with the rules that stop it before anything is written.
 *
 * @param acceptedKeys keys of the accepted records
 * @param ended keys that the delivery ends, ordered
 */
record Examination(
    long arrived,
    long accepted,
    long quarantined,
    long duplicate,
    long missing,
    Map<String, Long> reasons,
    Map<String, Long> warnings,
    Set<String> acceptedKeys,
    Set<String> ended) {
  private static final int FEWEST_VANISHED = 20;
  private static final double SHARE_VANISHED = 0.05;

  /**
   * Counts a load.
   *
   * @param newest snapshot date of the newest finished load of the source
   * @param vanishing whether any number of keys may end
   * @throws CityLakeException of kind DATA when a rule stops the load
   */
  static Examination of(
      LoadContext context, RecordFeed feed, Optional<LocalDate> newest, Vanishing vanishing) {
    long accepted = 0;
    long quarantined = 0;
    long duplicate = 0;
    Map<String, Long> reasons = new TreeMap<>();
    Set<String> acceptedKeys = new HashSet<>();
    try (LoadPass pass = new LoadPass(context, feed)) {
      while (pass.hasNext()) {
        Outcome outcome = pass.next();
        if (outcome instanceof Outcome.Accepted kept) {
          accepted++;
          acceptedKeys.add(kept.key());
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
      Set<String> ended = ended(context, pass.judge(), newest);
      if (vanishing == Vanishing.GUARDED) {
        guard(context, ended);
      }
      return new Examination(
          accepted + quarantined + duplicate,
          accepted,
          quarantined,
          duplicate,
          pass.missing(),
          reasons,
          pass.judge().warnings(),
          acceptedKeys,
          ended);
    }
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

  private static Set<String> ended(
      LoadContext context, RecordJudge judge, Optional<LocalDate> newest) {
    boolean late = newest.isPresent() && newest.get().isAfter(context.snapshotDate());
    if (context.replay()
        || context.source().format().delivery() != Delivery.FULL
        || late
        || judge.unreadable()) {
      return Set.of();
    }
    Set<String> ended = new TreeSet<>(context.known().validOn(context.snapshotDate()));
    ended.removeAll(judge.touched());
    return ended;
  }

  private static void guard(LoadContext context, Set<String> ended) {
    int valid = context.known().validOn(context.snapshotDate()).size();
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
              + ended.stream().limit(3).map(k -> k.substring(0, k.lastIndexOf('#'))).toList()
              + ": nothing was loaded. If it was cut off, send it whole; if they did end, load it"
              + " again with --allow-vanishing");
    }
  }
}
