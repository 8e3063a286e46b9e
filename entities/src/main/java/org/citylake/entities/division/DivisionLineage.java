package org.citylake.entities.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;

/**
 * Which area each code named from when until when, derived from the code tables and the declared
 * changes, see docs/adr/0004. A merge begins a new version of the code that goes on, because it
 * names a larger area from then.
 */
public final class DivisionLineage {
  /** Stands for a beginning before the first code table. */
  public static final LocalDate UNKNOWN_START = LocalDate.of(1949, 10, 1);

  private final List<DivisionVersion> versions;

  private DivisionLineage(List<DivisionVersion> versions) {
    this.versions = List.copyOf(versions);
  }

  /**
   * Derives the versions.
   *
   * @param rows code tables of all revisions at hand; provinces are passed over
   * @param changes the declared changes
   * @param names code list {@code district_name}: code, name_zh, name_en, division_class
   * @throws CityLakeException of kind DATA when tables and changes contradict each other
   */
  public static DivisionLineage of(
      List<CodeTableRow> rows, List<DivisionChange> changes, Codelist names) {
    CodeTables tables = new CodeTables(rows);
    DivisionRules.check(tables, changes);
    List<DivisionVersion> versions = new ArrayList<>();
    for (String code : tables.codes()) {
      versions.addAll(versions(code, tables, changes, names));
    }
    return new DivisionLineage(versions);
  }

  /** The lineage of versions that were derived before. */
  public static DivisionLineage ofVersions(List<DivisionVersion> versions) {
    return new DivisionLineage(
        versions.stream()
            .sorted(
                Comparator.comparing(DivisionVersion::code)
                    .thenComparing(DivisionVersion::validFrom))
            .toList());
  }

  /** All versions, ordered by code and first day. */
  public List<DivisionVersion> versions() {
    return versions;
  }

  /** The area that the code named on the day. */
  public Optional<DivisionVersion> find(String code, LocalDate day) {
    return versions.stream().filter(v -> v.code().equals(code) && v.validOn(day)).findFirst();
  }

  /**
   * The areas of a day that an area was made of, ordered by code: itself where it is as old, else
   * those that went into it, and into them in turn. Areas of which nothing is known that day are
   * left out.
   */
  public List<DivisionVersion> parts(DivisionVersion version, LocalDate day) {
    if (!version.validFrom().isAfter(day)) {
      return List.of(version);
    }
    return version.predecessors().stream()
        .flatMap(code -> find(code, version.validFrom().minusDays(1)).stream())
        .flatMap(part -> parts(part, day).stream())
        .sorted(Comparator.comparing(DivisionVersion::code))
        .toList();
  }

  private static List<DivisionVersion> versions(
      String code, CodeTables tables, List<DivisionChange> changes, Codelist names) {
    TreeSet<LocalDate> starts = new TreeSet<>();
    changes.stream().filter(c -> c.toCode().equals(code)).forEach(c -> starts.add(c.date()));
    if (tables.has(tables.first(), code)) {
      starts.add(UNKNOWN_START);
    }
    Optional<DivisionChange> end = changes.stream().filter(c -> c.ends(code)).findFirst();
    List<DivisionVersion> versions = new ArrayList<>();
    for (LocalDate start : starts) {
      LocalDate next = starts.higher(start);
      Optional<LocalDate> to = next == null ? end.map(DivisionChange::date) : Optional.of(next);
      Optional<String> successor =
          next == null ? end.map(DivisionChange::toCode) : Optional.of(code);
      List<DivisionChange> begun =
          changes.stream().filter(c -> c.toCode().equals(code) && c.date().equals(start)).toList();
      Optional<String> basis =
          begun.stream()
              .map(DivisionChange::basis)
              .findFirst()
              .or(
                  () ->
                      changes.stream()
                          .filter(c -> c.ends(code) || c.toCode().equals(code))
                          .filter(c -> to.filter(c.date()::equals).isPresent())
                          .map(DivisionChange::basis)
                          .findFirst());
      boolean goesOn = starts.lower(start) != null;
      versions.add(
          new DivisionVersion(
              code,
              start,
              !start.equals(UNKNOWN_START),
              to,
              name(code, start, to, tables),
              text(names, code, "name_en"),
              to.isEmpty() ? text(names, code, "division_class") : Optional.empty(),
              predecessors(code, goesOn, begun),
              successor,
              basis));
    }
    return versions;
  }

  private static List<String> predecessors(
      String code, boolean goesOn, List<DivisionChange> begun) {
    TreeSet<String> codes = new TreeSet<>();
    begun.forEach(c -> c.fromCode().ifPresent(codes::add));
    if (goesOn) {
      codes.add(code);
    }
    return List.copyOf(codes);
  }

  private static String name(
      String code, LocalDate from, Optional<LocalDate> to, CodeTables tables) {
    List<String> names = tables.names(code, from, to);
    if (names.size() > 1) {
      throw new CityLakeException(
          Kind.DATA,
          "The code "
              + code
              + " changed its name from "
              + names.get(0)
              + " to "
              + names.get(1)
              + " without a declared change; declare it in the code list division_change");
    }
    return names.isEmpty() ? tables.anyName(code) : names.get(0);
  }

  private static Optional<String> text(Codelist names, String code, String column) {
    Optional<Map<String, String>> row = names.find(code);
    return row.map(r -> r.getOrDefault(column, "")).filter(t -> !t.isEmpty());
  }
}
