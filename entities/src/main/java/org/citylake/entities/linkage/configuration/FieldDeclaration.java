package org.citylake.entities.linkage.configuration;

import java.util.List;
import org.citylake.entities.linkage.comparison.Level;

/**
 * A column that is compared.
 *
 * @param column its name
 * @param kind what it holds
 * @param levels its levels of agreement, equality first
 */
public record FieldDeclaration(String column, ColumnKind kind, List<Level> levels) {
  public FieldDeclaration {
    levels = List.copyOf(levels);
  }
}
