package org.citylake.core.codelist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.value.OrderedMap;

/**
 * A code list, read from {@code codelists/ID/codelist.yaml} and {@code codes.csv}.
 *
 * @param id lower_snake
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param basis standard or source that it rests on
 * @param columns header of codes.csv; the first is the key, as agencies write it
 * @param rows one map per line, column to text
 */
public record Codelist(
    String id,
    String nameZh,
    String nameEn,
    String basis,
    List<String> columns,
    List<Map<String, String>> rows) {
  public Codelist {
    columns = List.copyOf(columns);
    rows = rows.stream().map(r -> OrderedMap.copyOf(r)).toList();
  }

  /** The first row whose key column equals the text. */
  public Optional<Map<String, String>> find(String key) {
    return rows.stream().filter(r -> key.equals(r.get(columns.get(0)))).findFirst();
  }
}
