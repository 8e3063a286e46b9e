package org.citylake.cli.superset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.citylake.cli.python.PythonEnvironment;
import org.citylake.cli.python.PythonRange;
import org.citylake.cli.python.PythonServer;
import org.citylake.core.CityLakeException;

/**
 * A Superset in a virtual environment of the home: installed once, with the pins that its own
 * package leaves open; its database is one SQLite file, its administrator's password a file.
 */
final class SupersetInstallation {
  /** The release that {@code up} takes. */
  static final String NEWEST = "6.1.0";

  private static final PythonRange PYTHONS = new PythonRange(10, 12);
  private static final Duration SET_UP = Duration.ofMinutes(20);

  private final PythonEnvironment environment;

  private SupersetInstallation(PythonEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Installs and sets up what is not there yet; goes on where an earlier try was cut off.
   *
   * @throws CityLakeException of kind EXTERNAL when there is no fitting Python, or a step fails;
   *     the message names the log
   */
  static SupersetInstallation ensure(
      SupersetFolder folder, Map<String, String> variables, String release, Consumer<String> told) {
    PythonEnvironment environment =
        new PythonEnvironment(
            "Superset",
            Optional.ofNullable(variables.get("CITYLAKE_SUPERSET_ENVIRONMENT"))
                .map(given -> Path.of(release.equals(NEWEST) ? given : given + "-" + release))
                .orElse(folder.root().resolve("python-" + release)),
            folder.home().logs().resolve("superset.log"),
            Map.of(
                "SUPERSET_HOME",
                folder.root().toString(),
                "SUPERSET_CONFIG_PATH",
                folder.root().resolve("superset_config.py").toString(),
                "SUPERSET_DATABASE",
                folder.root().resolve(database(release)).toString(),
                "FLASK_APP",
                "superset.app:create_app()"));
    folder.secret("secret-key");
    folder.secret("admin-password");
    environment.install(
        release,
        PYTHONS,
        packages(release),
        "Or take a Superset that runs elsewhere: ./citylake superset plan --url URL",
        told);
    for (String name : List.of("superset_config.py", "create_admin.py")) {
      write(folder.root().resolve(name), resource(name));
    }
    Path ready = folder.root().resolve("ready-" + release);
    if (!Files.exists(ready)) {
      told.accept("Setting up Superset's database");
      environment.run(List.of(environment.bin("superset"), "db", "upgrade"), SET_UP);
      environment.run(List.of(environment.bin("superset"), "init"), SET_UP);
      environment.run(
          List.of(environment.bin("python"), folder.root().resolve("create_admin.py").toString()),
          SET_UP);
      write(ready, release + "\n");
    }
    return new SupersetInstallation(environment);
  }

  /** Serves on loopback until this process ends or the server does. */
  void serve(int port, Consumer<URI> ready) {
    URI address = URI.create("http://127.0.0.1:" + port);
    PythonServer.serve(
        environment,
        List.of(
            environment.bin("gunicorn"),
            "--workers",
            "1",
            "--threads",
            "8",
            "--timeout",
            "120",
            "--bind",
            "127.0.0.1:" + port,
            "superset.app:create_app()"),
        address.resolve("/health"),
        () -> ready.accept(address));
  }

  /** Each release keeps its own database: none reads a newer one's. */
  private static String database(String release) {
    return release.equals(NEWEST) ? "superset.db" : "superset-" + release + ".db";
  }

  private static List<String> packages(String release) {
    List<String> packages = new ArrayList<>(List.of("apache-superset==" + release));
    resource("requirements.txt").lines().filter(l -> !l.startsWith("#")).forEach(packages::add);
    return packages;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = SupersetInstallation.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
