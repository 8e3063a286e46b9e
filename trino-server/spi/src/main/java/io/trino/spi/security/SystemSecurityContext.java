package io.trino.spi.security;

/** In which query somebody asks. */
public class SystemSecurityContext {
  public Identity getIdentity() {
    throw new UnsupportedOperationException();
  }
}
