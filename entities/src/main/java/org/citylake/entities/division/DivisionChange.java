package org.citylake.entities.division;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.problem.Problems;

/**
 * A declared change, a row of the code list {@code division_change}.
 *
 * @param id name of the change
 * @param kind what happened
 * @param fromCode the code that ended or was renamed; empty for an establishment
 * @param toCode the code that goes on
 * @param date first day of the new state
 * @param basis where it is known from, and what is uncertain
 */
public record DivisionChange(
    String id, Kind kind, Optional<String> fromCode, String toCode, LocalDate date, String basis) {

  /** What happened. */
  public enum Kind {
    /** An area went into another, whose code goes on for both. */
    MERGE,
    /** An area got another code, or with the same code another name. */
    RENAME,
    /** An area was made that none of the codes named before. */
    ESTABLISH
  }

  /**
   * The changes of the code list.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when a row says no change
   */
  public static List<DivisionChange> of(Codelist list) {
    Problems problems = new Problems();
    List<DivisionChange> changes = new ArrayList<>();
    for (Map<String, String> row : list.rows()) {
      String id = row.getOrDefault(list.columns().get(0), "");
      try {
        String from = row.getOrDefault("from_code", "");
        Kind kind = Kind.valueOf(row.getOrDefault("kind", "").toUpperCase(Locale.ROOT));
        if (from.isEmpty() != (kind == Kind.ESTABLISH)) {
          throw new IllegalArgumentException("from_code");
        }
        changes.add(
            new DivisionChange(
                id,
                kind,
                from.isEmpty() ? Optional.empty() : Optional.of(from),
                row.getOrDefault("to_code", ""),
                LocalDate.parse(row.getOrDefault("date", "")),
                row.getOrDefault("basis", "")));
      } catch (DateTimeException | IllegalArgumentException e) {
        problems.add(
            "code list " + list.id(),
            0,
            "division-change",
            id,
            "A change has the kind merge or rename with both codes, or establish with to_code"
                + " alone, and a date YYYY-MM-DD");
      }
    }
    problems.throwIfAny("Cannot read the changes of divisions");
    return changes;
  }

  /** Whether the code ends with this change. */
  boolean ends(String code) {
    return fromCode.filter(code::equals).isPresent() && !toCode.equals(code);
  }
}
