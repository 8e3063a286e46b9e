package org.citylake.ingestion;

import java.nio.file.Path;
import java.util.List;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;

/** The shipped declarations that loading needs. */
public final class Shipped {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root", ".."));
  private static final DeclarationLibrary LIBRARY = read(List.of());

  private Shipped() {}

  /** Sources, tables and code lists of the repository. */
  public static DeclarationLibrary library() {
    return LIBRARY;
  }

  /** The same with a city directory over them. */
  public static DeclarationLibrary libraryWith(Path cityDirectory) {
    return read(List.of(cityDirectory));
  }

  /** A shipped source. */
  public static SourceDeclaration source(String id) {
    return LIBRARY.findSource(id).orElseThrow();
  }

  /** The file that is shipped with a source. */
  public static Path file(String id) {
    SourceDeclaration source = source(id);
    return source.folder().resolve(source.origin().orElseThrow().deliveries().get(0).file());
  }

  private static DeclarationLibrary read(List<Path> more) {
    List<Path> roots = new java.util.ArrayList<>();
    roots.add(ROOT.resolve("core"));
    roots.add(ROOT.resolve("lakehouse"));
    roots.add(ROOT.resolve("ingestion"));
    roots.addAll(more);
    return DeclarationReader.read(roots).library();
  }
}
