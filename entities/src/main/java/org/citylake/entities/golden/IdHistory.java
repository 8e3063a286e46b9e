package org.citylake.entities.golden;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of ids from one state of the links to the next.
 *
 * @param aliases id that is no longer used to the one that stands in its place
 * @param changes what happened in this step
 */
public record IdHistory(Map<String, Alias> aliases, List<Change> changes) {
  public IdHistory {
    aliases = Map.copyOf(aliases);
    changes = List.copyOf(changes);
  }

  /**
   * Where an old id leads.
   *
   * @param id the id now
   * @param since the day from which it does
   */
  public record Alias(String id, LocalDate since) {}

  /** What can happen to an id. */
  public enum Kind {
    /** Its first records came. */
    CREATED,
    /** Its records went to an entity that had an id before. */
    MERGED,
    /** It is new, and its records were another entity's. */
    SPLIT,
    /** Its records have another anchor now. */
    RENAMED,
    /** Its records have left. */
    ENDED
  }

  /**
   * One change.
   *
   * @param id the id that it is about
   * @param kind what happened
   * @param other the id that its records went to or came from; empty when there is none
   * @param records how many records this was about
   */
  public record Change(String id, Kind kind, Optional<String> other, int records) {}

  /**
   * The step from one state to the next. Done again from the same former state it gives the same.
   *
   * @param aliases of the former state
   * @param before record to id, formerly
   * @param now record to id
   * @param day the day of the step
   */
  public static IdHistory step(
      Map<String, Alias> aliases,
      Map<RecordKey, String> before,
      Map<RecordKey, String> now,
      LocalDate day) {
    return new Step(before, now).history(aliases, day);
  }

  private static final class Step {
    private final Set<String> former;
    private final Set<String> current;
    private final Map<String, Map<String, Integer>> went = new TreeMap<>();
    private final Map<String, Map<String, Integer>> came = new TreeMap<>();
    private final Map<String, Integer> left = new HashMap<>();

    Step(Map<RecordKey, String> before, Map<RecordKey, String> now) {
      former = new TreeSet<>(before.values());
      current = new TreeSet<>(now.values());
      before.forEach(
          (record, id) -> {
            String to = now.get(record);
            if (to == null) {
              left.merge(id, 1, Integer::sum);
            } else {
              went.computeIfAbsent(id, i -> new TreeMap<>()).merge(to, 1, Integer::sum);
              came.computeIfAbsent(to, i -> new TreeMap<>()).merge(id, 1, Integer::sum);
            }
          });
    }

    IdHistory history(Map<String, Alias> aliases, LocalDate day) {
      Map<String, Alias> leads = new LinkedHashMap<>();
      List<Change> changes = new ArrayList<>();
      Set<String> renamed = new HashSet<>();
      for (String id : former) {
        if (!current.contains(id)) {
          Optional<String> to = most(went.get(id));
          to.ifPresent(t -> leads.put(id, new Alias(t, day)));
          boolean merges =
              to.filter(t -> former.contains(t) || !most(came.get(t)).equals(Optional.of(id)))
                  .isPresent();
          Kind kind = to.isEmpty() ? Kind.ENDED : merges ? Kind.MERGED : Kind.RENAMED;
          if (kind == Kind.RENAMED) {
            renamed.add(to.orElseThrow());
          }
          int records =
              to.map(t -> went.getOrDefault(id, Map.of()).getOrDefault(t, 0))
                  .orElse(left.getOrDefault(id, 0));
          changes.add(new Change(id, kind, to, records));
        }
      }
      for (String id : current) {
        if (!former.contains(id) && !renamed.contains(id)) {
          Optional<String> from = most(came.get(id));
          changes.add(
              new Change(
                  id,
                  from.isPresent() ? Kind.SPLIT : Kind.CREATED,
                  from,
                  from.map(f -> came.getOrDefault(id, Map.of()).getOrDefault(f, 0)).orElse(0)));
        }
      }
      Map<String, Alias> all = new TreeMap<>(aliases);
      // Where an alias led to an id that now leads elsewhere, it leads there too.
      all.replaceAll((old, alias) -> leads.getOrDefault(alias.id(), alias));
      all.putAll(leads);
      // An id that is in use again stands for itself.
      all.keySet().removeAll(current);
      return new IdHistory(all, changes);
    }

    private static Optional<String> most(
        @org.jspecify.annotations.Nullable Map<String, Integer> counts) {
      return counts == null
          ? Optional.empty()
          : counts.entrySet().stream()
              .max(
                  Map.Entry.<String, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
              .map(Map.Entry::getKey);
    }
  }
}
