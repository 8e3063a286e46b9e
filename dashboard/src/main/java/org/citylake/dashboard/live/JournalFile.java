package org.citylake.dashboard.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.citylake.core.journal.SharedJournal;

/**
 * What users of a home said on the page, each thing once.
 *
 * @param <T> a record with a JSON form
 */
final class JournalFile<T> {
  private final SharedJournal<T> journal;

  /**
   * An entry that counts.
   *
   * @param entry the one that was there, else the new one
   * @param isNew whether it was added now
   */
  record Kept<T>(T entry, boolean isNew) {}

  JournalFile(Path file, Class<T> type) {
    this.journal = new SharedJournal<>(file, type);
  }

  /** All, oldest first. */
  List<T> all() {
    return journal.all();
  }

  /** Adds what is made, unless an entry is there that says the same already. */
  Kept<T> keep(Predicate<T> same, Supplier<T> made) {
    boolean[] isNew = {false};
    List<T> all =
        journal.add(
            before -> {
              isNew[0] = before.stream().noneMatch(same);
              return isNew[0] ? Optional.of(made.get()) : Optional.empty();
            });
    return isNew[0]
        ? new Kept<>(all.get(all.size() - 1), true)
        : new Kept<>(all.stream().filter(same).findFirst().orElseThrow(), false);
  }
}
