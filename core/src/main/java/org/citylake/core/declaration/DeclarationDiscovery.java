package org.citylake.core.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citylake.core.problem.Problem;
import org.citylake.core.problem.Problems;

/** Finds the declarations below the roots, see docs/adr/0012. */
final class DeclarationDiscovery {
  private static final Set<String> NOT_SEARCHED = Set.of("target", "src", "node_modules");

  /** Files that stand beside a marker; without it they would silently do nothing. */
  private static final Map<String, String> COMPANIONS =
      Map.of(
          "mapping.yaml", "contract.odcs.yaml",
          "origin.yaml", "contract.odcs.yaml",
          "stream.yaml", "contract.odcs.yaml",
          "query.sql", "contract.odcs.yaml",
          "checks.sql", "contract.odcs.yaml",
          "merge.yaml", "contract.odcs.yaml",
          "indicator.sql", "indicator.yaml",
          "codes.csv", "codelist.yaml");

  private final Problems problems;
  private final Map<String, DeclarationFolder> found = new TreeMap<>();
  private final List<String> overridden = new ArrayList<>();

  private DeclarationDiscovery(Problems problems) {
    this.problems = problems;
  }

  /** What was found: one folder per kind and id, and what is replaced. */
  record Found(List<DeclarationFolder> folders, List<String> overridden) {}

  /** Searches the roots in order; a folder of a later root replaces one of an earlier root. */
  static Found find(List<Path> roots, Problems problems) {
    DeclarationDiscovery discovery = new DeclarationDiscovery(problems);
    roots.forEach(discovery::root);
    List<String> overridden = discovery.overridden.stream().distinct().sorted().toList();
    return new Found(List.copyOf(discovery.found.values()), overridden);
  }

  private void root(Path root) {
    if (!Files.isDirectory(root)) {
      problems.add(root.toString(), 0, "missing-folder", "", "There is no such folder");
      return;
    }
    Map<String, DeclarationFolder> here = new TreeMap<>();
    search(root, root, here);
    here.forEach(
        (key, folder) -> {
          if (found.put(key, folder) != null) {
            overridden.add(key);
          }
        });
  }

  private void search(Path root, Path folder, Map<String, DeclarationFolder> here) {
    Optional<String> marker =
        Stream.of(DeclarationKind.values())
            .filter(k -> !k.isFile())
            .map(DeclarationKind::marker)
            .filter(m -> Files.isRegularFile(folder.resolve(m)))
            .findFirst();
    if (marker.isPresent()) {
      add(root, folder, marker.get(), here);
      return;
    }
    companions(root, folder);
    files(root, folder, here);
    for (Path child : children(folder, Files::isDirectory)) {
      String name = child.getFileName().toString();
      if (!name.startsWith(".") && !NOT_SEARCHED.contains(name)) {
        search(root, child, here);
      }
    }
  }

  /** Declarations that are files of a section's folder. */
  private static void files(Path root, Path folder, Map<String, DeclarationFolder> here) {
    String section = root.relativize(folder).getFileName().toString();
    for (DeclarationKind kind : DeclarationKind.values()) {
      if (kind.isFile() && kind.section().equals(section)) {
        for (Path file : children(folder, f -> f.getFileName().toString().endsWith(".yaml"))) {
          DeclarationFolder declaration =
              DeclarationFolder.ofFile(kind, root, folder, file.getFileName().toString());
          here.put(key(declaration), declaration);
        }
      }
    }
  }

  private void companions(Path root, Path folder) {
    new TreeMap<>(COMPANIONS)
        .forEach(
            (companion, marker) -> {
              boolean alone = Files.isRegularFile(folder.resolve(companion));
              if (alone && kind(root.relativize(folder), marker).isPresent()) {
                problems.add(
                    shown(folder.resolve(companion)),
                    0,
                    "marker-missing",
                    companion,
                    "The folder has no " + marker + ", so it declares nothing; add it");
              }
            });
  }

  private void add(Path root, Path folder, String marker, Map<String, DeclarationFolder> here) {
    Optional<DeclarationKind> kind = kind(root.relativize(folder), marker);
    if (kind.isEmpty()) {
      String sections =
          Stream.of(DeclarationKind.values())
              .filter(k -> k.marker().equals(marker))
              .map(k -> "'" + k.section() + "'")
              .collect(Collectors.joining(" or "));
      problems.add(
          shown(folder.resolve(marker)),
          0,
          "misplaced",
          marker,
          "The folder does not stand below one that is named " + sections);
      return;
    }
    DeclarationFolder declaration = DeclarationFolder.of(kind.get(), root, folder);
    String key = key(declaration);
    DeclarationFolder first = here.putIfAbsent(key, declaration);
    if (first != null) {
      problems.add(
          new Problem(
              declaration.shown(marker),
              0,
              "duplicate-id",
              declaration.id(),
              "Declared in " + first.shown(marker) + " already; rename one of the folders"));
    }
  }

  /** Of the kinds with that marker the one whose section stands nearest above. */
  private static Optional<DeclarationKind> kind(Path relative, String marker) {
    for (int i = relative.getNameCount() - 2; i >= 0; i--) {
      String name = relative.getName(i).toString();
      for (DeclarationKind kind : DeclarationKind.values()) {
        if (kind.marker().equals(marker) && kind.section().equals(name)) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }

  static String key(DeclarationFolder folder) {
    return folder.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + folder.id();
  }

  private static String shown(Path file) {
    return file.normalize().toString().replace('\\', '/');
  }

  private static List<Path> children(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(wanted)
          .sorted(Comparator.comparing(p -> p.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }
}
