package io.trino.spi.connector;

/** A schema of a catalog. */
public final class CatalogSchemaName {
  public String getCatalogName() {
    throw new UnsupportedOperationException();
  }

  public String getSchemaName() {
    throw new UnsupportedOperationException();
  }
}
