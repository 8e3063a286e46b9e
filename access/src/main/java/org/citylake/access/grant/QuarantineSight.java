package org.citylake.access.grant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose refused records somebody sees, beside his grant on {@link #TABLE} that shows him counts and
 * reasons. A refused record was never read into columns, so nothing in it can be masked by itself,
 * nor told which district's it is: it is shown whole to those who see every row and column of the
 * source's raw table clear, and masked to others. Where it stands is for those who see anything of
 * that table.
 *
 * @param placed ids of the sources whose records he finds: file, delivery, line
 * @param clear ids of those whose records he sees
 */
public record QuarantineSight(Set<String> placed, Set<String> clear) {
  /** The table of refused records. */
  public static final String TABLE = "audit.quarantine";

  /** Its column with the source of a record. */
  public static final String SOURCE = "source_id";

  /** Its column with the record as it came. */
  public static final String RECORD = "bytes";

  /** Its columns with where a record stands. */
  public static final List<String> PLACES = List.of("delivery", "file", "line", "variable");

  private static final String RAW = "raw";

  public QuarantineSight {
    placed = Set.copyOf(placed);
    clear = Set.copyOf(clear);
  }

  /** What somebody with these grants sees. */
  public static QuarantineSight of(Grants grants) {
    Set<String> placed = new TreeSet<>();
    Set<String> clear = new TreeSet<>();
    for (TableGrant granted : grants.tables(RAW)) {
      String source = granted.table().substring(RAW.length() + 1);
      placed.add(source);
      if (granted.clear()) {
        clear.add(source);
      }
    }
    return new QuarantineSight(placed, clear);
  }

  /** The sources for which a column of the table is shown; empty for a column shown for all. */
  public Optional<Set<String>> sources(String column) {
    if (column.equals(RECORD)) {
      return Optional.of(clear);
    }
    return PLACES.contains(column) ? Optional.of(placed) : Optional.empty();
  }
}
