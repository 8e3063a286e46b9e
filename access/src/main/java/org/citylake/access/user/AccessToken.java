package org.citylake.access.user;

import java.security.SecureRandom;
import java.util.Base64;
import org.citylake.core.json.ContentHash;

/**
 * A token signs in as its user does with the password: 256 random bits behind {@code clt_}. Nobody
 * can guess one, so a plain SHA-256 of it is kept, which is quick to check.
 */
public final class AccessToken {
  private static final String PREFIX = "clt_";
  private static final int BYTES = 32;

  private AccessToken() {}

  /** A new token. */
  static String create(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether a secret is written like a token. */
  public static boolean looksLike(String secret) {
    return secret.startsWith(PREFIX);
  }

  /** What is kept of it: SHA-256, in hexadecimal digits. */
  static String hash(String token) {
    return ContentHash.of(token);
  }
}
