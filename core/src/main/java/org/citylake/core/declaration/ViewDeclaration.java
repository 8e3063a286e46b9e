package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.List;

/**
 * A view: a question over tables of a release that groups of users find answered in SQL, under
 * {@code views.ID}. Whoever asks sees through it what he sees of the tables and nothing else.
 *
 * @param id the folder's name
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param description what one row is, starting "Each row is ..."
 * @param columns in the order of the query
 * @param query Trino SQL
 * @param inputs tables, other views ({@code views.ID}), code lists ({@code codelist.ID}) and {@link
 *     #INDICATORS} that the query reads
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record ViewDeclaration(
    String id,
    String nameZh,
    String nameEn,
    String description,
    List<Column> columns,
    String query,
    List<String> inputs,
    Path folder,
    String contentHash) {
  /** The namespace of all views. */
  public static final String NAMESPACE = "views";

  /** What stands before a view's id where SQL reads it. */
  public static final String PREFIX = NAMESPACE + ".";

  /** The declared indicators as a relation that views read. */
  public static final String INDICATORS = "declared.indicator";

  public ViewDeclaration {
    columns = List.copyOf(columns);
    inputs = List.copyOf(inputs);
  }

  /**
   * A column.
   *
   * @param name lower_snake
   * @param type Iceberg type as written in its spec, such as {@code decimal(38,10)}
   * @param description meaning, with unit where there is one
   */
  public record Column(String name, String type, String description) {}

  /** {@code views.ID}. */
  public String fullName() {
    return PREFIX + id;
  }

  /** The tables that the query reads itself. */
  public List<String> tablesRead() {
    return inputs.stream()
        .filter(
            name ->
                !name.startsWith(PREFIX)
                    && !name.startsWith(TableDeclaration.CODELIST)
                    && !name.equals(INDICATORS))
        .toList();
  }

  /** Ids of the views that the query reads. */
  public List<String> viewsRead() {
    return inputs.stream()
        .filter(name -> name.startsWith(PREFIX))
        .map(name -> name.substring(PREFIX.length()))
        .toList();
  }
}
