package org.citylake.cli.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.DeclarationStore;
import org.citylake.lakehouse.release.Release;

/**
 * The declarations that a release was made with, not those of today, in a folder for as long as
 * they are needed.
 *
 * @param folder a root of declarations
 * @param library what it declares
 */
public record StoredDeclarations(Path folder, DeclarationLibrary library) implements AutoCloseable {

  /** Writes them below the home's folder of running work. */
  public static StoredDeclarations open(Home home, LakeCatalog live, Release release)
      throws IOException {
    Path folder = Files.createTempDirectory(home.run(), "declarations");
    new DeclarationStore(live).load(release.declarationsHash()).writeTo(folder);
    return new StoredDeclarations(folder, DeclarationReader.read(List.of(folder)).library());
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
