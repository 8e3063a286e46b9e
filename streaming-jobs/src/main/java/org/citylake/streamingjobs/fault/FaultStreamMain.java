package org.citylake.streamingjobs.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import org.citylake.core.process.JobFile;
import org.citylake.core.process.ParentWatch;
import org.citylake.streamingjobs.delivery.DeclaredSource;

/** The stream of one seed, from where it was when its process was killed, to its end. */
public final class FaultStreamMain {
  private FaultStreamMain() {}

  /**
   * What is run.
   *
   * @param seed the seed
   * @param roots declaration folders
   * @param folder tables and checkpoints
   */
  record Job(
      @JsonProperty("seed") long seed,
      @JsonProperty("roots") List<String> roots,
      @JsonProperty("folder") String folder) {}

  /** Ends with 0 when the stream came to its end. */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    Job job = JobFile.read(Path.of(args[0]), Job.class);
    int code = 1;
    try (WarmCluster cluster = new WarmCluster()) {
      new FaultSeed(
              job.seed(),
              new DeclaredSource(job.roots(), PlannedMessages.SOURCE),
              Path.of(job.folder()))
          .resume(cluster);
      code = 0;
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      // Threads of the cluster do not keep the process.
      Runtime.getRuntime().halt(code);
    }
  }
}
