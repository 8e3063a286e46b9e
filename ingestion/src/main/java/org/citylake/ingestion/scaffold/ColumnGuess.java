package org.citylake.ingestion.scaffold;

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
    List<String> reasons) {
  public ColumnGuess {
    codes = List.copyOf(codes);
    reasons = List.copyOf(reasons);
  }
}
