package org.citylake.batchjobs;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.cases.CasesJob;
import org.citylake.batchjobs.compute.ComputeJob;
import org.citylake.batchjobs.process.Progress;
import org.citylake.batchjobs.rebuild.RebuildJob;
import org.citylake.batchjobs.spark.SparkLake;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.process.JobFile;
import org.citylake.core.process.ParentWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Spark process: {@code --job job.json}. Exit code 0, or 1 and 2 with {@code {"error": {"kind",
 * "message"}}} as the result.
 */
public final class BatchMain {
  private static final Logger LOG = LoggerFactory.getLogger(BatchMain.class);
  private static final String WAREHOUSE = "live";

  private BatchMain() {}

  /** The process's entry. */
  public static void main(String[] arguments) {
    if (arguments.length != 2 || !arguments[0].equals("--job")) {
      System.err.println("usage: BatchMain --job job.json");
      System.exit(2);
    }
    ParentWatch.start();
    BatchJob job;
    try {
      job = BatchJob.read(Path.of(arguments[1]));
    } catch (CityLakeException e) {
      LOG.error("The job file cannot be used", e);
      System.exit(e.exitCode());
      return;
    }
    // Spark leaves threads that are no daemons; only an explicit exit ends the process.
    System.exit(run(job));
  }

  @SuppressWarnings("CatchingUnchecked") // Spark's exceptions are checked; Scala does not say so.
  private static int run(BatchJob job) {
    try {
      JobFile.write(job.result(), work(job));
      return 0;
    } catch (Exception e) {
      LOG.error("The job {} failed", job.job(), e);
      // What fails inside a task comes wrapped, with Spark's traces around its one sentence.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof CityLakeException told) {
          JobFile.write(job.result(), error(told.kind(), String.valueOf(told.getMessage())));
          return told.exitCode();
        }
      }
      JobFile.write(job.result(), error(Kind.INTERNAL, e.toString()));
      return 1;
    }
  }

  private static Object work(BatchJob job) {
    if (job.job().equals("cases")) {
      Progress.print("starting Spark");
      return new CasesJob(
              DeclarationReader.load(job.declarationRoots()),
              SparkLake.inMemory(),
              job.declarations())
          .run();
    }
    String token = System.getenv(JobFile.CATALOG_TOKEN);
    if (token == null) {
      throw new CityLakeException(
          Kind.USER, "The environment lacks " + JobFile.CATALOG_TOKEN + ", the catalog's token");
    }
    Progress.print("reading the declarations");
    DeclarationLibrary library = DeclarationReader.load(job.declarationRoots());
    Progress.print("starting Spark");
    // The session ends with the process.
    SparkSession session = SparkLake.connect(job.catalogUri(), token, WAREHOUSE);
    return switch (job.job()) {
      case "compute" -> new ComputeJob(job, library, session).run();
      case "rebuild" -> new RebuildJob(job, library, session).run();
      default ->
          throw new CityLakeException(
              Kind.USER, "Unknown job '" + job.job() + "'; it is cases, compute or rebuild");
    };
  }

  private static Map<String, Object> error(Kind kind, String message) {
    return Map.of("error", Map.of("kind", kind.name(), "message", message));
  }
}
