package org.citylake.cli.command;

import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SecretReference;
import org.citylake.core.secret.Secrets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a password comes from; never from the command line, which others on the machine read. */
final class PasswordSource {
  private static final String VARIABLE = "CITYLAKE_PASSWORD";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Read the password there (else CITYLAKE_PASSWORD, else it is asked for).")
  private @Nullable Path file;

  /** The password of somebody who signs in. */
  String load(Settings settings, String prompt) {
    return given(settings).orElseGet(() -> ask(prompt));
  }

  /** A new password; at the terminal it is asked for twice. */
  String create(Settings settings, String prompt) {
    return given(settings)
        .orElseGet(
            () -> {
              String password = ask(prompt);
              if (!password.equals(ask("The same again"))) {
                throw new CityLakeException(Kind.USER, "The two passwords differ");
              }
              return password;
            });
  }

  private Optional<String> given(Settings settings) {
    Secrets secrets = new Secrets(settings.environment());
    if (file != null) {
      return Optional.of(secrets.load(new SecretReference.File(file.toString())));
    }
    return settings.environment().containsKey(VARIABLE)
        ? Optional.of(secrets.load(new SecretReference.Environment(VARIABLE)))
        : Optional.empty();
  }

  private static String ask(String prompt) {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("%s: ", prompt);
    if (typed == null) {
      throw new CityLakeException(
          Kind.USER,
          "There is no terminal to ask for the password: give --password-file or " + VARIABLE);
    }
    return new String(typed);
  }
}
