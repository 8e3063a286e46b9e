package org.citylake.batchjobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.citylake.core.process.JobFile;

/**
 * What a job file asks for.
 *
 * @param job {@code cases}, {@code compute} or {@code rebuild}
 * @param home the city's state
 * @param catalogUri address of the catalog server
 * @param declarationRoots folders with declarations, shipped ones first
 * @param runId id of the run, part of branch names
 * @param codeVersion version of the code, written beside every figure
 * @param result where the result goes
 * @param full whether everything is computed, even what did not change; of {@code compute}
 * @param inputs raw and stream tables to the snapshots to read
 * @param release the release to rebuild; empty for {@code compute}
 * @param releaseTables the release's tables to their snapshots; empty for {@code compute}
 * @param declarations the tables and indicators whose cases are run; empty but for {@code cases}
 */
public record BatchJob(
    String job,
    Home home,
    URI catalogUri,
    List<Path> declarationRoots,
    String runId,
    String codeVersion,
    Path result,
    boolean full,
    Map<String, Long> inputs,
    String release,
    Map<String, Long> releaseTables,
    List<String> declarations) {
  public BatchJob {
    declarationRoots = List.copyOf(declarationRoots);
    declarations = List.copyOf(declarations);
  }

  /**
   * Reads a job file.
   *
   * @throws CityLakeException of kind USER that names a missing key
   */
  public static BatchJob read(Path file) {
    JsonNode job = JobFile.read(file);
    List<Path> roots = new ArrayList<>();
    require(file, job, "declaration_roots").forEach(r -> roots.add(Path.of(r.asText())));
    List<String> declarations = new ArrayList<>();
    job.path("declarations").forEach(d -> declarations.add(d.asText()));
    return new BatchJob(
        require(file, job, "job").asText(),
        new Home(Path.of(require(file, job, "home").asText())),
        URI.create(require(file, job, "catalog_uri").asText()),
        roots,
        require(file, job, "run_id").asText(),
        require(file, job, "code_version").asText(),
        Path.of(require(file, job, "result").asText()),
        job.path("full").asBoolean(),
        snapshots(require(file, job, "inputs")),
        job.path("release").asText(""),
        snapshots(job.path("release_tables")),
        declarations);
  }

  private static Map<String, Long> snapshots(JsonNode node) {
    Map<String, Long> map = new TreeMap<>();
    node.fields().forEachRemaining(e -> map.put(e.getKey(), e.getValue().asLong()));
    return map;
  }

  private static JsonNode require(Path file, JsonNode job, String key) {
    JsonNode value = job.get(key);
    if (value == null || value.isNull()) {
      throw new CityLakeException(
          Kind.USER, "The job file " + file + " lacks the key '" + key + "'");
    }
    return value;
  }
}
