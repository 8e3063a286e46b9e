package io.trino.spi.connector;

import io.trino.spi.type.Type;

/** A column of a table. */
public final class ColumnSchema {
  public String getName() {
    throw new UnsupportedOperationException();
  }

  public Type getType() {
    throw new UnsupportedOperationException();
  }
}
