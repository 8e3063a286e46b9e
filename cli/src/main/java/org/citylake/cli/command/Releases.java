package org.citylake.cli.command;

import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleaseReader;
import org.jspecify.annotations.Nullable;

/** Finds the release that a user names. */
final class Releases {
  private Releases() {}

  /**
   * The release of that id, or the newest without one.
   *
   * @throws CityLakeException of kind USER when there is none
   */
  static Release load(ReleaseReader reader, @Nullable String id) {
    Optional<Release> found = id == null ? reader.newest() : reader.find(id);
    return found.orElseThrow(
        () ->
            new CityLakeException(
                Kind.USER,
                id == null
                    ? "There is no release yet: run ./citylake demo or ./citylake run"
                    : "Cannot find the release '"
                        + id
                        + "'"
                        + NearestName.hint(
                            id, reader.all().stream().map(Release::releaseId).toList())
                        + "; there are "
                        + reader.all().stream().map(Release::releaseId).toList()));
  }
}
