package org.citylake.cli.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The cache of classes loaded and linked that Java 25 writes when a first start ends and reads at
 * later ones (JEP 483, 514). It stands beside Trino's jars and holds for these jars and this Java.
 *
 * @param read the cache to start from, if there is one
 * @param made what this start shall write, and where it is moved then
 */
record StartUpCache(Optional<Path> read, Optional<Made> made) {
  /**
   * Environment variable: unless it is {@code false} the first start, slower by some seconds, keeps
   * a cache.
   */
  private static final String TRAINING = "CITYLAKE_TRINO_TRAINING";

  /** A cache while it is written, and its place afterwards. */
  record Made(Path part, Path place) {}

  /** The cache of this installation: it is read, or else written. */
  static StartUpCache of(TrinoInstallation installation, JavaHome java) {
    Path place = installation.startUpCache(java);
    if (Files.exists(place)) {
      return new StartUpCache(Optional.of(place), Optional.empty());
    }
    if ("false".equals(System.getenv(TRAINING))) {
      return none();
    }
    String part = place.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    return new StartUpCache(
        Optional.empty(), Optional.of(new Made(place.resolveSibling(part), place)));
  }

  /** Neither read nor written. */
  static StartUpCache none() {
    return new StartUpCache(Optional.empty(), Optional.empty());
  }

  /** The JVM's arguments. */
  List<String> arguments() {
    return made.map(m -> List.of("-XX:AOTCacheOutput=" + m.part()))
        .or(() -> read.map(path -> List.of("-XX:AOTCache=" + path)))
        .orElse(List.of());
  }

  /** Puts what was written into its place, and takes caches of other jars away. */
  void keep() {
    made.filter(m -> Files.exists(m.part())).ifPresent(StartUpCache::keep);
  }

  private static void keep(Made made) {
    Path folder = Objects.requireNonNull(made.place().getParent());
    try (DirectoryStream<Path> older = Files.newDirectoryStream(folder, "*.aot")) {
      for (Path file : older) {
        Files.deleteIfExists(file);
      }
      Files.move(made.part(), made.place(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep Trino's start-up cache " + made.place(), e);
    }
  }
}
