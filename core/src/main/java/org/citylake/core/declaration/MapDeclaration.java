package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A map of an area's parts, as outlines, as tiles or as both.
 *
 * @param id the folder's name
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param area GB/T 2260 code of the area that it shows
 * @param outlines GeoJSON whose features are known by the code of their part; empty for none
 * @param tiles JSON object of each part's code to its {@code [column, row]}, from 0
 * @param origin where the outlines come from; empty when nobody knows
 * @param licence of the outlines
 * @param approvalNumber number of the map's approval (审图号); empty when it has none
 * @param schematic whether the outlines are no statement about borders
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record MapDeclaration(
    String id,
    String nameZh,
    String nameEn,
    String area,
    Optional<Path> outlines,
    Path tiles,
    String origin,
    String licence,
    Optional<String> approvalNumber,
    boolean schematic,
    Path folder,
    String contentHash) {

  /**
   * Whether the map may leave the house. Outlines may with an approval number only, also schematic
   * ones; tiles are no map in the sense of the Map Management Regulation (地图管理条例).
   */
  public boolean mayBePublished() {
    return outlines.isEmpty() || approvalNumber.isPresent();
  }
}
