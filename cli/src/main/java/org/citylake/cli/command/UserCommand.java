package org.citylake.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citylake.access.user.FirstUsers;
import org.citylake.access.user.User;
import org.citylake.access.user.UserStore;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.GroupDeclaration;
import org.citylake.core.problem.NearestName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code user}: who signs in to page and SQL. */
@Command(
    name = "user",
    description = "Users of page and SQL, and the groups by which they see.",
    subcommands = {
      UserCommand.Add.class,
      UserCommand.Listing.class,
      UserCommand.Remove.class,
      UserCommand.Password.class,
      UserCommand.Token.class,
      UserCommand.Unlock.class
    },
    synopsisSubcommandLabel = "add|list|remove|password|token|unlock",
    footer = {
      "",
      "Example:",
      "  ./citylake user add wang.li --group district_analyst --area 310107"
    })
final class UserCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    throw new ParameterException(
        spec().commandLine(), "Say what to do: add, list, remove, password, token or unlock");
  }

  private static UserStore store(Settings settings) {
    return UserStore.of(settings.home().access(), Clock.systemUTC());
  }

  private static int done(Output output, String name, String message) {
    output.say(message);
    output.result(Map.of("user", name));
    return 0;
  }

  /** {@code user add}. */
  @Command(
      name = "add",
      description =
          "Add a user; his password is read from a file, the environment or the terminal.",
      footer = {
        "",
        "Examples:",
        "  ./citylake user add wang.li --group district_analyst --area 310107",
        "  ./citylake user add pool --group analyst --no-password && ./citylake user token pool"
      })
  static final class Add extends CityLakeSubcommand {
    @Parameters(paramLabel = "NAME", description = "Small letters, digits, '.', '_' and '-'.")
    private String name = "";

    @Option(
        names = "--group",
        required = true,
        split = ",",
        paramLabel = "GROUP",
        description = "Of several, the first with a grant on a table decides.")
    private List<String> groups = new ArrayList<>();

    @Option(
        names = "--area",
        defaultValue = "",
        paramLabel = "CODE",
        description = "District (6 digits) or subdistrict (9) that the user works for.")
    private String area = "";

    @Option(names = "--no-password", description = "Sign in by tokens alone.")
    private boolean noPassword;

    @Mixin private final PasswordSource password = new PasswordSource();

    @Override
    protected int run(Settings settings, Output output) {
      create(settings);
      requireDeclared(settings, groups);
      Optional<String> secret =
          noPassword
              ? Optional.empty()
              : Optional.of(password.create(settings, "Password of " + name));
      store(settings).add(name, groups, area, secret);
      return done(output, name, "Added " + name);
    }

    private static void requireDeclared(Settings settings, List<String> groups) {
      Set<String> declared =
          DeclarationReader.load(settings.declarationRoots()).groups().stream()
              .map(GroupDeclaration::id)
              .collect(Collectors.toSet());
      for (String group : groups) {
        if (!declared.contains(group)) {
          throw new CityLakeException(
              Kind.USER, "There is no group '" + group + "'" + NearestName.hint(group, declared));
        }
      }
    }
  }

  /** {@code user list}. */
  @Command(
      name = "list",
      description = "List the users, never their secrets.",
      footer = {"", "Example:", "  ./citylake user list --json"})
  static final class Listing extends CityLakeSubcommand {
    @Override
    protected int run(Settings settings, Output output) {
      create(settings);
      UserStore store = store(settings);
      List<Map<String, Object>> rows = new ArrayList<>();
      for (User user : store.list()) {
        String locked = store.lockedUntil(user.name()).map(Object::toString).orElse("");
        output.say(
            "%-20s %-9s %s%s"
                .formatted(
                    user.name(),
                    user.area(),
                    String.join(", ", user.groups()),
                    locked.isEmpty() ? "" : "  locked until " + locked));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", user.name());
        row.put("groups", user.groups());
        row.put("area", user.area());
        row.put("tokens", user.tokens().size());
        row.put("locked_until", locked);
        rows.add(row);
      }
      output.result(Map.of("users", rows));
      return 0;
    }
  }

  /** {@code user remove}. */
  @Command(
      name = "remove",
      description = "Remove a user; what he has open ends with his next request.",
      footer = {"", "Example:", "  ./citylake user remove wang.li"})
  static final class Remove extends CityLakeSubcommand {
    @Parameters(paramLabel = "NAME", description = "The user.")
    private String name = "";

    @Override
    protected int run(Settings settings, Output output) {
      create(settings);
      store(settings).remove(name);
      return done(output, name, "Removed " + name);
    }
  }

  /** {@code user password}. */
  @Command(
      name = "password",
      description = "Give a user another password; his tokens and his lock end.",
      footer = {"", "Example:", "  ./citylake user password admin"})
  static final class Password extends CityLakeSubcommand {
    @Parameters(paramLabel = "NAME", description = "The user.")
    private String name = "";

    @Mixin private final PasswordSource password = new PasswordSource();

    @Override
    protected int run(Settings settings, Output output) {
      create(settings);
      store(settings).setPassword(name, password.create(settings, "New password of " + name));
      if (name.equals(FirstUsers.FIRST)) {
        deleteFirstPassword(settings);
      }
      return done(output, name, "Changed the password of " + name);
    }

    private static void deleteFirstPassword(Settings settings) {
      try {
        Files.deleteIfExists(FirstUsers.firstPassword(settings.home().access()));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot delete the first password", e);
      }
    }
  }

  /** {@code user token}. */
  @Command(
      name = "token",
      description = {
        "Make a token, which signs in like the password; it is shown once and kept nowhere.",
        "Programs take one rather than a password: it is quicker to check and ends by itself alone.",
        "SQL takes it as password or as access token (Authorization: Bearer)."
      },
      footer = {
        "",
        "Examples:",
        "  ./citylake user token pool --expires 8h > pool.token",
        "  ./citylake user token pool --revoke"
      })
  static final class Token extends CityLakeSubcommand {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,4})([mhd])");

    @Parameters(paramLabel = "NAME", description = "The user.")
    private String name = "";

    @Option(
        names = "--expires",
        paramLabel = "TIME",
        description = "How long it signs in: so many minutes (30m), hours (8h) or days (90d).")
    private @Nullable String expires;

    @Option(names = "--revoke", description = "End all tokens of the user instead.")
    private boolean revoke;

    @Override
    protected int run(Settings settings, Output output) {
      create(settings);
      if (revoke) {
        store(settings).removeTokens(name);
        return done(output, name, "Ended the tokens of " + name);
      }
      Optional<Instant> end =
          Optional.ofNullable(expires).map(time -> Instant.now().plus(lasting(time)));
      String token = store(settings).addToken(name, end);
      output.say(token);
      output.result(
          Map.of("user", name, "token", token, "ends_at", end.map(Instant::toString).orElse("")));
      return 0;
    }

    private static Duration lasting(String time) {
      Matcher matcher = TIME.matcher(time);
      if (!matcher.matches()) {
        throw new CityLakeException(
            Kind.USER,
            "--expires '"
                + time
                + "' must be a whole number and m, h or d, such as 30m, 8h or 90d");
      }
      long number = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    }
  }

  /** {@code user unlock}. */
  @Command(
      name = "unlock",
      description = "End the lock after too many wrong passwords.",
      footer = {"", "Example:", "  ./citylake user unlock wang.li"})
  static final class Unlock extends CityLakeSubcommand {
    @Parameters(paramLabel = "NAME", description = "The user.")
    private String name = "";

    @Override
    protected int run(Settings settings, Output output) {
      create(settings);
      store(settings).unlock(name);
      return done(output, name, "Unlocked " + name);
    }
  }
}
