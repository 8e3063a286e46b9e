package org.citylake.dashboard.drill;

import java.util.List;
import java.util.stream.Stream;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Route;

/** Everything that reads the lakehouse when it is asked. */
public final class DrillRoutes {
  private final CaseRoutes cases;
  private final QualityRoutes quality;
  private final QuarantineRoutes quarantine;

  /** Routes that share one bound on readings at the same time. */
  public DrillRoutes(
      ReleaseChoice releases, LakeReading lake, AccessJournal journal, DeclarationLibrary library) {
    ReleasedRows rows = new ReleasedRows(releases, lake);
    this.cases = new CaseRoutes(releases, rows, journal);
    this.quality = new QualityRoutes(rows);
    this.quarantine = new QuarantineRoutes(rows, journal, library);
  }

  /** The routes. */
  public List<Route> routes() {
    return Stream.of(cases.routes(), quality.routes(), quarantine.routes())
        .flatMap(List::stream)
        .toList();
  }

  /** The area of a case of the newest release that the caller may see; else a problem. */
  public String areaOfCase(Call call, String id) {
    return cases.area(call, id);
  }
}
