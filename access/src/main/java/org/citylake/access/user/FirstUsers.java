package org.citylake.access.user;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Users whom the platform makes itself, with their secrets in files that the owner alone reads. */
public final class FirstUsers {
  /** The home's owner, for whom the command signs in. */
  public static final String OWNER = "citylake";

  /** The first person. */
  public static final String FIRST = "admin";

  private static final List<String> GROUPS = List.of("administrator");
  private static final int PASSWORD_BYTES = 18;

  private FirstUsers() {}

  /**
   * The owner's token. Makes the user and the token where they are missing, or where the token no
   * longer signs in.
   *
   * @param folder the home's folder {@code access}
   */
  public static String ownerToken(Path folder, UserStore store) {
    return ProgramToken.of(store, folder.resolve("owner-token"), OWNER, GROUPS);
  }

  /**
   * Makes the first administrator while there is nobody but the owner.
   *
   * @return the file with his password, until somebody deletes it
   */
  public static synchronized Optional<Path> firstAdministrator(Path folder, UserStore store) {
    Path file = firstPassword(folder);
    if (store.list().stream().allMatch(user -> user.name().equals(OWNER))) {
      byte[] bytes = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(bytes);
      String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      // The file first: a user whose password nobody knows would keep it from being made again.
      OwnerFile.write(file, password + "\n");
      store.add(FIRST, GROUPS, "", Optional.of(password));
    }
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  /** The file with the first administrator's password, while he has not changed it. */
  public static Path firstPassword(Path folder) {
    return folder.resolve("first-password");
  }
}
