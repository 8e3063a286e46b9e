package org.citylake.trinoplugin;

import io.trino.spi.security.AccessDeniedException;
import io.trino.spi.security.PasswordAuthenticator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.citylake.access.user.AccessToken;
import org.citylake.access.user.User;
import org.citylake.access.user.UserLockedException;
import org.citylake.access.user.UserStore;

/**
 * Signs users in by password or token. JDBC sends the password with every request, and argon2 is
 * slow on purpose: for a minute a password that was right is known by an HMAC under a key of this
 * process, of which nothing is stored. The HMAC covers the stored hash too, so a new password
 * counts at once. Tokens are quick to check and are checked each time.
 */
final class UserAuthenticator implements PasswordAuthenticator {
  private static final String ALGORITHM = "HmacSHA256";
  private static final long REMEMBERED = Duration.ofMinutes(1).toNanos();
  private static final int MOST_REMEMBERED = 1_000;

  private final UserStore store;
  private final SecretKeySpec key;
  private final Map<String, Long> known = new ConcurrentHashMap<>();

  UserAuthenticator(UserStore store) {
    this.store = store;
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  @Override
  public Principal createAuthenticatedPrincipal(String name, String secret) {
    Optional<User> user = store.find(name);
    String mark = user.map(u -> mark(u, secret)).orElse("");
    Long since = known.get(mark);
    if (since != null && System.nanoTime() - since < REMEMBERED) {
      return new SignedUser(name);
    }
    try {
      if (store.verify(name, secret).isEmpty()) {
        throw new AccessDeniedException("no such user, or a wrong password");
      }
    } catch (UserLockedException e) {
      throw new AccessDeniedException(String.valueOf(e.getMessage()));
    }
    if (AccessToken.looksLike(secret)) {
      return new SignedUser(name);
    }
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(mark, System.nanoTime());
    return new SignedUser(name);
  }

  private String mark(User user, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : new String[] {user.name(), user.password()}) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
      }
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java has no " + ALGORITHM, e);
    }
  }
}
