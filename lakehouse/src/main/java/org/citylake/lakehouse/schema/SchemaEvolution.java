package org.citylake.lakehouse.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The way from a table's schema to its contract's, by field id. Allowed: optional columns come and
 * go, names and comments change, types widen (int to long, float to double, more decimal digits), a
 * required column becomes optional. All else is refused, every reason at once.
 */
final class SchemaEvolution {
  private final String table;
  private final TableMetadata metadata;
  private final Schema current;
  private final Schema wanted;
  private final List<String> steps = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  private SchemaEvolution(String table, TableMetadata metadata, Schema wanted) {
    this.table = table;
    this.metadata = metadata;
    this.current = metadata.schema();
    this.wanted = wanted;
  }

  /**
   * The steps, empty when the schemas are the same.
   *
   * @throws CityLakeException of kind DATA that names table, column and both types
   */
  static List<String> steps(String table, TableMetadata metadata, Schema wanted) {
    SchemaEvolution evolution = new SchemaEvolution(table, metadata, wanted);
    evolution.compare();
    if (!evolution.refusals.isEmpty()) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot change table "
              + table
              + " to its contract:\n  "
              + String.join("\n  ", evolution.refusals));
    }
    return List.copyOf(evolution.steps);
  }

  private void compare() {
    for (NestedField field : wanted.columns()) {
      NestedField now = column(current, field.fieldId());
      if (now == null) {
        compareNew(field);
      } else {
        compareKnown(now, field);
      }
    }
    for (NestedField now : current.columns()) {
      if (column(wanted, now.fieldId()) == null) {
        compareGone(now);
      }
    }
    if (steps.isEmpty() && refusals.isEmpty() && !current.sameSchema(wanted)) {
      steps.add("columns in another order");
    }
  }

  private void compareNew(NestedField field) {
    NestedField sameName = column(current, field.name());
    if (sameName != null && column(wanted, sameName.fieldId()) == null) {
      refuse(
          field,
          "has field id "
              + sameName.fieldId()
              + " in the table and "
              + field.fieldId()
              + " in the contract; keep the id, or take another name for a new column");
      return;
    }
    for (Schema old : metadata.schemas()) {
      NestedField before = column(old, field.fieldId());
      if (before != null) {
        refuse(
            field,
            "("
                + field.type()
                + ") reuses field id "
                + field.fieldId()
                + " of the dropped column '"
                + before.name()
                + "' ("
                + before.type()
                + "); take an id that was never used");
        return;
      }
    }
    if (field.isRequired()) {
      refuse(
          field,
          "("
              + field.type()
              + ") is new and required, but rows written before have no value for"
              + " it; make it optional");
      return;
    }
    steps.add("add " + field.name() + " " + field.type());
  }

  private void compareKnown(NestedField now, NestedField field) {
    if (!now.type().equals(field.type()) && !widens(now.type(), field.type())) {
      refuse(
          field,
          now.name().equals(field.name())
              ? "is "
                  + now.type()
                  + " in the table and "
                  + field.type()
                  + " in the contract; types may only widen (int to long, more decimal digits)"
              : "("
                  + field.type()
                  + ") reuses field id "
                  + field.fieldId()
                  + " of column '"
                  + now.name()
                  + "' ("
                  + now.type()
                  + "); take an id that was never used");
      return;
    }
    if (now.isOptional() && field.isRequired()) {
      refuse(
          field,
          "("
              + field.type()
              + ") is optional in the table and required in the contract; rows"
              + " written before may have no value");
      return;
    }
    if (!now.type().equals(field.type())) {
      steps.add("widen " + field.name() + " from " + now.type() + " to " + field.type());
    }
    if (!now.name().equals(field.name())) {
      steps.add("rename " + now.name() + " to " + field.name());
    }
    if (now.isRequired() && field.isOptional()) {
      steps.add("make " + field.name() + " optional");
    }
    if (!java.util.Objects.equals(now.doc(), field.doc())) {
      steps.add("describe " + field.name());
    }
  }

  private void compareGone(NestedField now) {
    if (now.isRequired()) {
      refuse(
          now,
          "("
              + now.type()
              + ", field id "
              + now.fieldId()
              + ") is required in the table and not"
              + " in the contract; make it optional in one version and drop it in a later one");
      return;
    }
    steps.add("drop " + now.name());
  }

  private void refuse(NestedField field, String reason) {
    refusals.add("column " + table + "." + field.name() + " " + reason);
  }

  private static boolean widens(Type from, Type to) {
    return from.isPrimitiveType()
        && to.isPrimitiveType()
        && TypeUtil.isPromotionAllowed(from, to.asPrimitiveType());
  }

  private static @Nullable NestedField column(Schema schema, int fieldId) {
    return schema.columns().stream()
        .filter(column -> column.fieldId() == fieldId)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable NestedField column(Schema schema, String name) {
    return schema.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
