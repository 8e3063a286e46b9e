package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.citylake.core.CityLakeException;
import org.citylake.core.problem.Problem;
import org.citylake.core.problem.Problems;

/** Reads all declarations below some roots and checks them, each by itself and together. */
public final class DeclarationReader {
  private final List<DeclarationFolder> folders;
  private final Problems problems;

  private DeclarationReader(List<DeclarationFolder> folders, Problems problems) {
    this.folders = folders;
    this.problems = problems;
  }

  /**
   * Reads the declarations.
   *
   * @param roots the folders to search, shipped first; folders of later roots replace those of
   *     earlier ones
   */
  public static ReadResult read(List<Path> roots) {
    Problems problems = new Problems();
    DeclarationDiscovery.Found found = DeclarationDiscovery.find(roots, problems);
    DeclarationReader reader = new DeclarationReader(found.folders(), problems);
    DeclarationLibrary library = reader.library(roots, found.overridden());
    List<Problem> ordered =
        problems.all().stream()
            .distinct()
            .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
            .toList();
    return new ReadResult(library, ordered);
  }

  /**
   * Reads declarations that must be right.
   *
   * @throws CityLakeException of kind DATA that lists every problem
   */
  public static DeclarationLibrary load(List<Path> roots) {
    ReadResult result = read(roots);
    Problems problems = new Problems();
    result.problems().forEach(problems::add);
    problems.throwIfAny("Cannot use the declarations");
    return result.library();
  }

  private DeclarationLibrary library(List<Path> roots, List<String> overridden) {
    Declarations all =
        new Declarations(
            folders,
            all(DeclarationKind.SOURCE, SourceFolder::read),
            all(DeclarationKind.TABLE, TableFolder::read),
            all(DeclarationKind.INDICATOR, IndicatorFolder::read),
            all(DeclarationKind.EDITION, EditionFolder::read),
            all(DeclarationKind.EXPORT, ExportFolder::read),
            all(DeclarationKind.PAGE, PageFolder::read),
            all(DeclarationKind.MAP, MapFolder::read),
            all(DeclarationKind.GROUP, GroupFolder::read),
            all(DeclarationKind.CODELIST, CodelistFolder::read),
            all(DeclarationKind.SYSTEM, SystemFile::read),
            all(DeclarationKind.WARNING, WarningFolder::read),
            all(DeclarationKind.VIEW, ViewFolder::read),
            all(DeclarationKind.ALERT, AlertFolder::read),
            all(DeclarationKind.CREDIT_MODEL, CreditModelFolder::read));
    all.check(problems);
    return new DeclarationLibrary(
        roots.stream().map(r -> r.toAbsolutePath().normalize()).toList(),
        plain(all.sources()),
        plain(all.tables()),
        plain(all.indicators()),
        plain(all.editions()),
        plain(all.exports()),
        plain(all.pages()),
        plain(all.maps()),
        plain(all.groups()),
        plain(all.codelists()),
        plain(all.systems()),
        plain(all.warnings()),
        plain(all.views()),
        plain(all.alerts()),
        plain(all.creditModels()),
        overridden);
  }

  private <T> List<Loaded<T>> all(
      DeclarationKind kind, BiFunction<DeclarationFolder, Problems, Optional<Loaded<T>>> reader) {
    // Every command reads them all before it does anything, and no folder's reading needs another.
    List<Read<T>> read =
        folders.parallelStream()
            .filter(folder -> folder.kind() == kind)
            .map(folder -> Read.of(folder, reader))
            .toList();
    List<Loaded<T>> all = new ArrayList<>();
    for (Read<T> one : read) {
      one.problems().all().forEach(problems::add);
      one.loaded().ifPresent(all::add);
    }
    return all;
  }

  /** What one folder gave. */
  private record Read<T>(Optional<Loaded<T>> loaded, Problems problems) {
    static <T> Read<T> of(
        DeclarationFolder folder,
        BiFunction<DeclarationFolder, Problems, Optional<Loaded<T>>> reader) {
      Problems problems = new Problems();
      return new Read<>(reader.apply(folder, problems), problems);
    }
  }

  private static <T> List<T> plain(List<Loaded<T>> loaded) {
    return loaded.stream().map(Loaded::declaration).toList();
  }
}
