package org.citylake.lakehouse.catalog;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.RESTException;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;

/** Finds tables that a moved home has left behind: Iceberg's locations are absolute. */
public final class MovedHome {
  private MovedHome() {}

  /**
   * A table whose files are not in the home's warehouse.
   *
   * @param table full name
   * @param reason the location outside, or why the table cannot be read
   */
  public record Stray(String table, String reason) {}

  /** Tables outside the home's warehouse, ordered by name; empty when all is well. */
  public static List<Stray> check(Home home, LakeCatalog catalog) {
    List<Stray> strays = new ArrayList<>();
    for (String name : catalog.tableNames()) {
      try {
        Table table = catalog.load(name);
        if (!isBelow(home.warehouse(), table.location())) {
          strays.add(new Stray(name, "its files are at " + table.location()));
        }
      } catch (RESTException | NotFoundException | CityLakeException e) {
        strays.add(new Stray(name, "it cannot be read: " + e.getMessage()));
      }
    }
    return List.copyOf(strays);
  }

  private static boolean isBelow(Path warehouse, String location) {
    URI uri = URI.create(location);
    if (uri.getScheme() != null && !"file".equals(uri.getScheme())) {
      // Object storage does not move with the home.
      return true;
    }
    return Path.of(uri.getPath()).normalize().startsWith(warehouse);
  }
}
