package io.trino.spi.connector;

/** A table of a catalog. */
public final class CatalogSchemaTableName {
  public CatalogSchemaTableName(String catalog, SchemaTableName table) {
    throw new UnsupportedOperationException();
  }

  public String getCatalogName() {
    throw new UnsupportedOperationException();
  }

  public SchemaTableName getSchemaTableName() {
    throw new UnsupportedOperationException();
  }
}
