package io.trino.spi.security;

/** Who asks. */
public class Identity {
  public String getUser() {
    throw new UnsupportedOperationException();
  }
}
