package org.citylake.cli.stream;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.StreamDeclaration;
import org.citylake.core.problem.NearestName;

/** The sources that are streamed live. */
final class LiveSources {
  private LiveSources() {}

  /**
   * Ids of the named ones, or of all.
   *
   * @throws CityLakeException of kind USER for one that is not streamed, and where none is
   */
  static List<String> named(DeclarationLibrary library, List<String> wanted) {
    Set<String> live =
        library.sources().stream()
            .filter(s -> s.stream().flatMap(StreamDeclaration::live).isPresent())
            .map(SourceDeclaration::id)
            .collect(Collectors.toCollection(TreeSet::new));
    for (String name : wanted) {
      if (!live.contains(name)) {
        throw new CityLakeException(
            Kind.USER,
            "There is no live source "
                + name
                + NearestName.hint(name, live)
                + "; a source becomes one by a stream.yaml of the job live-events");
      }
    }
    if (live.isEmpty()) {
      throw new CityLakeException(
          Kind.USER, "No source is live: add a stream.yaml of the job live-events to one");
    }
    return wanted.isEmpty() ? List.copyOf(live) : List.copyOf(new TreeSet<>(wanted));
  }
}
