package org.citylake.ingestion.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds what a shapefile's .prj says of its coordinates' system (well-known text as ESRI writes it)
 * against the contract's. Nothing is transformed.
 */
final class CoordinateSystemText {
  private static final Pattern SYSTEM = Pattern.compile("^\\s*(\\w+)\\s*\\[\\s*\"([^\"]*)\"");
  private static final Pattern DATUM = Pattern.compile("DATUM\\s*\\[\\s*\"([^\"]*)\"");
  private static final Pattern PRIME_MERIDIAN =
      Pattern.compile("PRIMEM\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*(-?[0-9.]+)");
  private static final Pattern UNIT =
      Pattern.compile("UNIT\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*([0-9.]+)");
  private static final double DEGREE = Math.PI / 180;
  private static final double CLOSE = 1e-9;

  /** Names of the datums without signs, as programs write them. */
  private static final Set<String> WGS_84 =
      Set.of("DWGS1984", "WGS1984", "WGS84", "WORLDGEODETICSYSTEM1984");

  private static final Set<String> CHINA_2000 =
      Set.of("DCHINA2000", "CHINA2000", "CGCS2000", "CHINAGEODETICCOORDINATESYSTEM2000");

  /** The shifted systems have no name of their own there: programs write WGS 84. */
  private static final Map<String, Set<String>> DATUMS =
      Map.of("EPSG:4326", WGS_84, "EPSG:4490", CHINA_2000, "GCJ-02", WGS_84, "BD-09", WGS_84);

  private CoordinateSystemText() {}

  /**
   * Requires the contract's system.
   *
   * @param crs as the contract's format has it
   * @param text of the .prj; empty when there is none, which a {@code local} system alone may lack
   * @throws org.citylake.core.CityLakeException of kind DATA when it is another
   */
  static void require(DeliveredFile file, String crs, Optional<String> text) {
    if (text.isEmpty()) {
      if (!crs.equals("local")) {
        throw RefusedFile.because(
            file,
            "the zip archive has no .prj, so that it cannot be told whether the coordinates are"
                + " of "
                + crs
                + ": pack all files of the shapefile");
      }
      return;
    }
    Matcher system = SYSTEM.matcher(text.get());
    if (!system.find()) {
      throw RefusedFile.because(
          file, "its .prj is no coordinate system in well-known text: write the shapefile anew");
    }
    boolean geographic = system.group(1).toUpperCase(Locale.ROOT).startsWith("GEOG");
    boolean agreed = crs.equals("local") ? !geographic : geographic && degreesOf(crs, text.get());
    if (!agreed) {
      throw RefusedFile.because(
          file,
          "its .prj says that the coordinates are of "
              + system.group(2)
              + " ("
              + system.group(1)
              + ", datum "
              + name(text.get())
              + ") where the contract's crs is "
              + crs
              + ": transform them into that system, or correct the contract");
    }
  }

  /** Whether it has that system's datum, degrees, and Greenwich as its meridian. */
  private static boolean degreesOf(String crs, String text) {
    String datum = name(text).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return DATUMS.getOrDefault(crs, Set.of()).contains(datum)
        && number(PRIME_MERIDIAN, text, 0) == 0
        && Math.abs(number(UNIT, text, DEGREE) - DEGREE) < CLOSE;
  }

  private static String name(String text) {
    Matcher datum = DATUM.matcher(text);
    return datum.find() ? datum.group(1) : "none";
  }

  private static double number(Pattern pattern, String text, double missing) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : missing;
  }
}
