package org.citylake.cli.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.ContentHash;

/**
 * The server that the module {@code trino-server} assembled.
 *
 * @param module the module's folder
 */
record TrinoInstallation(Path module) {
  /** The folder with one folder of jars per plugin. */
  Path plugins() {
    return module.resolve("target/trino/plugin");
  }

  /** Our launcher and Trino's jars in a fixed order, which an AOT cache insists on. */
  String classPath() {
    List<String> jars = new ArrayList<>();
    jars.add(launcherJar().toString());
    libraries().forEach(jar -> jars.add(jar.toString()));
    return String.join(File.pathSeparator, jars);
  }

  /** Trino's version, from the name of its main jar. */
  String version() {
    return libraries().stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> name.matches("trino-main-\\d+\\.jar"))
        .map(name -> name.replaceAll("\\D", ""))
        .findFirst()
        .orElseThrow(this::notBuilt);
  }

  /** The start-up cache for this Java and these jars; it may not exist yet. */
  Path startUpCache(JavaHome java) {
    String key =
        launcher()
            + "\n"
            + libraries().stream().map(Path::toString).collect(Collectors.joining("\n"))
            + "\n"
            + java.path()
            + "\n"
            + java.version();
    return module.resolve("target/trino/" + ContentHash.of(key).substring(0, 16) + ".aot");
  }

  private Path launcherJar() {
    return EngineModule.jar(module).orElseThrow(this::notBuilt);
  }

  /** A cache made with another jar, though of the same name, is refused by the JVM. */
  private String launcher() {
    Path jar = launcherJar();
    try {
      return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + jar, e);
    }
  }

  private List<Path> libraries() {
    Path folder = module.resolve("target/trino/lib");
    if (!Files.isDirectory(folder)) {
      throw notBuilt();
    }
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private CityLakeException notBuilt() {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot start Trino: "
            + module
            + " is not built; run mvn -DskipTests package, or ./citylake, which does it");
  }
}
