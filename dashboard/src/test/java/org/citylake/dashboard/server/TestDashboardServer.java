package org.citylake.dashboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;
import org.citylake.dashboard.SampleCity;
import org.citylake.dashboard.compile.PageDocuments;
import org.citylake.dashboard.store.StoreWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDashboardServer {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private DashboardServer server;

  @SuppressWarnings("NullAway.Init")
  private Home home;

  @BeforeEach
  void start(@TempDir Path temporary) {
    folder = temporary;
    home = new Home(folder);
    home.create();
    write(SampleCity.RELEASE, "2026-11-21T02:00:00Z");
    server = DashboardServer.start(home, SampleCity.library(), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void pageAndItsFilesComeFromTheJar() throws Exception {
    assertThat(get("").body()).contains("<script type=\"module\" src=\"js/main.js\">");
    assertThat(get("js/main.js").headers().firstValue("Content-Type"))
        .hasValue("text/javascript; charset=utf-8");
    assertThat(get("vendor/echarts.js").body()).contains("registerMap");
    assertThat(Json.mapper().readTree(get("maps/shanghai.json").body()).get("features"))
        .hasSize(16);
  }

  @Test
  void outlinesWithoutApprovalNumberAreNotShownOutside() {
    PageServices outside =
        new PageServices(
            () -> Optional.of(SampleCity.RELEASE),
            Optional.empty(),
            Clock.systemUTC(),
            Optional.of("city.example"));

    assertThatThrownBy(() -> DashboardServer.start(home, SampleCity.library(), 0, outside))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot show the page as city.example: the map 'shanghai'")
        .hasMessageContaining("审图号");
  }

  @Test
  void mapOfTilesAloneIsShownOutsideUnderItsName() throws Exception {
    PageServices outside =
        new PageServices(
            () -> Optional.of(SampleCity.RELEASE),
            Optional.empty(),
            Clock.systemUTC(),
            Optional.of("city.example"));
    try (DashboardServer shown =
        DashboardServer.start(home, SampleCity.libraryOfTiles(), 0, outside)) {
      assertThat(named(shown, "city.example", "maps/shanghai-tiles.json")).contains(" 200 ");
      assertThat(named(shown, "city.example", "maps/shanghai.json")).contains(" 404 ");
      assertThat(named(shown, "else.example", "maps/shanghai-tiles.json")).contains(" 421 ");
    }
  }

  /** The first line of the answer to a request that names that host. */
  private static String named(DashboardServer server, String host, String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
      String request = "GET /" + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close";
      socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }

  @Test
  void everyDocumentOfTheReleaseIsAnswered() throws Exception {
    for (String path :
        List.of(
            "release",
            "releases",
            "pages",
            "districts",
            "indicators",
            "indicator/population_density",
            "targets",
            "index",
            "series",
            "series/pm25",
            "loads")) {
      HttpResponse<String> answer = get("api/v1/" + path);

      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }
    assertThat(json("health").get("release").asText()).isEqualTo(SampleCity.RELEASE);
  }

  @Test
  void unchangedDocumentIsAnsweredByItsEtagAlone() throws Exception {
    String etag = get("api/v1/districts").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = get("api/v1/districts", "If-None-Match", etag);

    assertThat(etag).startsWith("\"" + SampleCity.RELEASE);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void answersArePackedWhereAccepted() throws Exception {
    HttpResponse<String> packed = get("api/v1/districts", "Accept-Encoding", "br, gzip");

    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(get("api/v1/districts").headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void askedReleaseIsAnsweredAndTheNewestOtherwise() throws Exception {
    write("20270101-ffffffff", "2027-01-01T00:00:00Z");

    assertThat(json("api/v1/release").get("release").asText()).isEqualTo("20270101-ffffffff");
    assertThat(json("api/v1/release?release=" + SampleCity.RELEASE).get("release").asText())
        .isEqualTo(SampleCity.RELEASE);
  }

  @Test
  void storeThatIsNotPublishedDoesNotShow() throws Exception {
    write("20270101-ffffffff", "2027-01-01T00:00:00Z");
    try (DashboardServer pointed =
        DashboardServer.start(
            home, SampleCity.library(), 0, () -> Optional.of(SampleCity.RELEASE))) {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(pointed.uri().resolve("api/v1/release")).build(),
              BodyHandlers.ofString());

      assertThat(answer.body()).contains(SampleCity.RELEASE);
    }
  }

  @Test
  void whatIsNotThereIsAProblemDocument() throws Exception {
    for (String path :
        List.of(
            "api/v1/indicator/nothing",
            "api/v1/series/noise",
            "api/v1/release?release=20990101-00000000",
            "api/v1/else",
            "js/else.js",
            "a/b/c/d")) {
      HttpResponse<String> answer = get(path);

      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type"))
          .as(path)
          .hasValue("application/problem+json");
      assertThat(Json.mapper().readTree(answer.body()).get("status").asInt()).isEqualTo(404);
    }
  }

  @Test
  void hostileParametersAreRefused() throws Exception {
    for (String path :
        List.of(
            "api/v1/release?release=..%2F..%2Fsecrets",
            "api/v1/release?release=a&release=b",
            "api/v1/release?other=1",
            "api/v1/indicator/..%2Frelease",
            "api/v1/indicator/%3Cscript%3E")) {
      assertThat(get(path).statusCode()).as(path).isIn(400, 404);
      assertThat(get(path).body()).as(path).doesNotContain("<script>", "fingerprint");
    }
  }

  @Test
  void everyAnswerCarriesTheSecureHeaders() throws Exception {
    for (String path : List.of("", "api/v1/release", "api/v1/else")) {
      HttpHeaders headers = get(path).headers();

      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void foreignNameForThisMachineIsRefused() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /api/v1/release HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 421")
          .doesNotContain("fingerprint");
    }
  }

  @Test
  void onlyReadingIsAnswered() throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(server.uri().resolve("api/v1/release"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
  }

  @Test
  void homeWithoutReleaseSaysSo() throws Exception {
    Home empty = new Home(folder.resolve("empty"));
    try (DashboardServer none = DashboardServer.start(empty, SampleCity.library(), 0)) {
      HttpResponse<String> answer =
          CLIENT.send(
              HttpRequest.newBuilder(none.uri().resolve("api/v1/release")).build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("There is no release yet", "./citylake run");
    }
  }

  @Test
  void takenPortIsNamed() {
    assertThatThrownBy(
            () -> DashboardServer.start(home, SampleCity.library(), server.uri().getPort()))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("port " + server.uri().getPort() + " of 127.0.0.1 is taken");
  }

  @Test
  void anotherPageFolderShowsWithoutCode() throws Exception {
    try (DashboardServer other =
        DashboardServer.start(
            home,
            SampleCity.library(
                List.of(
                    SampleCity.page(
                        "second", 2, SampleCity.tile("ranking", "序", "Order", Map.of())),
                    SampleCity.page("first", 1))),
            0)) {
      JsonNode pages =
          Json.mapper()
              .readTree(
                  CLIENT
                      .send(
                          HttpRequest.newBuilder(other.uri().resolve("api/v1/pages")).build(),
                          BodyHandlers.ofString())
                      .body())
              .get("pages");

      assertThat(pages.get(0).get("name").asText()).isEqualTo("first");
      assertThat(pages.get(1).at("/tiles/0/type").asText()).isEqualTo("ranking");
    }
  }

  private void write(String id, String createdAt) {
    Map<String, Object> release = new HashMap<>(SampleCity.release());
    release.put("release_id", id);
    release.put("created_at", createdAt);
    StoreWriter.write(
        home, id, PageDocuments.compile(release, SampleCity.rows(), SampleCity.library()));
  }

  private JsonNode json(String path) throws Exception {
    return Json.mapper().readTree(get(path).body());
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path)).GET();
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
