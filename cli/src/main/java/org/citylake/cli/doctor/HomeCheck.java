package org.citylake.cli.doctor;

import java.nio.file.Files;
import org.citylake.cli.state.Lake;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.catalog.LakeCatalog;

/** Whether a home stands where it was made: tables keep absolute addresses. */
final class HomeCheck {
  private HomeCheck() {}

  static Finding place(Home home) {
    if (!Files.exists(home.catalogDatabase())) {
      return Finding.ok("home", home.root() + " is not made yet");
    }
    try (Lake lake = Lake.attachOrStart(home);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      String expected = home.warehouse().toUri().toString().replaceAll("/+$", "");
      for (String name : live.tableNames()) {
        // A moved home: the catalog still points to metadata files at the old place.
        String location = live.load(name).location();
        if (!location.startsWith(expected)) {
          return moved(home, location);
        }
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
