package org.citylake.cli.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;
import org.citylake.core.process.JobFile;
import org.citylake.core.stream.StreamMetrics;
import org.jspecify.annotations.Nullable;

/** The home's running stream, asked by Flink's REST API on loopback. */
final class RunningStream {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SAVEPOINT = Duration.ofMinutes(10);
  private static final long LOOK = 200;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Home home;
  private final JsonNode told;

  private RunningStream(Home home, JsonNode told) {
    this.home = home;
    this.told = told;
  }

  /** The file that the job tells of itself in. */
  static Path file(Home home) {
    return StreamMetrics.running(home);
  }

  /**
   * The stream of the home.
   *
   * @throws CityLakeException of kind USER when none runs
   */
  static RunningStream of(Home home) {
    if (!Files.exists(file(home))) {
      throw none(home, null);
    }
    return new RunningStream(home, JobFile.read(file(home)));
  }

  private static CityLakeException none(Home home, @Nullable Exception cause) {
    return new CityLakeException(
        Kind.USER, "No stream runs on " + home.root() + ": ./citylake stream start", cause);
  }

  /** Address of Flink's page. */
  String web() {
    return told.path("web").asText();
  }

  /** Ids of the sources that are streamed. */
  JsonNode sources() {
    return told.path("sources");
  }

  /** What Flink tells of the job: its state and how long it has run. */
  JsonNode job() {
    return get("");
  }

  /** What Flink tells of the checkpoints. */
  JsonNode checkpoints() {
    return get("/checkpoints");
  }

  /**
   * Makes a savepoint.
   *
   * @param stop whether the stream ends with it
   * @return where it stands
   */
  String savepoint(boolean stop) {
    String folder = savepoints().toUri().toString();
    Set<Path> before = made();
    JsonNode asked =
        stop
            ? post("/stop", Map.of("targetDirectory", folder, "drain", false))
            : post("/savepoints", Map.of("target-directory", folder, "cancel-job", false));
    String address = "/savepoints/" + asked.path("request-id").asText();
    long end = System.nanoTime() + SAVEPOINT.toNanos();
    @Nullable IOException unanswered = null;
    while (System.nanoTime() < end) {
      try {
        JsonNode state = send(address, HttpRequest.newBuilder().GET());
        if (state.at("/status/id").asText().equals("COMPLETED")) {
          return location(state.path("operation"));
        }
      } catch (IOException e) {
        // It may be busy, or be ending while it answers: only one that is gone answers no more.
        unanswered = e;
        if (e instanceof ConnectException || !Files.exists(file(home))) {
          return lastOf(before, stop, e);
        }
      }
      pause();
    }
    throw new CityLakeException(
        Kind.EXTERNAL,
        "Flink made no savepoint within " + SAVEPOINT.toMinutes() + " minutes",
        unanswered);
  }

  private String location(JsonNode operation) {
    JsonNode failure = operation.path("failure-cause");
    if (!failure.isMissingNode()) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Flink made no savepoint: "
              + failure.path("class").asText()
              + "; its page is "
              + web()
              + ". The stream goes on from its last checkpoint");
    }
    return URI.create(operation.path("location").asText()).getPath();
  }

  /** A stream that has stopped ends with its server; the savepoint tells that it did so well. */
  private String lastOf(Set<Path> before, boolean stop, IOException gone) {
    return made().stream()
        .filter(savepoint -> stop && !before.contains(savepoint))
        .findFirst()
        .map(Path::toString)
        .orElseThrow(() -> none(home, gone));
  }

  private Path savepoints() {
    return home.stream().resolve("savepoints");
  }

  /** Savepoints that are whole. */
  private Set<Path> made() {
    if (!Files.isDirectory(savepoints())) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(savepoints())) {
      return files
          .filter(folder -> Files.exists(folder.resolve("_metadata")))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + savepoints(), e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while a savepoint was made", e);
    }
  }

  private JsonNode get(String path) {
    return call(path, HttpRequest.newBuilder().GET());
  }

  private JsonNode post(String path, Map<String, ?> body) {
    return call(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.line(body))));
  }

  private JsonNode call(String path, HttpRequest.Builder request) {
    try {
      return send(path, request);
    } catch (ConnectException e) {
      throw none(home, e);
    } catch (IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Flink at " + address(path) + " does not answer", e);
    }
  }

  private JsonNode send(String path, HttpRequest.Builder request) throws IOException {
    URI address = address(path);
    try {
      HttpResponse<String> answer =
          CLIENT.send(request.uri(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new CityLakeException(
            Kind.EXTERNAL,
            "Flink at " + address + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return Json.mapper().readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while asking " + address, e);
    }
  }

  private URI address(String path) {
    return URI.create(web() + "/jobs/" + told.path("job_id").asText() + path);
  }
}
