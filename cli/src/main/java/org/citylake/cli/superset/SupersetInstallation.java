package org.citylake.cli.superset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.citylake.cli.engine.LogTail;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * A Superset in a virtual environment of the home: installed once, with the pins that its own
 * package leaves open; its database is one SQLite file, its administrator's password a file.
 */
final class SupersetInstallation {
  /** The release that {@code up} takes. */
  static final String NEWEST = "6.1.0";

  /** Python's variable for the certificates of its HTTP client; it would overrule Trino's own. */
  private static final Set<String> OVERRULING = Set.of("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE");

  private static final List<String> PYTHONS =
      List.of("python3.11", "python3.12", "python3.10", "python3");
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration INSTALL = Duration.ofMinutes(20);

  private final SupersetFolder folder;
  private final Path environment;

  private SupersetInstallation(SupersetFolder folder, Path environment) {
    this.folder = folder;
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
    Path environment =
        Optional.ofNullable(variables.get("CITYLAKE_SUPERSET_ENVIRONMENT"))
            .map(Path::of)
            .orElse(folder.root().resolve("python-" + release));
    SupersetInstallation installation = new SupersetInstallation(folder, environment);
    folder.secret("secret-key");
    folder.secret("admin-password");
    Path done = environment.resolve("installed-" + release);
    if (!Files.exists(done)) {
      told.accept("Downloading Superset " + release + " (log: " + installation.log() + ")");
      installation.install(release);
      write(done, release + "\n");
    }
    for (String name : List.of("superset_config.py", "create_admin.py")) {
      write(folder.root().resolve(name), resource(name));
    }
    Path ready = folder.root().resolve("ready-" + release);
    if (!Files.exists(ready)) {
      told.accept("Setting up Superset's database");
      installation.run(List.of(installation.bin("superset"), "db", "upgrade"), INSTALL);
      installation.run(List.of(installation.bin("superset"), "init"), INSTALL);
      installation.run(
          List.of(installation.bin("python"), folder.root().resolve("create_admin.py").toString()),
          INSTALL);
      write(ready, release + "\n");
    }
    return installation;
  }

  /** Serves on loopback until this process ends or the server does. */
  void serve(int port, Consumer<URI> ready) {
    URI address = URI.create("http://127.0.0.1:" + port);
    Process server =
        start(
            List.of(
                bin("gunicorn"),
                "--workers",
                "1",
                "--threads",
                "8",
                "--timeout",
                "120",
                "--bind",
                "127.0.0.1:" + port,
                "superset.app:create_app()"));
    Thread end = new Thread(server::destroy, "end-superset");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      awaitHealth(server, address);
      ready.accept(address);
      int code = server.waitFor();
      if (code != 0) {
        throw failed("ended with exit code " + code);
      }
    } catch (InterruptedException e) {
      server.destroy();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitHealth(Process server, URI address) throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest health = HttpRequest.newBuilder(address.resolve("/health")).build();
    long limit = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < limit) {
      if (server.waitFor(500, TimeUnit.MILLISECONDS)) {
        throw failed("ended with exit code " + server.exitValue() + "; is the port taken?");
      }
      try {
        if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        continue; // It does not listen yet.
      }
    }
    server.destroy();
    throw failed("did not answer within " + START.toSeconds() + " s");
  }

  private void install(String release) {
    String python =
        PYTHONS.stream()
            .filter(SupersetInstallation::fits)
            .findFirst()
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.EXTERNAL,
                        "Superset needs Python 3.10, 3.11 or 3.12 with venv, and none is on the"
                            + " PATH. Install one (Debian and Ubuntu: apt-get install python3"
                            + " python3-venv), or take a Superset that runs elsewhere:"
                            + " ./citylake superset plan --url URL"));
    run(List.of(python, "-m", "venv", environment.toString()), INSTALL);
    List<String> pip = new ArrayList<>(List.of(bin("pip"), "install", "--quiet"));
    pip.add("apache-superset==" + release);
    resource("requirements.txt").lines().filter(l -> !l.startsWith("#")).forEach(pip::add);
    run(pip, INSTALL);
  }

  private static boolean fits(String python) {
    try {
      Process version =
          new ProcessBuilder(
                  python,
                  "-c",
                  "import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info < (3, 13))")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return version.waitFor() == 0;
    } catch (IOException e) {
      return false; // There is no such program.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void run(List<String> command, Duration limit) {
    Process process = start(command);
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroy();
        throw failed("took more than " + limit.toMinutes() + " minutes for " + command.get(0));
      }
      if (process.exitValue() != 0) {
        throw failed("ended with exit code " + process.exitValue() + " at " + command);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted at " + command, e);
    }
  }

  private Process start(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    boolean installs = command.contains("install");
    builder.environment().keySet().removeIf(name -> !installs && OVERRULING.contains(name));
    builder.environment().put("SUPERSET_HOME", folder.root().toString());
    builder
        .environment()
        .put("SUPERSET_CONFIG_PATH", folder.root().resolve("superset_config.py").toString());
    builder.environment().put("FLASK_APP", "superset.app:create_app()");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    try {
      Files.createDirectories(log().getParent());
      return builder.start();
    } catch (IOException e) {
      throw new CityLakeException(Kind.EXTERNAL, "Cannot start " + command.get(0) + ": " + e, e);
    }
  }

  private CityLakeException failed(String what) {
    return new CityLakeException(
        Kind.EXTERNAL, "Superset " + what + "; its log is " + log() + LogTail.lastErrors(log()));
  }

  private Path log() {
    return folder.home().logs().resolve("superset.log");
  }

  private String bin(String program) {
    return environment.resolve("bin").resolve(program).toString();
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
