package org.citylake.core.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.citylake.core.process.JobFile;

/** The metrics of a home's running stream, asked over loopback. */
public final class StreamMetrics {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private StreamMetrics() {}

  /** The file that a running stream tells of itself in. */
  public static Path running(Home home) {
    return home.run().resolve("stream").resolve("running.json");
  }

  /** Where the stream's metrics are told in Prometheus' form; empty when it tells of none. */
  public static Optional<URI> address(Home home) {
    return Files.exists(running(home))
        ? Optional.of(JobFile.read(running(home)).path("metrics").asText())
            .filter(address -> !address.isEmpty())
            .map(URI::create)
        : Optional.empty();
  }

  /** The figures now; empty when no stream of the home runs, or it does not answer. */
  public static Optional<StreamFigures> find(Home home) {
    // A stream that was killed has left its port to whoever takes it.
    return address(home)
        .flatMap(StreamMetrics::ask)
        .filter(text -> text.contains(StreamFigures.PREFIX))
        .map(StreamFigures::parse);
  }

  private static Optional<String> ask(URI address) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      // A stream that was killed has left its file too.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while asking " + address, e);
    }
  }
}
