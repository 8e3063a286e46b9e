package org.citylake.cli.notebooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;

/**
 * The shipped notebooks.
 *
 * @param folder where they stand
 */
record NotebookFiles(Path folder) {
  private static final String SUFFIX = ".ipynb";

  /** Those of a repository. */
  static NotebookFiles of(Path root) {
    return new NotebookFiles(root.resolve("notebooks"));
  }

  /**
   * The notebooks of these names, in the order of their numbers; all without a name.
   *
   * @throws CityLakeException of kind USER that tells every unknown name
   */
  List<Path> select(List<String> names) {
    List<Path> all = endingIn(SUFFIX);
    List<String> known = all.stream().map(NotebookFiles::name).toList();
    List<String> unknown = names.stream().filter(n -> !known.contains(n)).toList();
    if (!unknown.isEmpty()) {
      List<String> told = new ArrayList<>();
      unknown.forEach(n -> told.add("'" + n + "'" + NearestName.hint(n, known)));
      throw new CityLakeException(
          Kind.USER, "There is no notebook " + String.join(", ", told) + " in " + folder);
    }
    return all.stream().filter(file -> names.isEmpty() || names.contains(name(file))).toList();
  }

  /** A file of the packages that they need. */
  Path requirements(String name) {
    return folder.resolve(name);
  }

  /** Copies notebooks and modules that are not there yet; gives the folder back. */
  Path copyMissing(Path into) {
    try {
      Files.createDirectories(into);
      for (Path file :
          Stream.concat(endingIn(SUFFIX).stream(), endingIn(".py").stream()).toList()) {
        Path copy = into.resolve(file.getFileName());
        if (!Files.exists(copy)) {
          Files.copy(file, copy);
        }
      }
      return into;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy the notebooks to " + into, e);
    }
  }

  private List<Path> endingIn(String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
