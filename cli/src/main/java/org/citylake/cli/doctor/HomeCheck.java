package org.citylake.cli.doctor;

import java.nio.file.Files;
import java.util.List;
import org.citylake.cli.state.Lake;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.catalog.MovedHome;

/** Whether a home stands where it was made: tables keep absolute addresses. */
final class HomeCheck {
  private HomeCheck() {}

  static Finding place(Home home) {
    if (!Files.exists(home.catalogDatabase())) {
      return Finding.ok("home", home.root() + " is not made yet");
    }
    try (Lake lake = Lake.attachOrStart(home);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      List<MovedHome.Stray> strays = MovedHome.check(home, live);
      if (!strays.isEmpty()) {
        return moved(home, strays.get(0).table() + ": " + strays.get(0).reason());
      }
      return Finding.ok("home", home.root() + " has " + live.tableNames().size() + " tables");
    } catch (RuntimeException e) {
      return moved(home, String.valueOf(e.getMessage()));
    }
  }

  private static Finding moved(Home home, String detail) {
    return Finding.error(
        "home",
        "the tables of "
            + home.root()
            + " cannot be read where they are ("
            + detail
            + "); if the folder was moved, move it back to the place it was made at");
  }
}
