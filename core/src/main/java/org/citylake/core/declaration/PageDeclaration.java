package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.value.OrderedMap;

/**
 * A page of the dashboard.
 *
 * @param name the folder's name, its address on the site
 * @param titleZh Chinese title
 * @param titleEn English title
 * @param groupZh Chinese name of the menu's group that it stands in; empty for none
 * @param groupEn English name of that group; empty for none
 * @param order place in the menu
 * @param tiles what it shows, in order
 * @param report when its dashboard in Superset is mailed; empty for never
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record PageDeclaration(
    String name,
    String titleZh,
    String titleEn,
    String groupZh,
    String groupEn,
    int order,
    List<Tile> tiles,
    Optional<Report> report,
    Path folder,
    String contentHash) {
  public PageDeclaration {
    tiles = List.copyOf(tiles);
  }

  /**
   * When a page's dashboard in Superset is mailed, and to whom.
   *
   * @param cron five fields as in crontab
   * @param zone name of the zone that the expression's days and hours are of
   * @param recipients addresses, one at least
   */
  public record Report(String cron, String zone, List<String> recipients) {
    public Report {
      recipients = List.copyOf(recipients);
    }
  }

  /**
   * One tile.
   *
   * @param type what it is, one of the types of the schema
   * @param titleZh Chinese title
   * @param titleEn English title
   * @param sectionZh Chinese heading that begins before it; empty where none does
   * @param sectionEn English heading, likewise
   * @param width quarter, third, half, two-thirds or full; empty for the type's own
   * @param parameters the tile's own parameters, such as the indicator's code
   */
  public record Tile(
      String type,
      String titleZh,
      String titleEn,
      String sectionZh,
      String sectionEn,
      String width,
      Map<String, Object> parameters) {
    public Tile {
      parameters = OrderedMap.copyOf(parameters);
    }
  }
}
