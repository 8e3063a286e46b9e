package org.citylake.cli.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An installed Java, known by its {@code release} file.
 *
 * @param path its folder
 * @param version as it says itself, such as {@code 25.0.3}
 */
public record JavaHome(Path path, String version) {
  /** What to do where no JDK 25 is found. */
  public static final String INSTALL_25 =
      "SQL needs a JDK 25: install one (https://adoptium.net/temurin/releases/?version=25) and set"
          + " CITYLAKE_TRINO_JAVA_HOME to its folder";

  /** The Java that runs this process. */
  public static JavaHome current() {
    return new JavaHome(Path.of(System.getProperty("java.home")), Runtime.version().toString());
  }

  /** 25 of {@code 25.0.3}. */
  public int feature() {
    String first = version.split("[.+-]", 2)[0];
    return first.chars().allMatch(Character::isDigit) && !first.isEmpty()
        ? Integer.parseInt(first)
        : 0;
  }

  /**
   * The Java for Trino: 25 or newer from {@code CITYLAKE_TRINO_JAVA_HOME}, {@code JAVA_HOME} or the
   * usual places.
   */
  public static Optional<JavaHome> findForTrino(Map<String, String> environment) {
    return candidates(environment).stream()
        .flatMap(folder -> read(folder).stream())
        .filter(java -> java.feature() >= 25)
        .findFirst();
  }

  /** All that are installed in the usual places. */
  public static List<JavaHome> all(Map<String, String> environment) {
    return candidates(environment).stream().flatMap(f -> read(f).stream()).distinct().toList();
  }

  static Optional<JavaHome> read(Path folder) {
    Path release = folder.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(folder.resolve("bin/java"))) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + release, e);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return Optional.of(new JavaHome(folder, version));
  }

  private static List<Path> candidates(Map<String, String> environment) {
    List<Path> candidates = new ArrayList<>();
    for (String name : List.of("CITYLAKE_TRINO_JAVA_HOME", "JAVA_HOME")) {
      String value = environment.getOrDefault(name, "");
      if (!value.isBlank()) {
        candidates.add(Path.of(value));
      }
    }
    candidates.addAll(below(Path.of("/usr/lib/jvm"), ""));
    candidates.addAll(below(Path.of("/opt"), ""));
    String user = environment.getOrDefault("HOME", "");
    if (!user.isBlank()) {
      candidates.addAll(below(Path.of(user, ".sdkman", "candidates", "java"), ""));
    }
    candidates.addAll(below(Path.of("/Library/Java/JavaVirtualMachines"), "Contents/Home"));
    return candidates;
  }

  private static List<Path> below(Path folder, String inside) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .map(child -> inside.isEmpty() ? child : child.resolve(inside))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }
}
