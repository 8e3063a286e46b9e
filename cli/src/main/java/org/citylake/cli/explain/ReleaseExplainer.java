package org.citylake.cli.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.DeclarationStore;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleaseReader;

/**
 * One release opened for explanation: its tables at their snapshots, and the declarations that it
 * was made with, not those of today.
 */
final class ReleaseExplainer implements AutoCloseable {
  private final Lake lake;
  private final LakeCatalog catalog;
  private final Path declarations;
  private final FigureExplainer figures;

  private ReleaseExplainer(
      Lake lake, LakeCatalog catalog, Path declarations, FigureExplainer figures) {
    this.lake = lake;
    this.catalog = catalog;
    this.declarations = declarations;
    this.figures = figures;
  }

  /**
   * Opens a release.
   *
   * @param releaseId the newest when empty
   * @throws CityLakeException of kind USER when there is no such release
   */
  static ReleaseExplainer open(Settings settings, Optional<String> releaseId) throws IOException {
    Lake lake = Lake.attachOrStart(settings.home());
    try {
      LakeCatalog catalog = lake.connect("live");
      ReleaseReader releases = new ReleaseReader(catalog);
      Release release =
          (releaseId.isPresent() ? releases.find(releaseId.get()) : releases.newest())
              .orElseThrow(
                  () ->
                      new CityLakeException(
                          Kind.USER,
                          releaseId
                                  .map(id -> "Cannot find release " + id)
                                  .orElse("There is no release")
                              + " in "
                              + settings.home().root()
                              + ": ./citylake status lists the releases, ./citylake demo --once makes one"));
      Path folder = Files.createTempDirectory(settings.home().run(), "explain");
      new DeclarationStore(catalog).load(release.declarationsHash()).writeTo(folder);
      DeclarationLibrary library = DeclarationReader.read(List.of(folder)).library();
      EvidenceWalk walk =
          new EvidenceWalk(catalog, release, library, new DeliveredLine(settings.home()));
      return new ReleaseExplainer(
          lake, catalog, folder, new FigureExplainer(release, library, walk));
    } catch (RuntimeException | IOException e) {
      lake.close();
      throw e;
    }
  }

  /** What explains the release's figures. */
  FigureExplainer figures() {
    return figures;
  }

  @Override
  public void close() {
    catalog.close();
    lake.close();
    try (Stream<Path> files = Files.walk(declarations)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + declarations, e);
    }
  }
}
