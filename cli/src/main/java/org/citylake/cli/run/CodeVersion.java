package org.citylake.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.ContentHash;

/**
 * The version of the code that figures come from: a hash over the jars of the modules that have a
 * part in them. The build is reproducible, so the same sources give the same version.
 */
public final class CodeVersion {
  private static final List<String> MODULES =
      List.of(
          "core",
          "entities",
          "lakehouse",
          "ingestion",
          "metrics",
          "batch-jobs",
          "streaming-jobs",
          "dashboard");

  private CodeVersion() {}

  /**
   * First 16 hexadecimal digits of the SHA-256 over the jars' hashes.
   *
   * @throws CityLakeException of kind EXTERNAL when a module is not built
   */
  public static String of(Path root) {
    StringBuilder listing = new StringBuilder();
    for (String module : MODULES) {
      listing.append(module).append(' ').append(ContentHash.of(jar(root, module))).append('\n');
    }
    return ContentHash.of(listing.toString()).substring(0, 16);
  }

  private static Path jar(Path root, String module) {
    Path target = root.resolve(module).resolve("target");
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        return files
            .filter(f -> f.getFileName().toString().matches("citylake-[a-z-]+-[0-9].*\\.jar"))
            .filter(f -> !f.getFileName().toString().endsWith("-tests.jar"))
            .findFirst()
            .orElseThrow(() -> notBuilt(module));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot list " + target, e);
      }
    }
    throw notBuilt(module);
  }

  private static CityLakeException notBuilt(String module) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "The module " + module + " is not built: run mvn -DskipTests package, or use ./citylake");
  }
}
