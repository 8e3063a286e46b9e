package org.citylake.metrics.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Copies a package to another place, whole or not at all. */
public final class PackageCopy {
  private PackageCopy() {}

  /**
   * The files of a package in the order in which they are to be sent: the manifest last, because a
   * package without it is none, and the signature before it.
   */
  public static List<String> files(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.map(f -> f.getFileName().toString()).sorted().forEach(names::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (String last : List.of(PackageSignature.FILE, Manifest.FILE)) {
      if (names.remove(last)) {
        names.add(last);
      }
    }
    return names;
  }

  /** Name of the file that says what a package holds, unlike that of any other package. */
  public static String manifest() {
    return Manifest.FILE;
  }

  /**
   * Copies.
   *
   * @throws IOException when the place cannot be written; nothing is left there
   */
  public static void copy(Path from, Path to) throws IOException {
    List<String> names = files(from);
    PackageFolder target = new PackageFolder(to);
    try {
      for (String name : names) {
        Files.copy(from.resolve(name), target.part().resolve(name));
      }
      target.publish(names);
    } catch (IOException | RuntimeException e) {
      try {
        target.discard();
      } catch (IOException discard) {
        e.addSuppressed(discard);
      }
      throw e;
    }
  }
}
