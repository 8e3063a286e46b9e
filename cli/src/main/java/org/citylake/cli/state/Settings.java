package org.citylake.cli.state;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.metrics.export.suite.SignatureSuite;

/**
 * What holds for one call of the command.
 *
 * @param root the folder of the repository, with the declarations and the built modules
 * @param home where the state is
 * @param city the user's own declarations, if any
 * @param environment the environment's variables
 */
public record Settings(Path root, Home home, Optional<Path> city, Map<String, String> environment) {
  private static final String SUITE = "CITYLAKE_SIGNATURE_SUITE";

  /** The modules that ship declarations. */
  private static final List<String> DECLARING =
      List.of("core", "lakehouse", "ingestion", "metrics", "dashboard");

  public Settings {
    environment = Map.copyOf(environment);
  }

  /** The folder of the repository from {@code CITYLAKE_ROOT} or the property of the tests. */
  public static Path root(Map<String, String> environment) {
    String root = environment.getOrDefault("CITYLAKE_ROOT", System.getProperty("citylake.root"));
    if (root == null) {
      throw new CityLakeException(
          Kind.USER, "Cannot find CityLake's folder: start it by ./citylake, or set CITYLAKE_ROOT");
    }
    return Path.of(root).toAbsolutePath().normalize();
  }

  /**
   * What exports are signed by: {@code CITYLAKE_SIGNATURE_SUITE}, else international.
   *
   * @throws CityLakeException of kind USER when there is no such suite
   */
  public SignatureSuite signatureSuite() {
    return SignatureSuite.ofSetting(SUITE, environment.getOrDefault(SUITE, "").strip());
  }

  /**
   * The keys of personal data: {@code CITYLAKE_VAULT_KEYS}, else among the home's secrets.
   *
   * @throws CityLakeException of kind USER when {@code CITYLAKE_VAULT_SUITE} is no suite
   */
  public VaultKeyFile vaultKeys() {
    return VaultKeyFile.of(home, environment, Clock.systemUTC());
  }

  /**
   * The folders with declarations, shipped ones first. Not the repository as a whole: a home inside
   * it keeps declarations of releases.
   */
  public List<Path> declarationRoots() {
    List<Path> roots = new ArrayList<>();
    DECLARING.forEach(module -> roots.add(root.resolve(module)));
    city.ifPresent(roots::add);
    return List.copyOf(roots);
  }
}
