package org.citylake.streamingjobs.delivery;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.StreamDeclaration;

/**
 * A source by name, with the folders that declare it: what travels to a task in place of the
 * declarations, which are read once per process.
 *
 * @param roots declaration folders, shipped first
 * @param id the source's id
 */
public record DeclaredSource(List<String> roots, String id) implements Serializable {
  private static final Map<List<String>, DeclarationLibrary> READ = new ConcurrentHashMap<>();

  public DeclaredSource {
    roots = List.copyOf(roots);
  }

  /** All declarations. */
  public DeclarationLibrary library() {
    return READ.computeIfAbsent(
        roots, r -> DeclarationReader.load(r.stream().map(Path::of).toList()));
  }

  /** The source's declaration. */
  public SourceDeclaration declaration() {
    return library()
        .findSource(id)
        .orElseThrow(() -> new CityLakeException(Kind.USER, "Cannot find the source " + id));
  }

  /** How the source is streamed. */
  public StreamDeclaration stream() {
    return declaration().stream()
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.USER, "The source " + id + " has no stream.yaml: it is loaded in batch"));
  }
}
