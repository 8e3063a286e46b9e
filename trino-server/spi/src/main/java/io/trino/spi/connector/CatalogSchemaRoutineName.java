package io.trino.spi.connector;

/** A function or procedure. */
public final class CatalogSchemaRoutineName {
  public String getCatalogName() {
    throw new UnsupportedOperationException();
  }

  public String getSchemaName() {
    throw new UnsupportedOperationException();
  }
}
