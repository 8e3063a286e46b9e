package org.citylake.entities.linkage.table;

import java.util.Arrays;
import java.util.List;

/** Distinct values, numbered in the order in which they are first seen. */
final class ValueDictionary {
  private static final int FEW = 1024;

  private String[] values = new String[FEW];
  private int[] slots = empty(FEW * 2);
  private int size;

  /** The number of a value. */
  int code(String value) {
    int slot = slot(value);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    if (size == values.length) {
      grow();
      slot = slot(value);
    }
    values[size] = value;
    slots[slot] = size;
    return size++;
  }

  private int slot(String value) {
    int slot = (int) Hashes.mix(value.hashCode()) & (slots.length - 1);
    while (slots[slot] >= 0 && !values[slots[slot]].equals(value)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    values = Arrays.copyOf(values, size * 2);
    slots = empty(size * 4);
    for (int code = 0; code < size; code++) {
      slots[slot(values[code])] = code;
    }
  }

  private static int[] empty(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, -1);
    return slots;
  }

  int size() {
    return size;
  }

  String value(int code) {
    return values[code];
  }

  /** The values in the order of their numbers. */
  List<String> values() {
    return List.of(Arrays.copyOf(values, size));
  }
}
