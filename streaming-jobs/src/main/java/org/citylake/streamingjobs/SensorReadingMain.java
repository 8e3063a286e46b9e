package org.citylake.streamingjobs;

import java.nio.file.Path;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.process.JobFile;
import org.citylake.core.process.ParentWatch;
import org.citylake.streamingjobs.table.LakeTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replays a delivery of sensor readings: {@code --job job.json}. */
public final class SensorReadingMain {
  /** System property that logback.xml takes the log file from. */
  private static final String LOG_FILE = "citylake.log";

  private SensorReadingMain() {}

  /** Ends with 0, or with 1 or 2 and a message on standard error. */
  public static void main(String[] args) {
    ParentWatch.start();
    int code;
    try {
      run(args);
      code = 0;
    } catch (Exception e) {
      CityLakeException told = told(e);
      logger().error("The replay failed", e);
      System.err.println(told.getMessage());
      code = told.exitCode();
    }
    System.exit(code);
  }

  private static void run(String[] args) throws Exception {
    if (args.length != 2 || !args[0].equals("--job")) {
      throw new CityLakeException(Kind.USER, "Usage: SensorReadingMain --job job.json");
    }
    SensorReadingConfig config = JobFile.read(Path.of(args[1]), SensorReadingConfig.class);
    Path result = Path.of(config.result());
    String log = config.log();
    System.setProperty(
        LOG_FILE, log == null ? result.resolveSibling("streaming.log").toString() : log);
    String token = System.getenv(JobFile.CATALOG_TOKEN);
    if (token == null) {
      throw new CityLakeException(
          Kind.USER,
          "The environment has no " + JobFile.CATALOG_TOKEN + ": start the job by the command");
    }
    try (LakeTables tables = LakeTables.rest(config.catalogUri(), token)) {
      SensorReadingReplay replay =
          new SensorReadingReplay(config, tables, text -> System.out.println("progress " + text));
      JobFile.write(result, replay.run());
    }
  }

  /** The failure that has a message for people, from the depth of an engine's causes. */
  private static CityLakeException told(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CityLakeException) {
        return (CityLakeException) cause;
      }
    }
    return new CityLakeException(
        Kind.INTERNAL, "The replay failed: " + failure + "; its log tells where", failure);
  }

  /** Not a field: the log's file is known only after the job was read. */
  private static Logger logger() {
    return LoggerFactory.getLogger(SensorReadingMain.class);
  }
}
