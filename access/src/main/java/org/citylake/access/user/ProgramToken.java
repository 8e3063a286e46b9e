package org.citylake.access.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The token by which a program of the home signs in, in a file that the owner alone reads. */
public final class ProgramToken {
  private ProgramToken() {}

  /**
   * The token. Makes the user and the token where they are missing, or where the token no longer
   * signs in; a user who is there keeps his groups.
   *
   * @param file where the token is kept
   * @param user by whose grants the program reads
   * @param groups what he is a member of when he is made
   */
  public static synchronized String of(
      UserStore store, Path file, String user, List<String> groups) {
    Optional<User> known = store.find(user);
    if (known.isPresent() && Files.exists(file)) {
      String token = read(file);
      if (known.get().token(AccessToken.hash(token)).isPresent()) {
        return token;
      }
    }
    if (known.isEmpty()) {
      store.add(user, groups, "", Optional.empty());
    }
    String token = store.addToken(user);
    OwnerFile.write(file, token + "\n");
    return token;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
