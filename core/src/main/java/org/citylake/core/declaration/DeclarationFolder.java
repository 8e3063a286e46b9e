package org.citylake.core.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.json.ContentHash;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;
import org.citylake.core.yaml.YamlReader;

/**
 * One folder that holds a declaration; that of a system holds the others too.
 *
 * @param kind the declaration's kind
 * @param id the id that the place gives
 * @param root the root that it was found below, as the caller gave it
 * @param folder the folder, below the root as the caller gave it
 */
record DeclarationFolder(DeclarationKind kind, String id, Path root, Path folder) {

  static DeclarationFolder of(DeclarationKind kind, Path root, Path folder) {
    String name = folder.getFileName().toString();
    String id =
        switch (kind) {
          case TABLE -> above(folder) + "." + name;
          case EDITION -> above(folder) + "/" + name;
          default -> name;
        };
    return new DeclarationFolder(kind, id, root, folder);
  }

  /** A declaration that is one file, known by the file's name. */
  static DeclarationFolder ofFile(DeclarationKind kind, Path root, Path folder, String name) {
    return new DeclarationFolder(kind, name.replaceFirst("[.]yaml$", ""), root, folder);
  }

  /** The file that says what is declared. */
  String marker() {
    return kind.isFile() ? id + ".yaml" : kind.marker();
  }

  /** The name of the folder above. */
  String domain() {
    return above(folder);
  }

  private static String above(Path folder) {
    Path parent = folder.toAbsolutePath().getParent();
    return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
  }

  Path absolute() {
    return folder.toAbsolutePath().normalize();
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  boolean has(String name) {
    return Files.isRegularFile(file(name));
  }

  /** The path as a person would open it. */
  String shown(String name) {
    return file(name).normalize().toString().replace('\\', '/');
  }

  Optional<YamlFile> yaml(String name, Problems problems) {
    return YamlReader.read(file(name), shown(name), problems);
  }

  String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + shown(name), e);
    }
  }

  /** All files of the declaration but hidden ones, by path. */
  List<Path> files() {
    if (kind.isFile()) {
      return List.of(file(marker()));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> !f.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(this::relative))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  /** A file's path below the folder, with slashes. */
  String relative(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Folders below {@code tests/}, by name. */
  List<Path> tests() {
    if (!Files.isDirectory(file("tests"))) {
      return List.of();
    }
    try (Stream<Path> cases = Files.list(file("tests"))) {
      return cases.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + file("tests"), e);
    }
  }

  /** SHA-256 over path and hash of every file, tests left out, and a source's deliveries too. */
  String contentHash() {
    StringBuilder listing = new StringBuilder();
    for (Path file : files()) {
      String path = relative(file);
      boolean data = kind == DeclarationKind.SOURCE && path.startsWith("data/");
      if (!path.startsWith("tests/") && !data) {
        listing.append(path).append(' ').append(ContentHash.of(file)).append('\n');
      }
    }
    return ContentHash.of(listing.toString());
  }
}
