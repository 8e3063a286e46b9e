package org.citylake.entities.standard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;

/**
 * One row of a standard's code list, column to text.
 *
 * @param codelist id of the list, for messages
 * @param cells the row
 */
public record StandardRow(String codelist, Map<String, String> cells) {
  public StandardRow {
    cells = Map.copyOf(cells);
  }

  /** Every row of a list, read. */
  public static <T> List<T> read(Codelist codelist, Function<StandardRow, T> reading) {
    return codelist.rows().stream()
        .map(row -> reading.apply(new StandardRow(codelist.id(), row)))
        .toList();
  }

  /**
   * The text of a cell that must not be empty.
   *
   * @throws CityLakeException of kind DATA when it is
   */
  public String text(String column) {
    return find(column)
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.DATA,
                    "Cannot read the code list "
                        + codelist
                        + ", row "
                        + cells
                        + ": "
                        + column
                        + " is empty"));
  }

  /** The text of a cell; empty when the cell is. */
  public Optional<String> find(String column) {
    return Optional.ofNullable(cells.get(column)).map(String::strip).filter(t -> !t.isEmpty());
  }

  /** The number of a cell that must not be empty. */
  public BigDecimal decimal(String column) {
    String text = text(column);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot read the code list " + codelist + ": " + column + " is no number: " + text,
          e);
    }
  }

  /** The whole number of a cell that must not be empty. */
  public int integer(String column) {
    return decimal(column).intValueExact();
  }

  /** The columns {@code valid_from} and {@code valid_to}; an empty valid_to is still in force. */
  public Validity validity() {
    return new Validity(
        LocalDate.parse(text("valid_from")),
        find("valid_to").<LocalDate>map(LocalDate::parse).orElse(null));
  }
}
