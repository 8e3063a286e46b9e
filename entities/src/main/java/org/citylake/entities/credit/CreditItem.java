package org.citylake.entities.credit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One item of public credit of a legal entity.
 *
 * @param key identifies the record among all
 * @param item id by which models know it
 * @param kind what like records share, such as the kind of the offence
 * @param documentNumber of the decision; in one group it counts once, among items of which each
 *     record counts
 * @param validFrom first day on which it counts
 * @param validTo first day on which it counts no more; empty when nothing was said
 * @param repairedOn day of repair, on which it counts no more
 */
public record CreditItem(
    String key,
    String item,
    String kind,
    Optional<String> documentNumber,
    LocalDate validFrom,
    Optional<LocalDate> validTo,
    Optional<LocalDate> repairedOn) {

  /** What tells it from others for counting: its document, else itself. */
  String counted() {
    return documentNumber.map(d -> "document " + d).orElse("record " + key);
  }
}
