package io.trino.spi.security;

/** An expression over the columns of a table. */
public class ViewExpression {
  public static Builder builder() {
    throw new UnsupportedOperationException();
  }

  /** Makes one. */
  public static final class Builder {
    public Builder catalog(String catalog) {
      throw new UnsupportedOperationException();
    }

    public Builder schema(String schema) {
      throw new UnsupportedOperationException();
    }

    public Builder expression(String expression) {
      throw new UnsupportedOperationException();
    }

    public ViewExpression build() {
      throw new UnsupportedOperationException();
    }
  }
}
