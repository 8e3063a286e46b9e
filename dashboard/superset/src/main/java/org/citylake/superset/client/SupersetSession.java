package org.citylake.superset.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in user of Superset's REST API. Signs in at the first call, keeps the session's cookie
 * and the token against forged requests that every write must carry, and signs in anew when the
 * access token ends. A call that is refused for the moment (429, 502, 503, 504) or whose connection
 * breaks is made again a few times: every write of ours may come twice.
 */
final class SupersetSession {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(120);
  private static final int UNAUTHORISED = 401;
  private static final int NOT_FOUND = 404;
  private static final int RETRIES = 3;
  private static final int LONGEST_PAUSE = 16;

  private final SupersetAccount account;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .cookieHandler(new CookieManager())
          .build();
  private final RetryPolicy<HttpResponse<byte[]>> retries;

  private @Nullable String accessToken;
  private @Nullable String forgeryToken;

  SupersetSession(SupersetAccount account, Duration pause) {
    this.account = account;
    this.retries =
        RetryPolicy.<HttpResponse<byte[]>>builder()
            .handle(IOException.class)
            .handleResultIf(r -> RefusedCall.passing(r.statusCode()))
            .withMaxRetries(RETRIES)
            .withBackoff(pause, pause.multipliedBy(LONGEST_PAUSE))
            .build();
  }

  /** The parsed answer to a GET. */
  JsonNode get(String path) {
    return json(call("GET", path, null, "application/json"), "GET", path);
  }

  /** The parsed answer to a GET; empty when there is no such thing. */
  Optional<JsonNode> find(String path) {
    HttpResponse<byte[]> answer = answer("GET", path, null, "application/json");
    return answer.statusCode() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(json(expectDone(answer, "GET", path), "GET", path));
  }

  /** The bytes that a GET answers with. */
  byte[] download(String path) {
    return call("GET", path, null, "application/json").body();
  }

  /** The parsed answer to a call with a JSON body. */
  JsonNode send(String verb, String path, Object body) {
    BodyPublisher publisher = BodyPublishers.ofString(Json.line(body), StandardCharsets.UTF_8);
    return json(call(verb, path, publisher, "application/json"), verb, path);
  }

  /** The parsed answer to a DELETE. */
  JsonNode delete(String path) {
    return json(call("DELETE", path, BodyPublishers.noBody(), "application/json"), "DELETE", path);
  }

  /** Sends a file and fields of a form. */
  void upload(String path, FormData form) {
    call("POST", path, BodyPublishers.ofByteArray(form.bytes()), form.contentType());
  }

  /** {@code path?q=} and the value, as Superset takes the arguments of a list. */
  static String query(String path, Object value) {
    return path + "?q=" + URLEncoder.encode(Json.line(value), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> call(
      String verb, String path, @Nullable BodyPublisher body, String type) {
    return expectDone(answer(verb, path, body, type), verb, path);
  }

  private HttpResponse<byte[]> answer(
      String verb, String path, @Nullable BodyPublisher body, String type) {
    if (accessToken == null) {
      signIn();
    }
    HttpResponse<byte[]> answer = attempt(() -> request(verb, path, body, type), verb, path);
    if (answer.statusCode() == UNAUTHORISED) {
      signIn();
      answer = attempt(() -> request(verb, path, body, type), verb, path);
    }
    return answer;
  }

  private HttpRequest request(String verb, String path, @Nullable BodyPublisher body, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .timeout(ANSWER)
            .header("Accept", "*/*")
            .header("Authorization", "Bearer " + accessToken)
            .method(verb, body == null ? BodyPublishers.noBody() : body);
    if (body != null) {
      // Told of a type without a body, Superset takes the call for a broken one.
      request.header("Content-Type", type);
      request.header("X-CSRFToken", String.valueOf(forgeryToken));
      request.header("Referer", at("/").toString());
    }
    return request.build();
  }

  private void signIn() {
    String path = "/api/v1/security/login";
    String credentials =
        Json.line(
            Map.of(
                "username",
                account.username(),
                "password",
                account.password().get(),
                "provider",
                "db",
                "refresh",
                true));
    HttpRequest request =
        HttpRequest.newBuilder(at(path))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(credentials, StandardCharsets.UTF_8))
            .build();
    HttpResponse<byte[]> answer = attempt(() -> request, "POST", path);
    if (answer.statusCode() == UNAUTHORISED) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Superset at "
              + account.address()
              + " does not know the user "
              + account.username()
              + " with this password; give the right one");
    }
    JsonNode tokens = json(expectDone(answer, "POST", path), "POST", path);
    accessToken = tokens.path("access_token").asText();
    String csrf = "/api/v1/security/csrf_token/";
    HttpResponse<byte[]> token =
        attempt(() -> request("GET", csrf, null, "application/json"), "GET", csrf);
    forgeryToken = json(expectDone(token, "GET", csrf), "GET", csrf).path("result").asText();
  }

  private HttpResponse<byte[]> attempt(Supplier<HttpRequest> request, String verb, String path) {
    try {
      return Failsafe.with(retries).get(() -> http.send(request.get(), BodyHandlers.ofByteArray()));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Superset at "
              + account.address()
              + " does not answer to "
              + verb
              + " "
              + path
              + " ("
              + e.getCause()
              + "); is it running there? ./citylake superset up starts one",
          e);
    }
  }

  private HttpResponse<byte[]> expectDone(HttpResponse<byte[]> answer, String verb, String path) {
    if (answer.statusCode() / 100 != 2) {
      throw RefusedCall.of(account.address(), verb, path, answer);
    }
    return answer;
  }

  private JsonNode json(HttpResponse<byte[]> answer, String verb, String path) {
    try {
      JsonNode root = Json.mapper().readTree(answer.body());
      return root == null ? NullNode.instance : root;
    } catch (IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          at(path) + " answered to " + verb + " with something else than JSON; is it a Superset?",
          e);
    }
  }

  private URI at(String path) {
    String root = account.address().toString();
    return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
  }
}
