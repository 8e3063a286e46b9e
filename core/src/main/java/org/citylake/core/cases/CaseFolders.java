package org.citylake.core.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a declaration's test cases stand: {@code tests/CASE/} beside it. */
public final class CaseFolders {
  private CaseFolders() {}

  /** The cases of a declaration's folder by name; none when it has no tests. */
  public static List<Path> of(Path declaration) {
    Path tests = declaration.resolve("tests");
    if (!Files.isDirectory(tests)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(tests)) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + tests, e);
    }
  }
}
