package org.citylake.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
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
public record EngineJob(
    String name, EngineModule module, Path folder, Path logFile, String token) {
  /**
   * What a job gave.
   *
   * @param result the object of {@code result.json}
   * @param peakMemoryBytes the most memory the child held, 0 where unknown
   */
  public record Outcome(JsonNode result, long peakMemoryBytes) {}

  /**
   * Runs the job to its end.
   *
   * @param job the job's keys; {@code result} is added
   * @param progress told what the child says
   */
  public Outcome run(Map<String, ?> job, Consumer<String> progress) {
    Path jobFile = folder.resolve(name + "-job.json");
    Path resultFile = folder.resolve(name + "-result.json");
    Map<String, Object> whole = new LinkedHashMap<>(job);
    whole.put("result", resultFile.toString());
    try {
      Files.deleteIfExists(resultFile);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove the result of an earlier run", e);
    }
    JobFile.write(jobFile, whole);
    ChildSpec spec =
        new ChildSpec(
            name,
            JavaHome.current().path(),
            module.arguments(jobFile),
            Map.of(JobFile.CATALOG_TOKEN, token),
            logFile);
    try (ChildProcess child = ChildProcess.start(spec, progress)) {
      child.awaitSuccess();
      if (!Files.exists(resultFile)) {
        throw child.failure("ended without writing " + resultFile);
      }
      return new Outcome(JobFile.read(resultFile), child.peakMemoryBytes());
    }
  }
}
