package org.citylake.cli.lineage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SecretReference;
import org.citylake.core.home.Home;
import org.jspecify.annotations.Nullable;

/**
 * Where lineage events go, from the environment: {@code CITYLAKE_LINEAGE} is {@code file} (the
 * default), {@code off}, or the address of a service that takes OpenLineage events beside the file.
 *
 * @param file events as lines of JSON; empty when off
 * @param service the service; empty without one
 * @param key where the service's key is; empty without one
 * @param namespace of the jobs, and after {@code iceberg://} of the tables
 */
public record LineageSettings(
    Optional<Path> file, Optional<URI> service, Optional<SecretReference> key, String namespace) {
  private static final String TARGET = "CITYLAKE_LINEAGE";
  private static final String KEY = "CITYLAKE_LINEAGE_KEY";
  private static final String KEY_FILE = "CITYLAKE_LINEAGE_KEY_FILE";
  private static final String NAMESPACE = "CITYLAKE_LINEAGE_NAMESPACE";

  /**
   * The settings of a home.
   *
   * @throws CityLakeException of kind USER when a variable says nothing of what it may say
   */
  public static LineageSettings of(Home home, Map<String, String> environment) {
    String target = environment.getOrDefault(TARGET, "file").strip();
    String namespace = environment.getOrDefault(NAMESPACE, "citylake").strip();
    if (!namespace.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new CityLakeException(
          Kind.USER,
          NAMESPACE + " is '" + namespace + "'; it has to be letters, digits and . _ - alone");
    }
    if (target.equals("off")) {
      return new LineageSettings(Optional.empty(), Optional.empty(), Optional.empty(), namespace);
    }
    return new LineageSettings(
        Optional.of(home.lineage().resolve("events.jsonl")),
        target.equals("file") ? Optional.empty() : Optional.of(service(target)),
        key(environment),
        namespace);
  }

  private static Optional<SecretReference> key(Map<String, String> environment) {
    if (environment.containsKey(KEY_FILE)) {
      return Optional.of(new SecretReference.File(environment.getOrDefault(KEY_FILE, "")));
    }
    return environment.containsKey(KEY)
        ? Optional.of(new SecretReference.Environment(KEY))
        : Optional.empty();
  }

  private static URI service(String target) {
    try {
      URI address = URI.create(target);
      if (address.getHost() != null
          && address.getUserInfo() == null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(e);
    }
    throw wrong(null);
  }

  /** Without the value: somebody may have put a key into the address. */
  private static CityLakeException wrong(@Nullable Exception cause) {
    return new CityLakeException(
        Kind.USER,
        TARGET
            + " has to be file, off or an address such as https://lineage.example.org; a key"
            + " belongs into "
            + KEY
            + " or a file that "
            + KEY_FILE
            + " names",
        cause);
  }
}
