package org.citylake.access.user;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * A user as the store keeps him.
 *
 * @param name small letters, digits, {@code . _ -}; starts with a letter, at most 32 characters
 * @param groups ids of groups, at least one, in the order in which they decide
 * @param area code of district or subdistrict, empty for the city
 * @param password as {@link PasswordHash} writes it; empty when only tokens sign in
 * @param tokens what is kept of each token, as {@link KeptToken} writes it
 */
public record User(
    String name, List<String> groups, String area, String password, List<String> tokens) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,31}");
  private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern AREA = Pattern.compile("|\\d{6}|\\d{9}");

  /**
   * Checks the form of what a person gives.
   *
   * @throws CityLakeException of kind USER that names the value and the rule
   */
  public User {
    groups = List.copyOf(groups);
    tokens = List.copyOf(tokens);
    require(
        NAME.matcher(name).matches(),
        "The user name '"
            + name
            + "' must be of small letters, digits, '.', '_' and '-', start with a letter and have"
            + " at most 32 characters");
    require(!groups.isEmpty(), "The user '" + name + "' needs a group");
    for (String group : groups) {
      require(GROUP.matcher(group).matches(), "'" + group + "' is no name of a group");
    }
    require(
        AREA.matcher(area).matches(),
        "The area '" + area + "' must be a code of a district (6 digits) or subdistrict (9)");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new CityLakeException(Kind.USER, message);
    }
  }

  /** Who he is once he has signed in. */
  public Principal principal() {
    return new Principal(name, groups, area);
  }

  /** The same with another password. */
  User withPassword(String hash) {
    return new User(name, groups, area, hash, tokens);
  }

  /** The token of that hash, if it is one of his. */
  Optional<KeptToken> token(String hash) {
    return tokens.stream().map(KeptToken::parse).filter(t -> t.hash().equals(hash)).findFirst();
  }

  /** The same with one token more, and without those that have ended. */
  User withToken(KeptToken token, Instant now) {
    List<String> kept = new ArrayList<>();
    tokens.stream().filter(t -> !KeptToken.parse(t).ended(now)).forEach(kept::add);
    kept.add(token.text());
    return new User(name, groups, area, password, kept);
  }

  /** The same without tokens. */
  User withoutTokens() {
    return new User(name, groups, area, password, List.of());
  }

  /** Shows no hash. */
  @Override
  public String toString() {
    return "User[" + name + ", " + groups + ", " + area + "]";
  }
}
