package org.citylake.entities.division;

import java.time.LocalDate;
import java.util.List;
import org.citylake.core.problem.Problems;

/** Holds the declared changes against the code tables: neither may say what the other does not. */
final class DivisionRules {
  private static final String FILE = "code tables and code list division_change";

  private final CodeTables tables;
  private final List<DivisionChange> changes;
  private final Problems problems = new Problems();

  private DivisionRules(CodeTables tables, List<DivisionChange> changes) {
    this.tables = tables;
    this.changes = changes;
  }

  /**
   * Refuses undeclared and contradicting changes.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA with all of them
   */
  static void check(CodeTables tables, List<DivisionChange> changes) {
    DivisionRules rules = new DivisionRules(tables, changes);
    tables.codes().forEach(rules::code);
    changes.forEach(rules::change);
    rules.problems.throwIfAny("Cannot derive the lineage of the divisions");
  }

  private void code(String code) {
    List<LocalDate> revisions = tables.revisions();
    for (int i = 1; i < revisions.size(); i++) {
      LocalDate revision = revisions.get(i);
      boolean before = tables.has(revisions.get(i - 1), code);
      boolean now = tables.has(revision, code);
      if (before && !now && changes.stream().noneMatch(c -> c.ends(code) && by(c, revision))) {
        report(
            "vanished",
            code,
            "The code "
                + code
                + " ("
                + tables.anyName(code)
                + ") is not in the table of "
                + revision
                + " any more; declare what it went into");
      }
      if (!before
          && now
          && changes.stream().noneMatch(c -> c.toCode().equals(code) && by(c, revision))) {
        report(
            "appeared",
            code,
            "The code "
                + code
                + " ("
                + tables.anyName(code)
                + ") first stands in the table of "
                + revision
                + "; declare where it comes from");
      }
    }
  }

  private void change(DivisionChange change) {
    if (!change.date().isAfter(tables.first())) {
      report(
          "too-early",
          change.id(),
          "The change of "
              + change.date()
              + " is older than the first code table, "
              + tables.first());
      return;
    }
    change.fromCode().ifPresent(code -> known(change, code));
    known(change, change.toCode());
    change
        .fromCode()
        .filter(code -> change.ends(code) && by(change, tables.last()))
        .filter(code -> tables.has(tables.last(), code))
        .ifPresent(
            code ->
                report(
                    "still-there",
                    change.id(),
                    "The code " + code + " still stands in the newest table, " + tables.last()));
  }

  private void known(DivisionChange change, String code) {
    if (!tables.codes().contains(code)) {
      report("unknown-code", change.id(), "No code table has the code " + code);
    }
  }

  private static boolean by(DivisionChange change, LocalDate day) {
    return !change.date().isAfter(day);
  }

  private void report(String rule, String value, String message) {
    problems.add(FILE, 0, rule, value, message);
  }
}
