package org.citylake.streamingjobs.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.LiveStream;
import org.citylake.core.process.JobFile;
import org.citylake.core.process.ParentWatch;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.table.LakeTables;

/** Settles late events once: {@code --job job.json}. */
public final class SettleMain {
  private SettleMain() {}

  /**
   * What is settled.
   *
   * @param catalogUri address of the catalog server
   * @param declarationRoots declaration folders, shipped first
   * @param sources ids of the live sources
   * @param result where the outcome of each source goes
   * @param log log file
   */
  record Job(
      @JsonProperty("catalog_uri") String catalogUri,
      @JsonProperty("declaration_roots") List<String> declarationRoots,
      @JsonProperty("sources") List<String> sources,
      @JsonProperty("result") String result,
      @JsonProperty("log") String log) {}

  /** Ends with 0, or with the failure's exit code and a message. */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    Job job = JobFile.read(Path.of(args[1]), Job.class);
    System.setProperty("citylake.log", job.log());
    String token =
        Objects.requireNonNull(
            System.getenv(JobFile.CATALOG_TOKEN), "the environment has no catalog token");
    Map<String, LiveStream> streams = new TreeMap<>();
    for (String id : job.sources()) {
      DeclaredSource source = new DeclaredSource(job.declarationRoots(), id);
      streams.put(id, source.stream().live().orElseThrow());
    }
    int code = 0;
    try (LakeTables tables = LakeTables.rest(job.catalogUri(), token)) {
      JobFile.write(Path.of(job.result()), Settlement.settle(tables, streams));
    } catch (CityLakeException e) {
      System.err.println(e.getMessage());
      code = e.exitCode();
    }
    System.exit(code);
  }
}
