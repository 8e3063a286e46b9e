package org.citylake.cli.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.citylake.access.user.OwnerFile;
import org.citylake.access.user.Principal;
import org.citylake.access.user.ProgramToken;
import org.citylake.access.user.User;
import org.citylake.access.user.UserStore;
import org.citylake.core.home.Home;

/**
 * What a home keeps for a program beside it: the token by which it reads, and its own secrets, each
 * in a file that the owner alone reads.
 *
 * @param home the home
 * @param name the program's folder in it
 */
public record ProgramFolder(Home home, String name) {
  private static final int SECRET_BYTES = 32;
  private static final List<String> GROUPS = List.of("analyst");

  /** The folder. */
  public Path root() {
    return home.root().resolve(name);
  }

  /** A secret of a file; it is made when it is not there. */
  public String secret(String fileName) {
    Path file = root().resolve(fileName);
    if (!Files.exists(file)) {
      byte[] bytes = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(bytes);
      makeRoot();
      OwnerFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Where the token for SQL is kept. */
  public Path sqlTokenFile() {
    return root().resolve("sql-token");
  }

  /**
   * The token by which the program signs in to SQL. Makes the user, an analyst, and the token where
   * they are missing or the token no longer signs in.
   */
  public String sqlToken(String user) {
    makeRoot();
    UserStore users = UserStore.of(home.access(), Clock.systemUTC());
    return ProgramToken.of(users, sqlTokenFile(), user, GROUPS);
  }

  /** Who reads through SQL: the user as he is, or as {@link #sqlToken} would make him. */
  public Principal reader(String user) {
    return UserStore.of(home.access(), Clock.systemUTC())
        .find(user)
        .map(User::principal)
        .orElseGet(() -> new Principal(user, GROUPS, ""));
  }

  private void makeRoot() {
    try {
      Files.createDirectories(root());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + root(), e);
    }
  }
}
