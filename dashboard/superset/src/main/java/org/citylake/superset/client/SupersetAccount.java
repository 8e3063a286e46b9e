package org.citylake.superset.client;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Where a Superset answers and who signs in there.
 *
 * @param address its root, such as {@code http://127.0.0.1:8088}
 * @param username a user of Superset's own database who may import and export
 * @param password read when it signs in, and kept nowhere
 */
public record SupersetAccount(URI address, String username, Supplier<String> password) {
  /** Without the password. */
  @Override
  public String toString() {
    return username + " at " + address;
  }
}
