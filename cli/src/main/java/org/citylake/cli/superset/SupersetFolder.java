package org.citylake.cli.superset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.citylake.access.user.OwnerFile;
import org.citylake.access.user.UserStore;
import org.citylake.core.home.Home;

/**
 * What a home keeps for Superset: the token by which it reads, and of a Superset that {@code up}
 * started its secrets and its database. Secrets are readable by the owner alone.
 *
 * @param home the home
 */
record SupersetFolder(Home home) {
  private static final int SECRET_BYTES = 32;
  private static final List<String> GROUPS = List.of("analyst");

  /** The folder. */
  Path root() {
    return home.root().resolve("superset");
  }

  /** File with the password of the administrator of a Superset that {@code up} started. */
  Path adminPassword() {
    return root().resolve("admin-password");
  }

  /** A secret of a file; it is made when it is not there. */
  String secret(String name) {
    Path file = root().resolve(name);
    if (!Files.exists(file)) {
      byte[] bytes = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(bytes);
      write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return read(file);
  }

  /**
   * The token by which Superset signs in to SQL. Makes the user, an analyst, and the token where
   * they are missing or the token no longer signs in.
   */
  String sqlToken(String user) {
    UserStore users = UserStore.of(home.access(), Clock.systemUTC());
    Path file = root().resolve("sql-token");
    boolean known = users.find(user).isPresent();
    if (known && Files.exists(file)) {
      String token = read(file);
      if (users.verify(user, token).isPresent()) {
        return token;
      }
    }
    if (!known) {
      users.add(user, GROUPS, "", Optional.empty());
    }
    String token = users.addToken(user);
    write(file, token);
    return token;
  }

  private void write(Path file, String secret) {
    try {
      Files.createDirectories(root());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + root(), e);
    }
    OwnerFile.write(file, secret + "\n");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
