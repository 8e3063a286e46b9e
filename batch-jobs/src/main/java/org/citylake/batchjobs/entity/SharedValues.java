package org.citylake.batchjobs.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.entities.golden.MergeDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * Personal values of sources that several merges read: opened once, for all of them, and forgotten
 * when the last has read them. Every merge asks for the same contents, a source's current rows.
 */
final class SharedValues implements PersonalValues {
  private final PersonalValues values;
  private final Map<String, Opened> sources = new HashMap<>();

  /** Values for the merges, each of which asks once for each of its sources. */
  SharedValues(PersonalValues values, List<MergeDeclaration> merges) {
    this.values = values;
    merges.stream()
        .flatMap(merge -> merge.sources().stream())
        .forEach(
            source ->
                sources
                    .computeIfAbsent(source.id(), id -> new Opened())
                    .expect(MemberReader.columns(source)));
  }

  @Override
  public Set<String> sealed(SourceDeclaration source) {
    return values.sealed(source);
  }

  @Override
  public Map<Content, Map<String, @Nullable String>> of(
      SourceDeclaration source, Set<Content> contents, Set<String> columns) {
    return Objects.requireNonNull(sources.get(source.id())).take(source, contents);
  }

  /** One source's values, from the first who asks to the last. */
  private final class Opened {
    private final Set<String> columns = new HashSet<>();
    private int awaited;
    private @Nullable Map<Content, Map<String, @Nullable String>> opened;

    void expect(Set<String> wanted) {
      columns.addAll(wanted);
      awaited++;
    }

    synchronized Map<Content, Map<String, @Nullable String>> take(
        SourceDeclaration source, Set<Content> contents) {
      Map<Content, Map<String, @Nullable String>> all =
          opened == null ? values.of(source, contents, columns) : opened;
      awaited--;
      opened = awaited > 0 ? all : null;
      return all;
    }
  }
}
