package org.citylake.cli.explain;

import java.io.IOException;
import java.util.Optional;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Settings;
import org.citylake.cli.state.StoredDeclarations;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleaseReader;

/**
 * One release opened for explanation: its tables at their snapshots, and the declarations that it
 * was made with, not those of today.
 */
public final class ReleaseExplainer implements AutoCloseable {
  private final Lake lake;
  private final LakeCatalog catalog;
  private final StoredDeclarations declarations;
  private final EvidenceWalk walk;
  private final FigureExplainer figures;

  private ReleaseExplainer(
      Lake lake,
      LakeCatalog catalog,
      StoredDeclarations declarations,
      EvidenceWalk walk,
      FigureExplainer figures) {
    this.lake = lake;
    this.catalog = catalog;
    this.declarations = declarations;
    this.walk = walk;
    this.figures = figures;
  }

  /**
   * Opens a release.
   *
   * @param releaseId the newest when empty
   * @throws CityLakeException of kind USER when there is no such release
   */
  public static ReleaseExplainer open(Settings settings, Optional<String> releaseId)
      throws IOException {
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
      StoredDeclarations declarations = StoredDeclarations.open(settings.home(), catalog, release);
      DeclarationLibrary library = declarations.library();
      EvidenceWalk walk =
          new EvidenceWalk(catalog, release, library, new DeliveredLine(settings.home()));
      return new ReleaseExplainer(
          lake, catalog, declarations, walk, new FigureExplainer(release, library, walk));
    } catch (RuntimeException | IOException e) {
      lake.close();
      throw e;
    }
  }

  /** The release's tables. */
  public EvidenceWalk walk() {
    return walk;
  }

  /** The declarations that the release was made with. */
  public DeclarationLibrary library() {
    return declarations.library();
  }

  /** What explains the release's figures. */
  FigureExplainer figures() {
    return figures;
  }

  @Override
  public void close() {
    catalog.close();
    lake.close();
    declarations.close();
  }
}
