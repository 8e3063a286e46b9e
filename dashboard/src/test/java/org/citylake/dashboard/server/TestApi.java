package org.citylake.dashboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citylake.core.json.Json;
import org.citylake.dashboard.SampleCity;
import org.citylake.dashboard.server.SampleServer.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestApi {
  /** For every documented path an address that is answered with success. */
  private static final Map<String, String> ADDRESSES =
      Map.of(
          "/api/v1/indicator/{code}", "api/v1/indicator/population_density",
          "/api/v1/series/{metric}", "api/v1/series/pm25",
          "/api/v1/figures/{area}", "api/v1/figures/310106",
          "/api/v1/case-figures/{area}", "api/v1/case-figures/310106",
          "/api/v1/cases/{case_id}", "api/v1/cases/hotline_ticket%2FT-1",
          "/api/v1/values", "api/v1/values?indicator=population_density");

  @SuppressWarnings("NullAway.Init")
  private SampleServer city;

  @BeforeEach
  void start(@TempDir Path folder) {
    city = new SampleServer(folder);
  }

  @AfterEach
  void stop() {
    city.close();
  }

  @Test
  void everyReadingRouteAnswersAsItsDocumentSays() throws Exception {
    SignedIn steward = city.signIn("steward");
    SignedIn leader = city.signIn("leader");
    JsonNode document = SampleServer.tree(city.get("api/v1/openapi.json"));
    List<String> answered = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
      if (!schema.isMissingNode()) {
        String address = ADDRESSES.getOrDefault(path.getKey(), path.getKey().substring(1));
        boolean leads = path.getKey().matches(".*/(acknowledgements|supervisions)");

        HttpResponse<String> answer = city.get(leads ? leader : steward, address);

        assertThat(answer.statusCode()).as("%s %s", address, answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(errors(document, schema, answer.body())).as(address).isEmpty();
        answered.add(path.getKey());
      }
    }
    assertThat(answered).hasSizeGreaterThan(18).contains("/api/v1/cases", "/api/v1/quality");
  }

  @Test
  void documentIsOpenApiByItsOfficialSchema() throws Exception {
    JsonNode document = SampleServer.tree(city.get("api/v1/openapi.json"));
    try (InputStream official =
        TestApi.class.getResourceAsStream("/org/citylake/dashboard/api/openapi-3.1.schema.json")) {
      JsonNode schema = Json.mapper().readTree(official);
      ObjectNode broken = document.deepCopy();
      ((ObjectNode) broken.at("/paths/~1health/get")).put("parameters", "none");

      assertThat(errors(schema, document)).isEmpty();
      assertThat(errors(schema, broken)).isNotEmpty();
    }
  }

  @Test
  void unknownWrongAndRepeatedParametersAreProblems() throws Exception {
    SignedIn leader = city.signIn("leader");
    for (String address :
        List.of(
            "api/v1/cases?size=0",
            "api/v1/cases?size=two",
            "api/v1/cases?page=50",
            "api/v1/cases?page=1&page=2",
            "api/v1/cases?status='%20OR%201=1",
            "api/v1/cases?ref_area=310106%00",
            "api/v1/values",
            "api/v1/values?indicator=%3Cscript%3E",
            "api/v1/values?indicator=pm25&from=yesterday",
            "api/v1/pages?release=x",
            "api/v1/warnings?other=1")) {
      HttpResponse<String> answer = city.get(leader, address);

      assertThat(answer.statusCode()).as(address).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body()).as(address).doesNotContain("<script>", "yesterday", "OR 1");
    }
  }

  @Test
  void visitorReadsFiguresAndNoSingleCases() throws Exception {
    assertThat(city.get("api/v1/indicators").statusCode()).isEqualTo(200);
    assertThat(city.get("api/v1/warnings").statusCode()).isEqualTo(200);
    for (String path :
        List.of(
            "cases", "cases/hotline_ticket%2FT-1", "cases/x", "runs", "quality", "quarantine")) {
      HttpResponse<String> answer = city.get("api/v1/" + path, "If-None-Match", "*");

      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.body()).contains("not-signed-in").doesNotContain("case_id", "total");
      assertThat(answer.headers().firstValue("ETag")).isEmpty();
      assertThat(city.send("HEAD", "api/v1/" + path, "").statusCode()).as(path).isEqualTo(401);
    }
  }

  @Test
  void groupWithoutAGrantIsRefused() throws Exception {
    SignedIn evaluator = city.signIn("evaluator");
    SignedIn leader = city.signIn("leader");

    assertThat(city.get(evaluator, "api/v1/cases").statusCode()).isEqualTo(403);
    assertThat(city.get(evaluator, "api/v1/quarantine").statusCode()).isEqualTo(403);
    assertThat(city.get(leader, "api/v1/quarantine").body()).contains("not-granted");
    assertThat(city.journal).isEmpty();
  }

  @Test
  void districtUserSeesTheCasesOfHisDistrictAlone() throws Exception {
    SignedIn jingan = city.signIn("jingan");

    JsonNode own = SampleServer.tree(city.get(jingan, "api/v1/cases?size=2"));
    JsonNode other = SampleServer.tree(city.get(jingan, "api/v1/cases?ref_area=310113"));
    JsonNode all = SampleServer.tree(city.get(city.signIn("leader"), "api/v1/cases"));

    assertThat(own.path("total").asInt()).isEqualTo(3);
    assertThat(own.path("cases").findValuesAsText("case_id"))
        .containsExactly("hotline_ticket/T-2", "hotline_ticket/T-1");
    assertThat(other.path("total").asInt()).isZero();
    assertThat(all.path("total").asInt()).isEqualTo(5);
    assertThat(city.get(jingan, "api/v1/cases/hotline_ticket%2FT-4").statusCode()).isEqualTo(404);
    assertThat(city.get(jingan, "api/v1/cases/hotline_ticket/T-1").statusCode()).isEqualTo(200);
    assertThat(city.journal)
        .contains("jingan city.service_case *", "jingan city.service_case hotline_ticket/T-1")
        .doesNotContain("jingan city.service_case hotline_ticket/T-4");
  }

  @Test
  void caseTellsItsTrailAndTheDeliveredLine() throws Exception {
    JsonNode found =
        SampleServer.tree(city.get(city.signIn("leader"), "api/v1/cases/hotline_ticket%2FT-1"));

    assertThat(found.at("/case/line").asInt()).isEqualTo(13);
    assertThat(found.at("/case/delivery").asText()).hasSize(64);
    assertThat(found.path("trail").findValuesAsText("step")).containsExactly("received", "closed");
  }

  @Test
  void whatKeepersSeeHoldsNoRecordsNorSamples() throws Exception {
    SignedIn steward = city.signIn("steward");

    assertThat(city.get(steward, "api/v1/quality").body())
        .contains("closed_after_received")
        .doesNotContain("310101199001011234");
    assertThat(city.get(steward, "api/v1/runs").body()).contains("r1").doesNotContain("secret");
    assertThat(city.get(steward, "api/v1/quarantine").body())
        .contains("\"rule\":\"invalid-date\"", "tickets.csv");
  }

  @Test
  void refusedRecordsAreShownByTheGrantOnTheirSource() throws Exception {
    JsonNode seen = SampleServer.tree(city.get(city.signIn("steward"), "api/v1/quarantine"));
    JsonNode counted = SampleServer.tree(city.get(city.signIn("counter"), "api/v1/quarantine"));

    assertThat(seen.path("examples").findValuesAsText("source_id"))
        .containsExactly("hotline_ticket", "emergency_event", "video_camera");
    assertThat(seen.findValues("record"))
        .extracting(JsonNode::asText)
        .as("one in the vault, one seen clear, one with columns above the steward's level")
        .containsExactly("null", "E1,一,2016-02-30", "***");
    assertThat(counted.path("examples")).isEmpty();
    assertThat(counted.path("counts")).isEqualTo(seen.path("counts")).hasSize(3);
  }

  @Test
  void keepersReadAsItIsNowOrAsAReleaseHasIt() throws Exception {
    SignedIn steward = city.signIn("steward");
    String release = "?release=" + SampleCity.RELEASE;

    assertThat(city.get(steward, "api/v1/runs").body()).contains("r1");
    assertThat(city.get(steward, "api/v1/runs" + release).body()).isEqualTo("{\"runs\":[]}");
    HttpResponse<String> without = city.get(steward, "api/v1/quarantine" + release);
    assertThat(without.statusCode()).isEqualTo(404);
    assertThat(without.body()).contains("This release has no rows of audit.quarantine");
    assertThat(city.get(steward, "api/v1/runs?release=20990101-00000000").statusCode())
        .isEqualTo(404);
  }

  @Test
  void requestsCountForTheUserWhoeverElseAsksFromHisAddress() throws Exception {
    SignedIn leader = city.signIn("leader");
    SignedIn again = city.signIn("leader");
    SignedIn steward = city.signIn("steward");
    int last = 0;
    for (int i = 0; i < 121 && last != 429; i++) {
      last = city.get(i % 2 == 0 ? leader : again, "api/v1/runs").statusCode();
    }

    assertThat(last).as("both sessions of one user count together").isEqualTo(429);
    assertThat(
            city.get("api/v1/runs", "Cookie", leader.cookie(), "X-Forwarded-For", "10.1.2.3")
                .statusCode())
        .as("nor does a made-up address help")
        .isEqualTo(429);
    assertThat(city.get(steward, "api/v1/runs").statusCode()).isEqualTo(200);
    assertThat(city.get(leader, "api/v1/quality").statusCode()).isEqualTo(200);
    assertThat(city.get("api/v1/runs", "Cookie", "citylake-session=forged").statusCode())
        .as("who is nobody counts by his address")
        .isEqualTo(401);
  }

  @Test
  void sessionEndsWhenItIsNotUsedAndAfterHalfADay() throws Exception {
    SignedIn leader = city.signIn("leader");
    city.passes(Duration.ofMinutes(29));
    int used = city.get(leader, "api/v1/cases").statusCode();
    city.passes(Duration.ofMinutes(31));

    HttpResponse<String> idle = city.get(leader, "api/v1/cases");
    SignedIn again = city.signIn("leader");
    int last = 200;
    for (int i = 0; i < 36; i++) {
      city.passes(Duration.ofMinutes(20));
      last = city.get(again, "api/v1/cases").statusCode();
    }
    city.passes(Duration.ofMinutes(1));

    assertThat(used).isEqualTo(200);
    assertThat(idle.statusCode()).isEqualTo(401);
    assertThat(idle.body()).contains("session-expired", "Sign in again");
    assertThat(last).isEqualTo(200);
    assertThat(city.get(again, "api/v1/cases").statusCode()).isEqualTo(401);
    assertThat(city.get(again, "api/v1/indicators").statusCode()).isEqualTo(200);
  }

  @Test
  void signInTellsNotWhichIsWrongAndBarsTheNameInBothCases() throws Exception {
    for (String user : List.of("leader", "nobody")) {
      TreeSet<String> bodies = new TreeSet<>();
      for (int i = 0; i < 5; i++) {
        HttpResponse<String> answer = signIn(user, "not this password");
        assertThat(answer.statusCode()).isEqualTo(401);
        bodies.add(answer.body());
      }

      assertThat(bodies).hasSize(1);
      assertThat(bodies.first()).contains("wrong-sign-in").doesNotContain(user, "not this");
      assertThat(signIn(user, SampleServer.PASSWORD).statusCode()).isEqualTo(429);
    }
  }

  @Test
  void cookieIsOutOfReachOfScriptsAndForeignPages() throws Exception {
    String cookie =
        signIn("leader", SampleServer.PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
    assertThat(cookie.replaceFirst(";.*", "").length()).isGreaterThan(43);
  }

  @Test
  void changesNeedTheSessionsToken() throws Exception {
    SignedIn leader = city.signIn("leader");
    String path =
        "api/v1/warnings/"
            + SampleServer.tree(city.get("api/v1/warnings")).at("/warnings/0/id").asText()
            + "/acknowledgement";

    HttpResponse<String> without = city.send("POST", path, "{}", "Cookie", leader.cookie());
    HttpResponse<String> foreign =
        city.send(
            "POST",
            path,
            "{}",
            "Cookie",
            leader.cookie(),
            "X-CSRF-Token",
            leader.csrf(),
            "Sec-Fetch-Site",
            "cross-site");
    HttpResponse<String> with = acknowledge(leader, path, "{\"note\":\"on it\"}");
    HttpResponse<String> twice = acknowledge(leader, path, "{}");

    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(without.body()).contains("not-meant");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(with.statusCode()).as(with.body()).isEqualTo(201);
    assertThat(twice.statusCode()).isEqualTo(200);
    assertThat(city.get(leader, "api/v1/acknowledgements").body())
        .contains("\"note\":\"on it\"", "2026-11-26T08:00:00Z");
    assertThat(city.send("POST", path, "{}").statusCode()).isEqualTo(401);
    assertThat(acknowledge(leader, path, "{\"else\":1}").statusCode()).isEqualTo(400);
    assertThat(acknowledge(leader, path, "{").statusCode()).isEqualTo(400);
    assertThat(acknowledge(leader, path, "x".repeat(100_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void supervisionIsAskedOfWhatIsPublishedAndSeenOnce() throws Exception {
    SignedIn leader = city.signIn("leader");
    SignedIn jingan = city.signIn("jingan");
    String figure =
        "{\"kind\":\"figure\",\"subject\":\"population_density\",\"ref_area\":\"%s\","
            + "\"time_period\":\"2010\",\"note\":\"<b>look</b>\"}";
    String single = "{\"kind\":\"case\",\"subject\":\"hotline_ticket/T-%d\"}";

    assertThat(supervise(leader, figure.formatted("310113")).statusCode()).isEqualTo(201);
    assertThat(supervise(leader, figure.formatted("310113")).statusCode()).isEqualTo(200);
    assertThat(supervise(leader, figure.formatted("310999")).statusCode()).isEqualTo(404);
    assertThat(supervise(leader, "{\"kind\":\"case\"}").statusCode()).isEqualTo(400);
    assertThat(supervise(jingan, figure.formatted("310113")).body()).contains("own district");
    assertThat(supervise(jingan, single.formatted(1)).statusCode()).isEqualTo(201);
    assertThat(supervise(jingan, single.formatted(4)).statusCode()).isEqualTo(404);
    assertThat(city.send("POST", "api/v1/supervisions", "{}").statusCode()).isEqualTo(401);
    assertThat(city.send("POST", "api/v1/supervisions", "{}", "Cookie", leader.cookie()).body())
        .contains("not-meant");
    assertThat(supervise(city.signIn("steward"), single.formatted(1)).statusCode()).isEqualTo(403);
    assertThat(city.get(leader, "api/v1/supervisions").body())
        .contains("\"user\":\"leader\"", "T-1", "<b>look</b>", "2026-11-26T08:00:00Z");
    assertThat(city.get(jingan, "api/v1/supervisions").body())
        .contains("T-1")
        .doesNotContain("310113");
  }

  @Test
  void supervisionIsAnsweredClosedAndItsCourseKept() throws Exception {
    SignedIn leader = city.signIn("leader");
    SignedIn jingan = city.signIn("jingan");
    String figure =
        "{\"kind\":\"figure\",\"subject\":\"population_density\",\"ref_area\":\"%s\","
            + "\"time_period\":\"2010\",\"note\":\"why?\"}";
    supervise(leader, figure.formatted("310106"));
    supervise(leader, figure.formatted("310113"));
    supervise(jingan, figure.formatted("310106"));
    String first = "api/v1/supervisions/1/";
    city.passes(java.time.Duration.ofMinutes(5));

    assertThat(acknowledge(jingan, first + "answer", "{\"note\":\"mended\"}").statusCode())
        .isEqualTo(201);
    assertThat(acknowledge(jingan, first + "answer", "{\"note\":\"mended\"}").statusCode())
        .as("said twice, kept once")
        .isEqualTo(200);
    assertThat(acknowledge(jingan, first + "answer", "{\"note\":\" \"}").statusCode())
        .isEqualTo(400);
    assertThat(acknowledge(jingan, first + "closure", "{}").body())
        .as("a district does not close what the city asked for")
        .contains("by whom it was raised");
    assertThat(acknowledge(jingan, "api/v1/supervisions/2/answer", "{\"note\":\"x\"}").statusCode())
        .as("another district's")
        .isEqualTo(404);
    assertThat(acknowledge(jingan, "api/v1/supervisions/3/closure", "{}").statusCode())
        .as("what he raised himself")
        .isEqualTo(201);
    assertThat(city.send("POST", first + "closure", "{}", "Cookie", leader.cookie()).body())
        .contains("not-meant");
    assertThat(acknowledge(city.signIn("steward"), first + "closure", "{}").statusCode())
        .isEqualTo(403);
    assertThat(acknowledge(leader, first + "closure", "{\"note\":\"seen\"}").statusCode())
        .isEqualTo(201);
    assertThat(acknowledge(jingan, first + "answer", "{\"note\":\"more\"}").statusCode())
        .isEqualTo(409);

    JsonNode told =
        SampleServer.tree(city.get(leader, "api/v1/supervisions")).path("supervisions").get(0);
    assertThat(told.path("state").asText()).isEqualTo("closed");
    assertThat(told.path("steps").findValuesAsText("step"))
        .containsExactly("raised", "answered", "closed");
    assertThat(told.path("steps").findValuesAsText("user"))
        .containsExactly("leader", "jingan", "leader");
    assertThat(told.path("steps").findValuesAsText("note"))
        .containsExactly("why?", "mended", "seen");
    assertThat(told.path("steps").findValuesAsText("at"))
        .containsExactly("2026-11-26T08:00:00Z", "2026-11-26T08:05:00Z", "2026-11-26T08:05:00Z");
    assertThat(SampleServer.tree(supervise(leader, figure.formatted("310106"))).path("number"))
        .as("what is closed is raised anew")
        .hasToString("4");
  }

  private HttpResponse<String> supervise(SignedIn user, String body) throws Exception {
    return acknowledge(user, "api/v1/supervisions", body);
  }

  @Test
  void objectionIsCarriedToItsReceiptByStewardsAlone() throws Exception {
    SignedIn steward = city.signIn("steward");
    String hostile = "<img src=x onerror=alert(1)>";
    String raised =
        "{\"entity\":\"credit_record\",\"city_id\":\"e1-07\",\"text\":\"%s\"}".formatted(hostile);
    String path = "api/v1/objections";

    assertThat(city.send("POST", path, raised).statusCode()).isEqualTo(401);
    assertThat(acknowledge(city.signIn("leader"), path, raised).statusCode()).isEqualTo(403);
    assertThat(city.get(city.signIn("leader"), path).statusCode()).isEqualTo(403);
    assertThat(city.get(path).statusCode()).isEqualTo(401);
    assertThat(city.send("POST", path, raised, "Cookie", steward.cookie()).body())
        .contains("not-meant");
    assertThat(acknowledge(steward, path, raised).statusCode()).isEqualTo(201);
    assertThat(SampleServer.tree(acknowledge(steward, path, raised)).path("number").asInt())
        .as("said twice, kept once")
        .isEqualTo(1);

    String early = acknowledge(steward, path + "/1/receipt", "{\"to\":\"office\"}").body();
    assertThat(early)
        .contains("not-now", "Objection 1 cannot be receipt now: it is raised, and next is sent");
    assertThat(acknowledge(steward, path + "/2/receipt", "{\"to\":\"office\"}").statusCode())
        .isEqualTo(404);
    city.passes(Duration.ofMinutes(5));
    List<String> steps =
        List.of(
            "sending {\"source\":\"hotline_ticket\"}",
            "decision {\"outcome\":\"upheld\",\"text\":\"so it is\"}",
            "correction {\"delivery\":\"2026-11-25\"}",
            "receipt {\"to\":\"street office\",\"text\":\"told\"}");
    for (String step : steps) {
      String[] parts = step.split(" ", 2);
      HttpResponse<String> answer = acknowledge(steward, path + "/1/" + parts[0], parts[1]);
      assertThat(answer.statusCode()).as("%s %s", step, answer.body()).isEqualTo(201);
    }

    HttpResponse<String> answer = city.get(steward, path);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode told = SampleServer.tree(answer).path("objections").get(0);
    assertThat(told.path("state").asText()).isEqualTo("receipt");
    assertThat(told.path("next")).isEmpty();
    assertThat(told.at("/raised/text").asText()).isEqualTo(hostile);
    assertThat(told.path("steps").findValuesAsText("entry"))
        .containsExactly("raised", "sent", "decided", "corrected", "receipt");
    assertThat(told.path("steps").findValuesAsText("by")).containsOnly("steward");
    assertThat(told.path("steps").findValuesAsText("at"))
        .startsWith("2026-11-26T08:00:00Z", "2026-11-26T08:05:00Z");
  }

  @Test
  void whatIsWrongInAnObjectionIsRefusedAndNotRepeated() throws Exception {
    SignedIn steward = city.signIn("steward");
    String raised = "{\"entity\":\"%s\",\"city_id\":\"%s\",\"text\":\"%s\"}";
    String number = "11010519491231002X";
    for (String body :
        List.of(
            raised.formatted("ghost", "e1", "x"),
            raised.formatted("credit_record", "e1/../e2", "x"),
            raised.formatted("credit_record", "e1", " "),
            raised.formatted("credit_record", "e1", "x".repeat(501)),
            raised.formatted("credit_record", "e1", "his number is " + number),
            raised.formatted("credit_record", "e1", "x\\u001b[2J"),
            "{\"entity\":\"credit_record\"}")) {
      HttpResponse<String> answer = acknowledge(steward, "api/v1/objections", body);

      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).doesNotContain(number, "ghost");
    }
    assertThat(SampleServer.tree(city.get(steward, "api/v1/objections")).path("objections"))
        .isEmpty();
  }

  @Test
  void linkIsDecidedByStewardsAloneAndTheLatestHolds() throws Exception {
    SignedIn steward = city.signIn("steward");
    String path = "api/v1/link-decisions";
    String body =
        "{\"entity\":\"legal_entity\",\"decision\":\"%s\",\"source_a\":\"hotline_ticket\","
            + "\"key_a\":\"<b>1\",\"source_b\":\"emergency_event\",\"key_b\":\"2\","
            + "\"text\":\"looked at\"}";

    assertThat(city.send("POST", path, body.formatted("same")).statusCode()).isEqualTo(401);
    assertThat(acknowledge(city.signIn("leader"), path, body.formatted("same")).statusCode())
        .isEqualTo(403);
    assertThat(
            city.send("POST", path, body.formatted("same"), "Cookie", steward.cookie())
                .statusCode())
        .isEqualTo(403);
    assertThat(acknowledge(steward, path, body.formatted("perhaps")).statusCode()).isEqualTo(400);
    for (String decision : List.of("same", "apart", "apart")) {
      assertThat(acknowledge(steward, path, body.formatted(decision)).statusCode()).isEqualTo(201);
    }

    JsonNode decisions = SampleServer.tree(city.get(steward, path)).path("decisions");
    assertThat(decisions.findValuesAsText("decision")).containsExactly("same", "apart");
    assertThat(decisions.findValuesAsText("in_force")).containsExactly("false", "true");
    assertThat(decisions.findValuesAsText("key_a")).contains("<b>1");
  }

  @Test
  void signedOutSessionIsNoLongerOne() throws Exception {
    SignedIn leader = city.signIn("leader");

    HttpResponse<String> out =
        city.send(
            "DELETE",
            "api/v1/session",
            "",
            "Cookie",
            leader.cookie(),
            "X-CSRF-Token",
            leader.csrf());

    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(city.get(leader, "api/v1/cases").statusCode()).isEqualTo(401);
    assertThat(SampleServer.tree(city.get("api/v1/session")).path("user").isNull()).isTrue();
  }

  @Test
  void districtLeaderAcknowledgesHisOwnWarningsAlone() throws Exception {
    SignedIn jingan = city.signIn("jingan");
    Map<String, Integer> answers = new HashMap<>();
    for (JsonNode warning : SampleServer.tree(city.get("api/v1/warnings")).path("warnings")) {
      answers.put(
          warning.path("ref_area").asText(),
          acknowledge(
                  jingan,
                  "api/v1/warnings/" + warning.path("id").asText() + "/acknowledgement",
                  "{}")
              .statusCode());
    }

    assertThat(answers).isEqualTo(Map.of("310106", 201, "310113", 403));
  }

  @Test
  void alertsOfLiveStreamsStandAsTheyLastChangedTheMostUrgentFirst() throws Exception {
    JsonNode told = SampleServer.tree(city.get(city.signIn("leader"), "api/v1/live/alerts"));

    assertThat(told.path("open").asInt()).isEqualTo(2);
    assertThat(told.path("ended").asInt()).isEqualTo(1);
    JsonNode alerts = told.path("alerts");
    assertThat(alerts.findValuesAsText("series"))
        .containsExactly("jingan", "<script>alert(1)</script>", "xuhui");
    assertThat(alerts.findValuesAsText("kind")).containsExactly("worsened", "raised", "recovered");
    assertThat(alerts.findValuesAsText("level")).containsExactly("red", "blue", "orange");
    assertThat(alerts.at("/0/measure").decimalValue()).isEqualByComparingTo("251.5");
    assertThat(alerts.at("/0/opened_at").asText()).isEqualTo("2026-11-26T01:00:00Z");
    assertThat(alerts.at("/0/open").asBoolean()).isTrue();
    assertThat(alerts.at("/2/open").asBoolean()).isFalse();
    assertThat(alerts.at("/0/acknowledgements")).isEmpty();
  }

  @Test
  void anOpenAlertIsAcknowledgedOnceByThoseWhoMay() throws Exception {
    SignedIn leader = city.signIn("leader");
    SignedIn steward = city.signIn("steward");
    JsonNode alerts = SampleServer.tree(city.get(leader, "api/v1/live/alerts")).path("alerts");
    String path = "api/v1/live/alerts/%s/acknowledgement";
    String open = path.formatted(alerts.at("/0/id").asText());
    String ended = path.formatted(alerts.at("/2/id").asText());
    String[] signed = {"Cookie", leader.cookie(), "X-CSRF-Token", leader.csrf()};

    assertThat(city.send("POST", open, "{\"note\":\"on it\"}", signed).statusCode()).isEqualTo(201);
    assertThat(city.send("POST", open, "{\"note\":\"again\"}", signed).statusCode()).isEqualTo(200);
    assertThat(city.send("POST", ended, "{}", signed).statusCode()).isEqualTo(404);
    assertThat(city.send("POST", open, "{}", "Cookie", leader.cookie()).statusCode())
        .isEqualTo(403);
    assertThat(
            city.send(
                    "POST", open, "{}", "Cookie", steward.cookie(), "X-CSRF-Token", steward.csrf())
                .statusCode())
        .isEqualTo(403);
    JsonNode said =
        SampleServer.tree(city.get(steward, "api/v1/live/alerts")).at("/alerts/0/acknowledgements");
    assertThat(said.findValuesAsText("user")).containsExactly("leader");
    assertThat(said.findValuesAsText("note")).containsExactly("on it");
  }

  @Test
  void alertsAreForThoseWhoReadTheirTable() throws Exception {
    assertThat(city.get("api/v1/live/alerts").statusCode()).isEqualTo(401);
    assertThat(city.get(city.signIn("jingan"), "api/v1/live/alerts").statusCode()).isEqualTo(403);
    assertThat(city.get(city.signIn("evaluator"), "api/v1/live/alerts").statusCode())
        .isEqualTo(403);
  }

  @Test
  void whereNoStreamRunsThereAreNoFigures() throws Exception {
    JsonNode told = SampleServer.tree(city.get(city.signIn("steward"), "api/v1/live/stream"));

    assertThat(told.path("running").asBoolean(true)).isFalse();
    assertThat(told.path("figures").isNull()).isTrue();
  }

  @Test
  void aStreamsFiguresAreThoseOfItsMetrics() throws Exception {
    JsonNode document = SampleServer.tree(city.get("api/v1/openapi.json"));
    JsonNode schema = document.at("/components/schemas/LiveStream");
    try (SampleStream stream = SampleStream.beside(city)) {
      HttpResponse<String> answer = city.get(city.signIn("steward"), "api/v1/live/stream");

      assertThat(errors(document, schema, answer.body())).isEmpty();
      JsonNode told = SampleServer.tree(answer);
      assertThat(told.path("running").asBoolean()).isTrue();
      JsonNode source = told.at("/figures/sources/crowd_reading");
      assertThat(source.path("records_in").asLong()).isEqualTo(5358);
      assertThat(source.path("quarantined").asLong()).isEqualTo(2);
      assertThat(source.at("/lag/crowd").asLong()).isEqualTo(1200);
      assertThat(source.path("watermark_delay_seconds").decimalValue())
          .isEqualByComparingTo("61.4");
      assertThat(told.at("/figures/tables/live.event/rows_committed").asLong()).isEqualTo(5356);
      assertThat(told.at("/figures/tables/live.alert/last_commit_at").isNull()).isTrue();
      assertThat(told.at("/figures/checkpoints/last_bytes").asLong()).isEqualTo(2_500_000);
    }
  }

  @Test
  void aStreamsFiguresAreForThoseWhoReadItsCounts() throws Exception {
    assertThat(city.get("api/v1/live/stream").statusCode()).isEqualTo(401);
    assertThat(city.get(city.signIn("leader"), "api/v1/live/stream").statusCode()).isEqualTo(403);
  }

  @Test
  void eventsTellTheReleaseThenItsWarningsAndGoOnWhereTheyWere() throws Exception {
    assertThat(events("", 3))
        .containsExactly(
            "id: " + SampleCity.RELEASE + ".0",
            "id: " + SampleCity.RELEASE + ".1",
            "id: " + SampleCity.RELEASE + ".2");
    assertThat(events(SampleCity.RELEASE + ".1", 1))
        .containsExactly("id: " + SampleCity.RELEASE + ".2");
    assertThat(city.get("api/v1/events").statusCode()).isEqualTo(406);
  }

  @Test
  void headIsAnsweredWithoutABodyAndOtherMethodsNamed() throws Exception {
    HttpResponse<String> head = city.send("HEAD", "api/v1/indicators", "");
    HttpResponse<String> put = city.send("PUT", "api/v1/indicators", "{}");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("ETag")).isPresent();
    assertThat(put.statusCode()).isEqualTo(405);
    assertThat(put.headers().firstValue("Allow").orElse("")).contains("GET");
  }

  @Test
  void thousandsOfConnectionsAreRefusedClearlyAndNothingBreaks() throws Exception {
    SignedIn leader = city.signIn("leader");
    List<Socket> sockets = new ArrayList<>();
    try {
      int refused = 0;
      for (int i = 0; i < 2_200; i++) {
        sockets.add(new Socket("127.0.0.1", city.server.uri().getPort()));
      }
      for (Socket socket : sockets.subList(2_050, 2_200)) {
        socket.setSoTimeout(5_000);
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (answer.startsWith("HTTP/1.1 503") && answer.contains("Too many connections")) {
          refused++;
        }
      }
      assertThat(refused).isEqualTo(150);
      assertThat(city.get(leader, "api/v1/cases").statusCode())
          .as("who was there before is answered")
          .isEqualTo(200);
      HttpResponse<String> newcomer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(city.server.uri().resolve("health")).build(),
                  BodyHandlers.ofString());
      assertThat(newcomer.statusCode()).isEqualTo(503);
      assertThat(newcomer.body()).contains("Too many connections are open");
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    for (int i = 0; i < 50 && city.get("health").statusCode() != 200; i++) {
      Thread.onSpinWait();
    }
    assertThat(city.get("health").statusCode()).isEqualTo(200);
    assertThat(city.get(leader, "api/v1/cases").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> signIn(String user, String password) throws Exception {
    return city.send(
        "POST", "api/v1/session", SampleServer.json(Map.of("user", user, "password", password)));
  }

  private HttpResponse<String> acknowledge(SignedIn user, String path, String body)
      throws Exception {
    return city.send("POST", path, body, "Cookie", user.cookie(), "X-CSRF-Token", user.csrf());
  }

  private List<String> events(String last, int count) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(city.server.uri().resolve("api/v1/events"))
            .header("Accept", "text/event-stream");
    if (!last.isEmpty()) {
      request.header("Last-Event-ID", last);
    }
    try (Stream<String> lines =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines()).body()) {
      return lines.filter(line -> line.startsWith("id:")).limit(count).toList();
    }
  }

  private static List<String> errors(JsonNode document, JsonNode schema, String body)
      throws Exception {
    ObjectNode root = Json.mapper().createObjectNode();
    root.setAll((ObjectNode) schema);
    root.set("components", document.path("components"));
    return errors(root, Json.mapper().readTree(body));
  }

  private static List<String> errors(JsonNode schema, JsonNode value) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(value)
        .stream()
        .map(Object::toString)
        .toList();
  }
}
