package org.citylake.entities.credit;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  /**
   * The item that a row of city.credit_record tells of.
   *
   * @param key identifies the record among all
   * @param columns the row's value of a column, null where it has none
   */
  public static CreditItem of(String key, Function<String, @Nullable Object> columns) {
    return new CreditItem(
        key,
        String.valueOf(columns.apply("item")),
        String.valueOf(columns.apply("kind")),
        Optional.ofNullable((String) columns.apply("document_number")),
        (LocalDate) Objects.requireNonNull(columns.apply("valid_from")),
        Optional.ofNullable((LocalDate) columns.apply("valid_to")),
        Optional.ofNullable((LocalDate) columns.apply("repaired_on")));
  }

  /** What tells it from others for counting: its document, else itself. */
  String counted() {
    return documentNumber.map(d -> "document " + d).orElse("record " + key);
  }
}
