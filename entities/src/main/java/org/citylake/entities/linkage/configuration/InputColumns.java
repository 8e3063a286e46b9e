package org.citylake.entities.linkage.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an input's own columns are called where inputs are compared.
 *
 * @param source the input's name
 * @param columns common name to the input's own; what is not named is not compared
 * @param id the input's own column with the record ids; empty to number the records
 */
public record InputColumns(String source, Map<String, String> columns, Optional<String> id) {
  public InputColumns {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }
}
