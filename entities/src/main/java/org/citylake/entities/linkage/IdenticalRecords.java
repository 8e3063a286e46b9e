package org.citylake.entities.linkage;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.citylake.entities.linkage.comparison.ComparedColumn;
import org.citylake.entities.linkage.configuration.ColumnKind.Telling;
import org.citylake.entities.linkage.configuration.FieldDeclaration;
import org.citylake.entities.linkage.table.ValueColumn;

/**
 * Whether records of one source that are equal in all compared columns say enough to be of one
 * entity. Their weight cannot tell when there are very many of them: a record that was delivered a
 * million times makes its own name and birthday look common. So it is asked what they say, not how
 * often: records that agree on a name, a day and a place, or any other three of name, day, place,
 * phone and e-mail, are one entity delivered again. What says less, such as a name and a birthday,
 * is left to the weight, because namesakes share it, and so do the stand-ins that clerks write for
 * persons whom they do not know: to make one person of these would lose all of them.
 */
final class IdenticalRecords {
  private static final int ENOUGH = 3;

  private final List<FieldDeclaration> fields;
  private final List<ComparedColumn> columns;

  /**
   * Of some compared columns.
   *
   * @param columns in the order of the fields
   */
  IdenticalRecords(List<FieldDeclaration> fields, List<ComparedColumn> columns) {
    this.fields = List.copyOf(fields);
    this.columns = List.copyOf(columns);
  }

  /** Whether a row that stands for equal records says enough. */
  boolean sayEnough(int row) {
    Set<Telling> told = EnumSet.noneOf(Telling.class);
    for (int f = 0; f < columns.size(); f++) {
      if (columns.get(f).code(row) != ValueColumn.MISSING) {
        fields.get(f).kind().telling().ifPresent(told::add);
      }
    }
    return told.size() >= ENOUGH;
  }
}
