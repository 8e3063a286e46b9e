package org.citylake.metrics.export;

import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.ExportDeclaration;

/**
 * What a package holds, whatever the format.
 *
 * @param export the declaration
 * @param facts what it rests on
 * @param reference what the figures are called and by which rules they were computed
 * @param tables the declared tables, in their order
 */
public record ExportContents(
    ExportDeclaration export,
    ExportFacts facts,
    ExportReference reference,
    List<ExportTable> tables) {
  public ExportContents {
    tables = List.copyOf(tables);
  }

  /** The table of that name, when the export has it. */
  public Optional<ExportTable> findTable(String name) {
    return tables.stream().filter(t -> t.name().equals(name)).findFirst();
  }
}
