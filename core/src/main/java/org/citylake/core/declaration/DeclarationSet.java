package org.citylake.core.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.ContentHash;
import org.citylake.core.problem.Problems;

/**
 * The files of all declarations in force, tests and shipped deliveries included, replaced ones left
 * out. A release stores them, and written to a folder they are a root that reads the same.
 */
public final class DeclarationSet {
  private final SortedMap<String, byte[]> files;

  private DeclarationSet(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  /** The files below the roots, shipped first. */
  public static DeclarationSet of(List<Path> roots) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      for (DeclarationFolder folder : DeclarationDiscovery.find(roots, new Problems()).folders()) {
        for (Path file : folder.files()) {
          String path = folder.root().relativize(file).toString().replace('\\', '/');
          files.put(path, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the declarations of " + roots, e);
    }
    return new DeclarationSet(files);
  }

  /** A set from its stored files, path below the root to content. */
  public static DeclarationSet ofFiles(Map<String, byte[]> files) {
    return new DeclarationSet(new TreeMap<>(files));
  }

  /** Path below the root, with slashes, to content; ordered by path. */
  public SortedMap<String, byte[]> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  /** SHA-256 over path and SHA-256 of every file, in order. */
  public String hash() {
    StringBuilder listing = new StringBuilder();
    files.forEach(
        (path, bytes) ->
            listing.append(path).append(' ').append(ContentHash.of(bytes)).append('\n'));
    return ContentHash.of(listing.toString());
  }

  /**
   * Writes every file below the folder.
   *
   * @throws CityLakeException of kind DATA when a path leads out of the folder
   */
  public void writeTo(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    files.forEach(
        (path, bytes) -> {
          Path file = root.resolve(path).normalize();
          if (!file.startsWith(root)) {
            throw new CityLakeException(
                Kind.DATA, "The stored declaration '" + path + "' leads out of its folder");
          }
          try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
          } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
          }
        });
  }
}
