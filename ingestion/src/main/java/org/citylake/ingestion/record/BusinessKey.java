package org.citylake.ingestion.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.ingestion.type.ShownValue;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * The key of records within their source: the texts of the primary key's parts, and of {@code
 * variable} in an unpivoted source, joined by {@code /}. In parts, {@code %} and {@code /} are
 * percent-encoded. A source without a primary key has none; its rows are keyed by their content.
 */
public final class BusinessKey {
  private final List<String> columns = new ArrayList<>();
  private final List<ShownValue> shown = new ArrayList<>();

  /** The key of the contract's records. */
  public BusinessKey(DataContract contract) {
    for (ContractProperty part : contract.primaryKey()) {
      columns.add(part.name());
      shown.add(ShownValue.of(part));
    }
  }

  /** Whether rows have a key of their own. */
  public boolean declared() {
    return !columns.isEmpty();
  }

  /** The key of a typed row; the row's hash when no key is declared. */
  public String of(Map<String, ? extends @Nullable Object> values) {
    if (!declared()) {
      return RowHash.of(values);
    }
    List<String> parts = new ArrayList<>();
    for (String column : columns) {
      parts.add(encode(values.get(column)));
    }
    if (values.containsKey(SourceRecord.VARIABLE)) {
      parts.add(encode(values.get(SourceRecord.VARIABLE)));
    }
    return String.join("/", parts);
  }

  /** The key of a typed row as messages show it. */
  public String shown(Map<String, ? extends @Nullable Object> values) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String text = ValueText.of(values.get(columns.get(i)));
      parts.add(shown.get(i).of(Objects.requireNonNullElse(text, "")));
    }
    return String.join("/", parts);
  }

  private static String encode(@Nullable Object value) {
    String text = Objects.requireNonNullElse(ValueText.of(value), "");
    return text.replace("%", "%25").replace("/", "%2F");
  }
}
