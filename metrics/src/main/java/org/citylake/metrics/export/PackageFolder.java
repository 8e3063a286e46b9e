package org.citylake.metrics.export;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that appears whole or not at all: files are written into a hidden neighbour, forced to
 * the disk, and the neighbour is then renamed.
 */
final class PackageFolder {
  private final Path target;
  private final Path parent;
  private final Path part;

  PackageFolder(Path target) throws IOException {
    this.target = target.toAbsolutePath().normalize();
    Path above = this.target.getParent();
    if (above == null) {
      throw new IOException("the root of a file system cannot be a package");
    }
    this.parent = Files.createDirectories(above);
    this.part = parent.resolve("." + this.target.getFileName() + ".part");
    // What a killed export left behind.
    delete(part);
    Files.createDirectory(part);
  }

  /** Where to write. */
  Path part() {
    return part;
  }

  /**
   * Renames. A package already there with the same signed manifest and the same files stays; any
   * other is replaced.
   */
  void publish(List<String> files) throws IOException {
    for (String name : files) {
      FileSync.file(part.resolve(name));
    }
    FileSync.folder(part);
    if (same(files)) {
      delete(part);
      return;
    }
    Path old = target.resolveSibling("." + target.getFileName() + ".old");
    delete(old);
    boolean replaces = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (replaces) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    FileSync.folder(parent);
    delete(old);
  }

  /** Removes what was written so far. */
  void discard() throws IOException {
    delete(part);
  }

  private boolean same(List<String> files) throws IOException {
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> there = Files.list(target)) {
      if (!there
          .map(p -> p.getFileName().toString())
          .sorted()
          .toList()
          .equals(files.stream().sorted().toList())) {
        return false;
      }
    }
    for (String name : files) {
      Path file = target.resolve(name);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.mismatch(file, part.resolve(name)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
