package org.citylake.cli.mainjob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Declarations copied into a city of a test's own, to be changed there. */
final class CopiedFolder {
  private static final Path SOURCES = CommandRun.ROOT.resolve("ingestion/sources");

  private CopiedFolder() {}

  /** Copies every file of a folder. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copied = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copied.getParent());
        Files.copy(file, copied);
      }
    }
  }

  /** Copies a shipped source into a city; gives its folder there. */
  static Path source(String id, Path city) throws IOException {
    Path shipped = shipped(id);
    Path copied = city.resolve("sources").resolve(SOURCES.relativize(shipped).toString());
    copy(shipped, copied);
    return copied;
  }

  /** The delivered file of a shipped source's first case. */
  static Path caseOf(String id) throws IOException {
    try (Stream<Path> files = Files.walk(shipped(id).resolve("tests"))) {
      return files.filter(f -> f.endsWith("input.csv")).sorted().findFirst().orElseThrow();
    }
  }

  private static Path shipped(String id) throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      return folders
          .map(domain -> domain.resolve(id))
          .filter(Files::isDirectory)
          .findFirst()
          .orElseThrow();
    }
  }
}
