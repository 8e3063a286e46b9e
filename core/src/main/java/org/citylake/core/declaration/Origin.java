package org.citylake.core.declaration;

import java.time.LocalDate;
import java.util.List;

/**
 * Where published data come from.
 *
 * @param producer who made them
 * @param title their title
 * @param citation how they ask to be cited
 * @param licenceName such as {@code CC BY 4.0}
 * @param licenceAddress the licence's text, empty for plain facts
 * @param address where they are published
 * @param accessed day of download
 * @param notes what a user has to know, such as assumptions
 * @param deliveries the files that are shipped with the source
 */
public record Origin(
    String producer,
    String title,
    String citation,
    String licenceName,
    String licenceAddress,
    String address,
    LocalDate accessed,
    List<String> notes,
    List<ShippedDelivery> deliveries) {
  public Origin {
    notes = List.copyOf(notes);
    deliveries = List.copyOf(deliveries);
  }

  /**
   * A file that is shipped with the source.
   *
   * @param file path below the source's folder, such as {@code data/census.csv}
   * @param sha256 its SHA-256
   * @param snapshotDate the day whose state the file tells
   */
  public record ShippedDelivery(String file, String sha256, LocalDate snapshotDate) {}
}
