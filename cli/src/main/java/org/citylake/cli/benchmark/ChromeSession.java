package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;

/**
 * Chromium without a window and with a fresh profile, so that nothing is cached, driven through its
 * chromedriver by the WebDriver protocol (W3C, 2018) and its extension for DevTools commands.
 */
final class ChromeSession implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("on port ([0-9]+)");

  /** A dashboard of thirty charts on a busy machine takes longer than the usual 30 s. */
  private static final Duration SCRIPT_PATIENCE = Duration.ofMinutes(5);

  /** The driver answers by itself when a script is over its time. */
  private static final Duration PATIENCE = SCRIPT_PATIENCE.plusSeconds(30);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process driver;
  private final URI server;
  private String session = "";

  private ChromeSession(Process driver, URI server) {
    this.driver = driver;
    this.server = server;
  }

  /**
   * Starts driver and browser.
   *
   * @throws CityLakeException of kind EXTERNAL when there is no chromedriver, or it does not start
   */
  static ChromeSession open(int width, int height) throws IOException, InterruptedException {
    Process driver =
        new ProcessBuilder(chromedriver().toString(), "--port=0").redirectErrorStream(true).start();
    ChromeSession chrome = null;
    try {
      chrome = new ChromeSession(driver, URI.create("http://127.0.0.1:" + port(driver) + "/"));
      chrome.begin(width, height);
      return chrome;
    } finally {
      if (chrome == null || chrome.session.isEmpty()) {
        driver.destroy();
      }
    }
  }

  private static Path chromedriver() {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin");
    return Stream.concat(Arrays.stream(path.split(":")), Stream.of("/usr/bin"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "chromedriver"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.EXTERNAL,
                    "There is no chromedriver on the PATH: install Chromium with it (Debian and"
                        + " Ubuntu: apt-get install chromium-driver)"));
  }

  private static String port(Process driver) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new java.io.InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher told = PORT.matcher(line);
      if (line.contains("successfully") && told.find()) {
        return told.group(1);
      }
    }
    throw new CityLakeException(Kind.EXTERNAL, "chromedriver ended before it named its port");
  }

  private void begin(int width, int height) throws IOException, InterruptedException {
    Map<String, Object> options =
        Map.of(
            "args",
            List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=" + width + "," + height));
    Map<String, Object> wanted =
        Map.of(
            "browserName",
            "chrome",
            "timeouts",
            Map.of("script", SCRIPT_PATIENCE.toMillis()),
            "goog:chromeOptions",
            options,
            "goog:loggingPrefs",
            Map.of("performance", "ALL"));
    session =
        send("POST", "session", Map.of("capabilities", Map.of("alwaysMatch", wanted)))
            .path("sessionId")
            .asText();
  }

  /** Runs the script in every page before its own ones. */
  void before(String script) throws IOException, InterruptedException {
    devTools("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** Gives the browser a cookie for an address. */
  void cookie(URI address, String name, String value) throws IOException, InterruptedException {
    devTools("Network.setCookie", Map.of("name", name, "value", value, "url", address.toString()));
  }

  private void devTools(String command, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    command("goog/cdp/execute", Map.of("cmd", command, "params", parameters));
  }

  void open(URI address) throws IOException, InterruptedException {
    command("url", Map.of("url", address.toString()));
  }

  /** What the script tells its last argument, a function. */
  JsonNode await(String script) throws IOException, InterruptedException {
    return command("execute/async", Map.of("script", script, "args", List.of()));
  }

  /** What the browser's own log tells of the network so far, as DevTools events. */
  List<JsonNode> network() throws IOException, InterruptedException {
    List<JsonNode> events = new java.util.ArrayList<>();
    for (JsonNode line : command("se/log", Map.of("type", "performance"))) {
      JsonNode event = Json.mapper().readTree(line.path("message").asText()).path("message");
      if (event.path("method").asText().startsWith("Network.")) {
        events.add(event);
      }
    }
    return events;
  }

  private JsonNode command(String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    return send("POST", "session/" + session + "/" + path, body);
  }

  private JsonNode send(String method, String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(Json.line(body)))
            .build();
    HttpResponse<String> answer = answer(request, path);
    JsonNode value = Json.mapper().readTree(answer.body()).path("value");
    if (answer.statusCode() != 200) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "The browser did not do " + path + ": " + value.path("message").asText(answer.body()));
    }
    return value;
  }

  private static HttpResponse<String> answer(HttpRequest request, String path)
      throws IOException, InterruptedException {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (HttpTimeoutException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "The browser did not do " + path + " within " + PATIENCE.toSeconds() + " s",
          e);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try {
      send("DELETE", "session/" + session, Map.of());
    } finally {
      driver.destroy();
    }
  }
}
