package org.citylake.dashboard.drill;

import java.util.List;
import java.util.stream.Stream;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.route.Route;

/** Everything that reads the lakehouse when it is asked. */
public final class DrillRoutes {
  private DrillRoutes() {}

  /** The routes, which share one bound on readings at the same time. */
  public static List<Route> of(ReleaseChoice releases, LakeReading lake, AccessJournal journal) {
    ReleasedRows rows = new ReleasedRows(lake);
    return Stream.of(
            new CaseRoutes(releases, rows, journal).routes(),
            new QualityRoutes(rows).routes(),
            new QuarantineRoutes(rows, journal).routes())
        .flatMap(List::stream)
        .toList();
  }
}
