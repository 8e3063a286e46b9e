package org.citylake.ingestion.scaffold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a column seems to be.
 *
 * @param header as the agency writes it
 * @param name in the lakehouse
 * @param type Iceberg type
 * @param format of days and times that are not ISO 8601
 * @param required whether every row of the sample has a value
 * @param unique whether every row has another value
 * @param identifier the official identifier that it holds
 * @param codes its values, where there are few that repeat
 * @param personal what kind of personal data it seems to hold
 * @param unit of its numbers as the file names it, such as 万元
 * @param unitInCells whether some of its cells name it too
 * @param reasons how it was guessed, for people
 */
public record ColumnGuess(
    String header,
    String name,
    String type,
    Optional<String> format,
    boolean required,
    boolean unique,
    Optional<String> identifier,
    List<String> codes,
    Optional<PersonalKind> personal,
    Optional<String> unit,
    boolean unitInCells,
    List<String> reasons) {
  public ColumnGuess {
    codes = List.copyOf(codes);
    reasons = List.copyOf(reasons);
  }

  /** The same, taken for personal data. */
  ColumnGuess personal(PersonalKind kind) {
    List<String> more = new ArrayList<>(reasons);
    more.add(kind.reason());
    return new ColumnGuess(
        header,
        name,
        type,
        format,
        required,
        unique,
        identifier,
        codes,
        Optional.of(kind),
        unit,
        unitInCells,
        more);
  }
}
