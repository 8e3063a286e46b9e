package io.trino.spi.security;

import java.security.Principal;
import java.util.List;

/** Signs in by the headers of a request. */
public interface HeaderAuthenticator {
  Principal createAuthenticatedPrincipal(Headers headers);

  /** The headers. */
  interface Headers {
    List<String> getHeader(String name);
  }
}
