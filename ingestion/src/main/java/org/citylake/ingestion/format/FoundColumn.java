package org.citylake.ingestion.format;

/**
 * A column that a file was found to have.
 *
 * @param name as the file has it; names of what it lies in before it, joined by a slash
 * @param type Iceberg type that the file itself declares; empty where it declares none, or any text
 */
public record FoundColumn(String name, String type) {
  /** A column whose values are texts. */
  static FoundColumn text(String name) {
    return new FoundColumn(name, "");
  }
}
