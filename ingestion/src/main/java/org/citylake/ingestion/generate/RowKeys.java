package org.citylake.ingestion.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.mapping.RowMapper;
import org.citylake.ingestion.record.BusinessKey;
import org.citylake.ingestion.record.SourceRecord;
import org.citylake.ingestion.type.BadValueException;
import org.citylake.ingestion.type.ShownValue;
import org.citylake.ingestion.type.ValueType;
import org.jspecify.annotations.Nullable;

/** The business keys that rows will have in the raw table. */
final class RowKeys {
  private final BusinessKey key;
  private final List<ContractProperty> properties;
  private final List<ValueType> types;
  private final List<String> wide;

  RowKeys(SourceDeclaration source) {
    this.key = new BusinessKey(source.contract());
    this.properties = source.contract().properties();
    this.types =
        properties.stream()
            .map(p -> ValueType.of(p, RowMapper.DEFAULT_ZONE, ShownValue.of(p)))
            .toList();
    this.wide = source.format().unpivot().map(u -> u.columns()).orElse(List.of());
  }

  /** One key of a row, or one for each filled wide column. */
  List<String> of(List<@Nullable String> texts) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    List<String> filled = new ArrayList<>();
    for (int i = 0; i < properties.size(); i++) {
      ContractProperty property = properties.get(i);
      String text = texts.get(i);
      if (wide.contains(property.name())) {
        if (text != null) {
          filled.add(property.name());
        }
      } else if (property.primaryKeyPosition() > 0 || !key.declared()) {
        values.put(property.name(), text == null ? null : typed(types.get(i), text));
      }
    }
    if (wide.isEmpty()) {
      return List.of(key.of(values));
    }
    return filled.stream()
        .map(
            column -> {
              values.put(SourceRecord.VARIABLE, column);
              return key.of(values);
            })
        .toList();
  }

  private static Object typed(ValueType type, String text) {
    try {
      return type.parse(text);
    } catch (BadValueException e) {
      throw new IllegalStateException("a key cannot be read as it was written: " + text, e);
    }
  }
}
