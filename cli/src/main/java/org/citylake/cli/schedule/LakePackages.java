package org.citylake.cli.schedule;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.citylake.cli.export.ReleaseExport;
import org.citylake.cli.state.Lake;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleaseReader;
import org.citylake.metrics.export.suite.SignatureSuite;

/**
 * Packages of the home's releases. The catalog of a running command is used; without one it is
 * started for the time of one package.
 *
 * @param home the city's state
 * @param library the declarations
 * @param suite what packages are signed by
 */
public record LakePackages(Home home, DeclarationLibrary library, SignatureSuite suite)
    implements PackageSource {
  @Override
  public String newestRelease() {
    return with(
        live ->
            new ReleaseReader(live)
                .newest()
                .map(Release::releaseId)
                .orElseThrow(
                    () ->
                        new CityLakeException(
                            Kind.DATA,
                            "There is no release yet: run ./citylake demo or ./citylake run")));
  }

  @Override
  public Path write(ExportDeclaration export, String release) {
    return with(
        live -> {
          Optional<Release> found = new ReleaseReader(live).find(release);
          return new ReleaseExport(
                  home,
                  live,
                  library,
                  found.orElseThrow(
                      () ->
                          new CityLakeException(
                              Kind.DATA, "The release " + release + " is not there any more")),
                  suite)
              .write(export);
        });
  }

  private <T> T with(Function<LakeCatalog, T> work) {
    try (Lake lake = Lake.attachOrStart(home);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      return work.apply(live);
    }
  }
}
