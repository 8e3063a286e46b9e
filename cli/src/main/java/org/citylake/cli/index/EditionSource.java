package org.citylake.cli.index;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionFolder;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.problem.NearestName;
import org.citylake.metrics.index.CompiledEdition;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.PanelCsvReader;
import org.citylake.metrics.index.panel.PanelVariables;

/**
 * An edition that a command names: a folder with an index.yaml, or the id of a declared one.
 *
 * @param compiled the edition with its methods
 * @param directions which way is better by the declared indicators, where there are any
 */
record EditionSource(CompiledEdition compiled, Map<String, Direction> directions) {
  EditionSource {
    directions = Map.copyOf(directions);
  }

  /**
   * Finds the edition.
   *
   * @throws CityLakeException of kind USER when there is none, of kind DATA when it is not right
   */
  static EditionSource find(Settings settings, String name) {
    Path folder = Path.of(name);
    if (Files.isRegularFile(folder) && folder.endsWith("index.yaml")) {
      folder = Optional.ofNullable(folder.getParent()).orElse(Path.of("."));
    }
    if (Files.isRegularFile(folder.resolve("index.yaml"))) {
      return new EditionSource(IndexEngine.compile(EditionFolder.load(folder)), Map.of());
    }
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    List<String> known = library.editions().stream().map(EditionDeclaration::id).toList();
    EditionDeclaration edition =
        library.editions().stream()
            .filter(e -> e.id().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER,
                        "Cannot find the edition '"
                            + name
                            + "': it is no folder with an index.yaml, and declared are "
                            + known
                            + NearestName.hint(name, known)));
    Map<String, Direction> directions = new HashMap<>();
    for (IndicatorDeclaration indicator : library.indicators()) {
      directions.put(indicator.code(), indicator.direction());
    }
    return new EditionSource(IndexEngine.compile(edition), directions);
  }

  /** Reads a panel file of this edition. */
  PanelCsvReader.PanelFile panel(Path file) {
    PanelCsvReader.PanelFile read =
        PanelCsvReader.read(
            file,
            new PanelVariables(
                compiled.variables(), compiled.edition().groupColumns(), true));
    Map<String, Direction> all = new HashMap<>(directions);
    all.keySet().retainAll(compiled.variables());
    all.putAll(read.panel().directions());
    Panel panel = read.panel();
    return new PanelCsvReader.PanelFile(
        new Panel(
            panel.rows(),
            panel.columns(),
            panel.targets(),
            all,
            panel.groups(),
            panel.evidence()),
        read.unused());
  }
}
