package org.citylake.ingestion.connector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ConnectorDeclaration;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Fetches all pages of an address that answers in JSON. Answers 429 and 5xx and broken connections
 * are tried again, with growing pauses; any other answer ends the pull. Redirects are not followed,
 * so the token goes to the declared server alone.
 */
final class HttpConnector implements Connector {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int TRIES = 5;
  private static final ObjectMapper EXACT =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final SourceDeclaration source;
  private final ConnectorDeclaration.Http http;
  private final Secrets secrets;
  private final Duration pause;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(20))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * A connector.
   *
   * @param pause before the second try; each further one waits twice as long
   */
  HttpConnector(
      SourceDeclaration source,
      ConnectorDeclaration.Http http,
      Map<String, String> environment,
      Duration pause) {
    this.source = source;
    this.http = http;
    this.secrets = new Secrets(environment);
    this.pause = pause;
  }

  @Override
  public void pull(Optional<String> position, Path folder, Receiver receiver) throws IOException {
    Path file = folder.resolve(source.id() + ".jsonl");
    try (DeliveryLines lines = new DeliveryLines(file)) {
      int number = 1;
      Set<URI> seen = new HashSet<>();
      for (URI page = page(number); page != null; ) {
        if (!seen.add(page)) {
          throw new CityLakeException(
              Kind.EXTERNAL,
              http.shown() + " names a page twice: " + page + "; pages go in a ring");
        }
        JsonNode answer = fetch(page);
        JsonNode records = http.records().isEmpty() ? answer : answer.at(http.records());
        if (!records.isArray()) {
          throw new CityLakeException(
              Kind.EXTERNAL,
              page
                  + " gave no list of records at '"
                  + http.records()
                  + "': see 'records' of the connector");
        }
        for (JsonNode record : records) {
          lines.write(EXACT.writeValueAsBytes(record));
        }
        number++;
        page = next(page, answer, records.size(), number);
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    receiver.receive(new Fetched(file, Optional.empty(), Optional.empty()));
    Files.deleteIfExists(file);
  }

  private @Nullable URI next(URI page, JsonNode answer, int records, int number) {
    if (http.next().isPresent()) {
      JsonNode next = answer.at(http.next().get());
      if (!next.isTextual() || next.asText().isEmpty()) {
        return null;
      }
      URI address = page.resolve(next.asText());
      if (!address.getAuthority().equals(http.url().getAuthority())) {
        throw new CityLakeException(
            Kind.EXTERNAL,
            page + " names a next page on another server: " + address + "; it was not asked");
      }
      return address;
    }
    return http.page().isPresent() && records > 0 ? page(number) : null;
  }

  private URI page(int number) {
    StringBuilder address = new StringBuilder(http.url().toString());
    http.page().ifPresent(name -> append(address, name, number));
    http.size().ifPresent(name -> append(address, name, http.pageSize()));
    return URI.create(address.toString());
  }

  private static void append(StringBuilder address, String name, int value) {
    address
        .append(address.indexOf("?") < 0 ? '?' : '&')
        .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
        .append('=')
        .append(value);
  }

  private JsonNode fetch(URI page) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(page).timeout(PATIENCE).header("Accept", "application/json");
    http.token()
        .ifPresent(token -> request.header("Authorization", "Bearer " + secrets.load(token)));
    RetryPolicy<HttpResponse<byte[]>> retry =
        RetryPolicy.<HttpResponse<byte[]>>builder()
            .handle(IOException.class)
            .handleResultIf(answer -> answer.statusCode() == 429 || answer.statusCode() >= 500)
            .withBackoff(pause, pause.multipliedBy(64))
            .withMaxAttempts(TRIES)
            .build();
    HttpResponse<byte[]> answer;
    try {
      answer =
          Failsafe.with(retry)
              .get(() -> client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (FailsafeException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot reach "
              + page
              + " in "
              + TRIES
              + " tries: "
              + e.getCause()
              + "; pull again later",
          e);
    }
    if (answer.statusCode() != 200) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          page + " answered " + answer.statusCode() + "; nothing of this pull was loaded");
    }
    try {
      return EXACT.readTree(answer.body());
    } catch (IOException e) {
      throw new CityLakeException(Kind.EXTERNAL, page + " gave no JSON: " + e.getMessage(), e);
    }
  }
}
