package org.citylake.access.user;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;

/** The users of a home, in {@code access/users}, a file that its owner alone may read. */
public final class UserStore {
  private static final int SHORTEST_PASSWORD = 10;

  /**
   * What an unknown name's password is compared with, so that it takes as long as a known one's.
   */
  private static final PasswordHash NOBODY = PasswordHash.of("", new SecureRandom());

  private final UserFile file;
  private final FailedAttempts attempts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  private UserStore(Path folder, Clock clock) {
    this.file = new UserFile(folder);
    this.attempts = new FailedAttempts(folder.resolve("attempts"), clock);
    this.clock = clock;
  }

  /**
   * The store of a home, which may have no user yet.
   *
   * @param folder the home's folder {@code access}
   */
  public static UserStore of(Path folder, Clock clock) {
    return new UserStore(folder, clock);
  }

  /**
   * Signs somebody in.
   *
   * @param secret the password or one of the tokens
   * @return empty when there is no such user or the secret is wrong, and which of both is not told
   * @throws UserLockedException after too many wrong ones
   */
  public Optional<Principal> verify(String name, String secret) {
    User user = file.read().get(name);
    if (user == null) {
      NOBODY.matches(secret);
      return Optional.empty();
    }
    requireUnlocked(name);
    Optional<KeptToken> token = token(user, secret);
    if (token.isPresent()) {
      // A program that goes on with a token that has ended guesses nothing, so it locks nobody.
      return token.filter(t -> !t.ended(clock.instant())).map(t -> user.principal());
    }
    if (!isPassword(user, secret)) {
      attempts.failed(name);
      return Optional.empty();
    }
    attempts.forget(name);
    return Optional.of(user.principal());
  }

  /**
   * Signs somebody in by a token alone, which tells who he is.
   *
   * @return empty when it is nobody's or has ended
   * @throws UserLockedException after too many wrong passwords of its user
   */
  public Optional<Principal> verifyToken(String secret) {
    for (User user : file.read().values()) {
      Optional<KeptToken> token = token(user, secret);
      if (token.isPresent()) {
        requireUnlocked(user.name());
        return token.filter(t -> !t.ended(clock.instant())).map(t -> user.principal());
      }
    }
    return Optional.empty();
  }

  private void requireUnlocked(String name) {
    Optional<Instant> locked = attempts.lockedUntil(name);
    if (locked.isPresent()) {
      throw new UserLockedException(name, locked.get());
    }
  }

  private static Optional<KeptToken> token(User user, String secret) {
    return AccessToken.looksLike(secret) ? user.token(AccessToken.hash(secret)) : Optional.empty();
  }

  private static boolean isPassword(User user, String secret) {
    Optional<PasswordHash> password = PasswordHash.parse(user.password());
    boolean right = password.orElse(NOBODY).matches(secret);
    return password.isPresent() && right;
  }

  /** All users by name. */
  public List<User> list() {
    return List.copyOf(file.read().values());
  }

  /** The user of that name, if there is one. */
  public Optional<User> find(String name) {
    return Optional.ofNullable(file.read().get(name));
  }

  /** Until when the user is locked, if he is. */
  public Optional<Instant> lockedUntil(String name) {
    return attempts.lockedUntil(name);
  }

  /**
   * Adds a user.
   *
   * @param password at least ten characters; empty for one who signs in by tokens alone
   * @throws CityLakeException of kind USER when the name is taken or something has a wrong form
   */
  public void add(String name, List<String> groups, String area, Optional<String> password) {
    User user = new User(name, groups, area, password.map(this::hash).orElse(""), List.of());
    change(
        users -> {
          if (users.putIfAbsent(name, user) != null) {
            throw new CityLakeException(Kind.USER, "There is a user '" + name + "' already");
          }
        });
  }

  /** Removes a user. */
  public void remove(String name) {
    change(
        users -> {
          require(users, name);
          users.remove(name);
        });
    attempts.forget(name);
  }

  /** Gives a user another password; his lock ends, and so do his tokens. */
  public void setPassword(String name, String password) {
    String hash = hash(password);
    change(users -> users.put(name, require(users, name).withPassword(hash).withoutTokens()));
    attempts.forget(name);
  }

  /** Makes a token without an end for a user and gives it back; it is kept nowhere. */
  public String addToken(String name) {
    return addToken(name, Optional.empty());
  }

  /**
   * Makes a token for a user and gives it back; it is kept nowhere.
   *
   * @param end from when on it no longer signs in; whole seconds count
   */
  public String addToken(String name, Optional<Instant> end) {
    String token = AccessToken.create(random);
    KeptToken kept = new KeptToken(AccessToken.hash(token), end);
    Instant now = clock.instant();
    change(users -> users.put(name, require(users, name).withToken(kept, now)));
    return token;
  }

  /** Ends all tokens of a user. */
  public void removeTokens(String name) {
    change(users -> users.put(name, require(users, name).withoutTokens()));
  }

  /** Ends a user's lock. */
  public void unlock(String name) {
    require(file.read(), name);
    attempts.forget(name);
  }

  private interface Change {
    void apply(TreeMap<String, User> users);
  }

  private void change(Change change) {
    file.change(
        users -> {
          change.apply(users);
          return users;
        });
  }

  private static User require(TreeMap<String, User> users, String name) {
    User user = users.get(name);
    if (user == null) {
      throw new CityLakeException(
          Kind.USER, "There is no user '" + name + "'" + NearestName.hint(name, users.keySet()));
    }
    return user;
  }

  private String hash(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      throw new CityLakeException(
          Kind.USER, "A password needs at least " + SHORTEST_PASSWORD + " characters");
    }
    return PasswordHash.of(password, random).text();
  }
}
