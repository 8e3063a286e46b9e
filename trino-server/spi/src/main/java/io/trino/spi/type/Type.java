package io.trino.spi.type;

/** The type of a column. */
public interface Type {
  String getDisplayName();
}
