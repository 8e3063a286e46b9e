package org.citylake.lakehouse.server;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.citylake.core.json.ContentHash;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * Who may ask the catalog for what. Its token opens every warehouse. The reading token, which
 * follows from it and tells nothing of it, opens those of releases: they are read-only and have no
 * vault.
 */
final class CatalogAccess {
  private static final Set<String> READABLE = Set.of(LakeCatalog.PUBLISHED, LakeCatalog.RELEASE);

  private final byte[] token;
  private final byte[] readingToken;

  CatalogAccess(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.readingToken = readingToken(token).getBytes(StandardCharsets.UTF_8);
  }

  /** The reading token that goes with a token: 256 bits in hexadecimal digits. */
  static String readingToken(String token) {
    return ContentHash.of("citylake catalog reading " + token);
  }

  /**
   * Lets a request through.
   *
   * @throws NotAuthorizedException without one of the tokens
   * @throws ForbiddenException where the reading token does not do
   */
  void require(Context context) {
    String header = context.header("Authorization");
    byte[] given =
        (header != null && header.startsWith("Bearer ") ? header.substring(7) : "")
            .getBytes(StandardCharsets.UTF_8);
    if (MessageDigest.isEqual(given, token)) {
      return;
    }
    if (!MessageDigest.isEqual(given, readingToken)) {
      throw new NotAuthorizedException(
          "The token is not this catalog's: take it from the home's folder secrets");
    }
    String warehouse = warehouse(context);
    if (!READABLE.contains(warehouse)) {
      throw new ForbiddenException(
          "The reading token opens the warehouses published and release, not '%s'", warehouse);
    }
  }

  private static String warehouse(Context context) {
    String[] path = context.path().split("/", -1);
    if (path.length == 3 && path[2].equals("config")) {
      return Optional.ofNullable(context.queryParam("warehouse")).orElse(LakeCatalog.LIVE);
    }
    return path.length > 2 ? path[2] : "";
  }
}
