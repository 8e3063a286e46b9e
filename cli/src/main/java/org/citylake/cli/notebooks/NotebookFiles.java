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
   * The notebooks of these names or files; all shipped ones, by their numbers, without a name.
   *
   * @throws CityLakeException of kind USER that tells every one that is not there
   */
  List<Path> select(List<String> names) {
    List<Path> all = endingIn(SUFFIX);
    if (names.isEmpty()) {
      return all;
    }
    List<Path> chosen = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      boolean ofUser = name.endsWith(SUFFIX);
      Path file = ofUser ? Path.of(name).toAbsolutePath() : folder.resolve(name + SUFFIX);
      if (ofUser ? Files.isRegularFile(file) : all.contains(file)) {
        chosen.add(file);
      } else {
        unknown.add(
            "'" + name + "'" + NearestName.hint(name, all.stream().map(this::name).toList()));
      }
    }
    if (!unknown.isEmpty()) {
      throw new CityLakeException(
          Kind.USER, "There is no notebook " + String.join(", ", unknown) + " in " + folder);
    }
    return chosen;
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

  private String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
