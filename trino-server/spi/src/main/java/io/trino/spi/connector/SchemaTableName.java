package io.trino.spi.connector;

/** A table of a schema. */
public final class SchemaTableName {
  public String getSchemaName() {
    throw new UnsupportedOperationException();
  }

  public String getTableName() {
    throw new UnsupportedOperationException();
  }
}
