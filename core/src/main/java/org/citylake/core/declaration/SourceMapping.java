package org.citylake.core.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.value.OrderedMap;

/**
 * How a source's rows become rows of a city table.
 *
 * @param to the table, {@code namespace.table}
 * @param columns target column to where its value comes from
 * @param variables for unpivoted sources: variable name to further constants, {@code column ->
 *     text}
 */
public record SourceMapping(
    String to, Map<String, Assignment> columns, Map<String, Map<String, String>> variables) {
  public SourceMapping {
    columns = OrderedMap.copyOf(columns);
    variables = OrderedMap.copyOf(variables);
  }

  /**
   * Where one target column's value comes from: a constant, or source columns through a transform.
   *
   * @param from source property names, in the transform's order; empty for a constant
   * @param constant the value as text; empty when from columns
   * @param transform named transform: identity, codelist, range-low, range-high, period,
   *     period-start, period-end, hour-beginning, local-date, obs-status, codelist-pattern, concat
   * @param codelist the code list for the transforms codelist and codelist-pattern
   * @param codelistColumn the column of the code list to take, {@code code} by default
   */
  public record Assignment(
      List<String> from,
      Optional<String> constant,
      String transform,
      Optional<String> codelist,
      String codelistColumn) {
    public Assignment {
      from = List.copyOf(from);
    }
  }
}
