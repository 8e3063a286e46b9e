package org.citylake.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.citylake.core.CityLakeException;
import org.citylake.core.process.JobFile;

/**
 * One job in a child JVM: its file in, its result out.
 *
 * @param name of the process and its log, such as {@code spark}
 * @param module what runs
 * @param folder where {@code job.json} and {@code result.json} stand
 * @param logFile where the child's output goes
 * @param token the catalog's token, handed over in the environment
 */
public record EngineJob(String name, EngineModule module, Path folder, Path logFile, String token) {
  /**
   * What a job gave.
   *
   * @param result the object of {@code result.json}
   * @param peakMemoryBytes the most memory the child held, 0 where unknown
   */
  public record Outcome(JsonNode result, long peakMemoryBytes) {}

  /** Where the job's result comes to stand. */
  public Path resultFile() {
    return folder.resolve(name + "-result.json");
  }

  /** The failure that the job itself put into its result, with where its log is. */
  private Optional<CityLakeException> told(Path resultFile) {
    if (!Files.exists(resultFile)) {
      return Optional.empty();
    }
    JsonNode error = JobFile.read(resultFile).path("error");
    remove(resultFile);
    return error.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new CityLakeException(
                CityLakeException.Kind.valueOf(error.path("kind").asText("INTERNAL")),
                error.path("message").asText() + " (" + name + "'s log is " + logFile + ")"));
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }

  /**
   * Runs a job without end, and waits until it ends.
   *
   * @param job the job's keys
   * @param progress told what the child says
   * @throws CityLakeException when it fails; the message names its log
   */
  public void serve(Map<String, ?> job, Consumer<String> progress) {
    try (ChildProcess child = start(job, progress)) {
      child.awaitSuccess();
    }
  }

  /**
   * Starts a job that runs beside this process until it is closed.
   *
   * @param job the job's keys
   * @param progress told what the child says
   */
  public ChildProcess start(Map<String, ?> job, Consumer<String> progress) {
    Path jobFile = folder.resolve(name + "-job.json");
    JobFile.write(jobFile, job);
    ChildSpec spec =
        new ChildSpec(
            name,
            JavaHome.current().path(),
            module.arguments(jobFile),
            Map.of(JobFile.CATALOG_TOKEN, token),
            logFile);
    return ChildProcess.start(spec, progress);
  }

  /**
   * Runs the job to its end.
   *
   * @param job the job's keys; {@code result} is added
   * @param progress told what the child says
   */
  public Outcome run(Map<String, ?> job, Consumer<String> progress) {
    Path resultFile = resultFile();
    Map<String, Object> whole = new LinkedHashMap<>(job);
    whole.put("result", resultFile.toString());
    remove(resultFile);
    try (ChildProcess child = start(whole, progress)) {
      try {
        child.awaitSuccess();
      } catch (CityLakeException e) {
        throw told(resultFile).orElse(e);
      }
      if (!Files.exists(resultFile)) {
        throw child.failure("ended without writing " + resultFile);
      }
      return new Outcome(JobFile.read(resultFile), child.peakMemoryBytes());
    }
  }
}
