package org.citylake.core.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SecretReference;

/**
 * Finds the secrets that declarations refer to. Messages name the place and never the secret.
 *
 * @param environment the environment's variables
 */
public record Secrets(Map<String, String> environment) {
  public Secrets {
    environment = Map.copyOf(environment);
  }

  /**
   * The secret, without spaces and line breaks around it.
   *
   * @throws CityLakeException of kind DATA when there is none
   */
  public String load(SecretReference reference) {
    String secret;
    if (reference instanceof SecretReference.Environment variable) {
      secret = environment.getOrDefault(variable.name(), "").strip();
      if (secret.isEmpty()) {
        throw new CityLakeException(
            Kind.DATA, "Cannot find the secret: the variable " + variable.name() + " is not set");
      }
      return secret;
    }
    Path file = Path.of(((SecretReference.File) reference).path());
    try {
      secret = Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new CityLakeException(Kind.DATA, "Cannot read the secret in " + file + ": " + e, e);
    }
    if (secret.isEmpty()) {
      throw new CityLakeException(Kind.DATA, "The file " + file + " is empty: put the secret in");
    }
    return secret;
  }

  /** Does not show the environment. */
  @Override
  public String toString() {
    return "Secrets";
  }
}
