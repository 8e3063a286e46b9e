package org.citylake.cli.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * A built module whose main class runs in a JVM of its own: {@code target/citylake-NAME-*.jar},
 * {@code target/classpath.txt} with the libraries, and {@code src/main/jvm/flags.txt} with the
 * JVM's flags, written as a Java argument file.
 *
 * @param folder the module's folder
 * @param mainClass what is run
 */
public record EngineModule(Path folder, String mainClass) {
  /** The Spark jobs. */
  public static EngineModule spark(Path root) {
    return new EngineModule(root.resolve("batch-jobs"), "org.citylake.batchjobs.BatchMain");
  }

  /** The Flink job that replays sensor readings. */
  public static EngineModule sensorReadings(Path root) {
    return new EngineModule(
        root.resolve("streaming-jobs"), "org.citylake.streamingjobs.SensorReadingMain");
  }

  /** A Kafka broker on loopback. */
  public static EngineModule broker(Path root) {
    return new EngineModule(
        root.resolve("streaming-jobs/broker"), "org.citylake.broker.BrokerMain");
  }

  /** The Flink job that takes live sources. */
  public static EngineModule liveStream(Path root) {
    return new EngineModule(
        root.resolve("streaming-jobs"), "org.citylake.streamingjobs.live.LiveStreamMain");
  }

  /** Settles late events of live sources. */
  public static EngineModule settlement(Path root) {
    return new EngineModule(
        root.resolve("streaming-jobs"), "org.citylake.streamingjobs.live.SettleMain");
  }

  /** Live streams that are broken by seed. */
  public static EngineModule faultSeeds(Path root) {
    return new EngineModule(
        root.resolve("streaming-jobs"), "org.citylake.streamingjobs.fault.FaultSeedsMain");
  }

  /** Takes what a live source's topics hold, to see how fast. */
  public static EngineModule streamThroughput(Path root) {
    return new EngineModule(
        root.resolve("streaming-jobs"), "org.citylake.streamingjobs.benchmark.ThroughputMain");
  }

  /** Everything behind {@code java} for a job file. */
  List<String> arguments(Path jobFile) {
    List<String> arguments = new ArrayList<>();
    // Of two equal flags the later one counts, so a module's own file can set another bound.
    arguments.add("-Xmx1536m");
    Path flags = folder.resolve("src/main/jvm/flags.txt");
    if (Files.exists(flags)) {
      arguments.add("@" + flags);
    }
    arguments.add("-Dfile.encoding=UTF-8");
    arguments.add("-cp");
    arguments.add(classPath());
    arguments.add(mainClass);
    arguments.add("--job");
    arguments.add(jobFile.toString());
    return arguments;
  }

  /**
   * The class path.
   *
   * @throws CityLakeException of kind EXTERNAL when the module is not built
   */
  String classPath() {
    Path libraries = folder.resolve("target/classpath.txt");
    Optional<Path> jar = jar(folder);
    if (jar.isEmpty() || !Files.exists(libraries)) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot start "
              + mainClass
              + ": "
              + folder
              + " is not built; run mvn -DskipTests package, or ./citylake, which does it");
    }
    try {
      return jar.get()
          + java.io.File.pathSeparator
          + Files.readString(libraries, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + libraries, e);
    }
  }

  /** The jar that a module's build made, if it is built. */
  static Optional<Path> jar(Path folder) {
    Path target = folder.resolve("target");
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(f -> f.getFileName().toString().matches("citylake-.*(?<!-tests|-sources)\\.jar"))
          .min(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + target, e);
    }
  }
}
