package org.citylake.core.stewardship;

import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;

/**
 * The names that stewards may use, from the declarations.
 *
 * @param merged entities whose records are merged, and links decided about
 * @param sources ids of sources
 */
public record KnownNames(Set<String> merged, Set<String> sources) {
  /** What counts for a legal entity's credit is no merge, but may be objected to. */
  private static final String CREDIT = "credit_record";

  public KnownNames {
    merged = Set.copyOf(merged);
    sources = Set.copyOf(sources);
  }

  /** Of the declarations. */
  public static KnownNames of(DeclarationLibrary library) {
    return new KnownNames(
        library.tables().stream()
            .filter(table -> Files.exists(table.folder().resolve("merge.yaml")))
            .map(TableDeclaration::name)
            .collect(Collectors.toSet()),
        library.sources().stream().map(SourceDeclaration::id).collect(Collectors.toSet()));
  }

  /** Entities whose records may be objected to. */
  public Set<String> disputable() {
    Set<String> all = new TreeSet<>(merged);
    all.add(CREDIT);
    return all;
  }

  /** Requires what an objection is to. */
  public void requireDisputable(String entity) {
    require(disputable(), "entity", entity);
  }

  /** Requires a source. */
  public void requireSource(String source) {
    require(sources, "source", source);
  }

  /** Requires entity and sources of a decision on a link. */
  public void require(LinkChoice link) {
    require(merged, "entity", link.entity());
    requireSource(link.sourceA());
    requireSource(link.sourceB());
  }

  private static void require(Set<String> known, String what, String name) {
    if (!known.contains(name)) {
      throw new CityLakeException(
          Kind.USER,
          "There is no such "
              + what
              + (known.size() > 20
                  ? " among the declared ones"
                  : ", only " + new TreeSet<>(known)));
    }
  }
}
