package org.citylake.access.grant;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.access.user.Principal;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.GroupDeclaration.Limits;

/**
 * What somebody may see and do. Of his groups the first with a grant on a table decides what he
 * sees of it: rights on one table are never mixed, as the rows of one group and the columns of
 * another would show together what neither shows.
 */
public final class Grants {
  private static final Limits NONE = new Limits(1, 0, 1);

  private final Principal principal;
  private final List<GroupGrants> groups;

  private Grants(Principal principal, List<GroupGrants> groups) {
    this.principal = principal;
    this.groups = groups;
  }

  /** Works the grants of all groups out; whoever asks often keeps {@link GroupGrants#of}. */
  public static Grants of(Principal principal, DeclarationLibrary library) {
    return of(principal, GroupGrants.of(library));
  }

  /**
   * What the principal may.
   *
   * @param groups by id; groups of the principal that are no longer declared grant nothing
   */
  public static Grants of(Principal principal, Map<String, GroupGrants> groups) {
    return new Grants(
        principal,
        principal.groups().stream()
            .flatMap(id -> Optional.ofNullable(groups.get(id)).stream())
            .toList());
  }

  /** What he sees of the table; empty when nothing. */
  public Optional<TableGrant> table(String fullName) {
    return groups.stream()
        .filter(group -> group.tables().containsKey(fullName))
        .findFirst()
        .flatMap(
            group ->
                Optional.ofNullable(group.tables().get(fullName))
                    .flatMap(granted -> granted.of(fullName, principal)));
  }

  /** Whether he sees any table of the namespace. */
  public boolean anyOf(String namespace) {
    return groups.stream()
        .flatMap(group -> group.tables().keySet().stream())
        .anyMatch(table -> table.startsWith(namespace + ".") && table(table).isPresent());
  }

  /** What he sees of the namespace's tables, in alphabetical order of their names. */
  public List<TableGrant> tables(String namespace) {
    return groups.stream()
        .flatMap(group -> group.tables().keySet().stream())
        .filter(table -> table.startsWith(namespace + "."))
        .distinct()
        .sorted()
        .flatMap(table -> table(table).stream())
        .toList();
  }

  /** What he may do on the page, in alphabetical order. */
  public List<String> actions() {
    return groups.stream().flatMap(group -> group.page().stream()).distinct().sorted().toList();
  }

  /**
   * Whether he may do something on the page.
   *
   * @param action acknowledge, answer, cases, objections, quarantine, runs or supervise
   */
  public boolean may(String action) {
    return groups.stream().anyMatch(group -> group.page().contains(action));
  }

  /** Whether SQL shows him what no release pins. */
  public boolean unreleased() {
    return groups.stream().anyMatch(GroupGrants::unreleased);
  }

  /** Limits of his statements: those of the group that allows most of them at the same time. */
  public Limits limits() {
    return groups.stream()
        .map(GroupGrants::limits)
        .max(Comparator.comparingInt(Limits::running))
        .orElse(NONE);
  }
}
