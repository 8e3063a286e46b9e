package org.citylake.ingestion.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceMapping.Assignment;
import org.citylake.ingestion.type.BadValueException;
import org.citylake.ingestion.type.ValueText;
import org.citylake.ingestion.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Fills one column of the target. It remembers what it made last, because neighbouring rows often
 * say the same: the cells of an unpivoted line share their hour.
 */
final class TargetColumn {
  private final ContractProperty property;
  private final ValueType type;
  private final @Nullable Assignment assignment;
  private final @Nullable Transform transform;
  private @Nullable List<@Nullable Object> lastGiven;
  private @Nullable Object lastValue;

  TargetColumn(
      ContractProperty property,
      ValueType type,
      @Nullable Assignment assignment,
      @Nullable Transform transform) {
    this.property = property;
    this.type = type;
    this.assignment = assignment;
    this.transform = transform;
  }

  String name() {
    return property.name();
  }

  boolean required() {
    return property.required();
  }

  /** Whether the mapping says how to fill it for every row. */
  boolean assigned() {
    return assignment != null;
  }

  /** Whether it is made of one of the source's columns. */
  boolean dependsOn(Set<String> columns) {
    return !columns.isEmpty()
        && assignment != null
        && assignment.from().stream().anyMatch(columns::contains);
  }

  /**
   * The value for a row.
   *
   * @param constant what the mapping says for the row's variable, null when nothing
   * @param row column to value, typed or text
   */
  @Nullable Object value(@Nullable String constant, Map<String, ? extends @Nullable Object> row)
      throws Unmappable {
    if (constant != null) {
      return typed(constant);
    }
    if (assignment == null || transform == null) {
      return null;
    }
    if (assignment.constant().isPresent()) {
      return typed(assignment.constant().get());
    }
    List<@Nullable Object> given = new ArrayList<>(assignment.from().size());
    for (String from : assignment.from()) {
      given.add(row.get(from));
    }
    if (given.equals(lastGiven)) {
      return lastValue;
    }
    Object made = transform.apply(given);
    Object value = made == null ? null : typed(made);
    lastGiven = given;
    lastValue = value;
    return value;
  }

  private Object typed(Object made) throws Unmappable {
    if (type.holds(made)) {
      return made;
    }
    try {
      return type.parse(Objects.requireNonNull(ValueText.of(made)));
    } catch (BadValueException e) {
      throw new Unmappable("mapping", property.name() + ": " + e.reason());
    }
  }
}
