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

  /**
   * The files of a case with that name.
   *
   * @param name {@code *} at the end stands for any ending
   */
  public static List<Path> files(Path test, String name) {
    boolean any = name.endsWith("*");
    String start = any ? name.substring(0, name.length() - 1) : name;
    try (Stream<Path> found = Files.list(test)) {
      return found
          .filter(Files::isRegularFile)
          .filter(
              f ->
                  any
                      ? f.getFileName().toString().startsWith(start)
                      : f.getFileName().toString().equals(start))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + test, e);
    }
  }

  /** Whether the case has a file with that name, as {@link #files} reads it. */
  public static boolean has(Path test, String name) {
    return !files(test, name).isEmpty();
  }
}
