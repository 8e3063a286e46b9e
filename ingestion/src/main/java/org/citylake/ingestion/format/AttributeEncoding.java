package org.citylake.ingestion.format;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the texts of a shapefile's attributes are encoded: as its .cpg says, else as agreed. */
final class AttributeEncoding {
  private static final Set<String> UTF_8 = Set.of("UTF8", "65001");
  private static final Set<String> GBK =
      Set.of("GBK", "GB2312", "EUCCN", "936", "CP936", "MS936", "ANSI936", "OEM936");
  private static final Set<String> GB18030 = Set.of("GB18030", "54936", "CP54936");

  private AttributeEncoding() {}

  /**
   * The encoding, by the name that contracts have for it.
   *
   * @param agreed as the contract's format has it
   * @param told what the .cpg says; empty when there is none
   * @throws org.citylake.core.CityLakeException of kind DATA when it names another one
   */
  static String of(DeliveredFile file, String agreed, Optional<String> told) {
    if (told.isEmpty() || told.get().isEmpty()) {
      return agreed;
    }
    String name = told.get().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    if (UTF_8.contains(name)) {
      return "UTF-8";
    }
    if (GBK.contains(name)) {
      return "GBK";
    }
    if (GB18030.contains(name)) {
      return agreed.startsWith("GB18030") ? agreed : "GB18030-2022";
    }
    throw RefusedFile.because(
        file,
        "its .cpg names the encoding '"
            + told.get()
            + "', which is not read: write the shapefile in UTF-8 or GBK");
  }
}
