package org.citylake.entities.linkage;

import java.util.Arrays;
import java.util.List;
import org.citylake.entities.linkage.comparison.ComparedColumn;
import org.citylake.entities.linkage.table.Hashes;
import org.citylake.entities.linkage.table.RecordTable;

/**
 * Records of one source that are equal in all compared columns, taken together: each such unit is
 * compared once, however many records it has.
 */
final class Units {
  private final int[] unitOf;
  private final int[] firstRecords;
  private final int[] sizes;

  private Units(int[] unitOf, int[] firstRecords, int[] sizes) {
    this.unitOf = unitOf;
    this.firstRecords = firstRecords;
    this.sizes = sizes;
  }

  /** Groups the records of a table; units stand in the order of their first records. */
  static Units of(RecordTable table, List<ComparedColumn> columns) {
    int records = table.size();
    int capacity = Integer.highestOneBit(Math.max(4, records)) * 4;
    int[] slots = new int[capacity];
    Arrays.fill(slots, -1);
    int[] unitOf = new int[records];
    int[] first = new int[records];
    int[] sizes = new int[records];
    int units = 0;
    for (int r = 0; r < records; r++) {
      long hash = table.source(r);
      for (ComparedColumn column : columns) {
        hash = Hashes.of(hash, column.code(r));
      }
      int slot = (int) hash & (capacity - 1);
      while (slots[slot] >= 0 && !equal(table, columns, first[slots[slot]], r)) {
        slot = (slot + 1) & (capacity - 1);
      }
      if (slots[slot] < 0) {
        slots[slot] = units;
        first[units++] = r;
      }
      unitOf[r] = slots[slot];
      sizes[slots[slot]]++;
    }
    return new Units(unitOf, Arrays.copyOf(first, units), Arrays.copyOf(sizes, units));
  }

  private static boolean equal(RecordTable table, List<ComparedColumn> columns, int a, int b) {
    if (table.source(a) != table.source(b)) {
      return false;
    }
    for (ComparedColumn column : columns) {
      if (column.code(a) != column.code(b)) {
        return false;
      }
    }
    return true;
  }

  /** How many units there are. */
  int count() {
    return sizes.length;
  }

  /** How many records a unit has. */
  int size(int unit) {
    return sizes[unit];
  }

  /** The unit of a record. */
  int unitOf(int record) {
    return unitOf[record];
  }

  /** By unit its first record. */
  int[] firstRecords() {
    return firstRecords.clone();
  }
}
