package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.citylake.cli.engine.JavaHome;
import org.citylake.cli.python.PythonEnvironment;
import org.citylake.cli.python.PythonRange;
import org.citylake.core.home.Home;
import org.citylake.core.json.ContentHash;
import org.citylake.core.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped notebooks, and the programs of docs/guides/clients.md, over a served home. */
class ITNotebooks {
  private static final String ENVIRONMENT = "CITYLAKE_NOTEBOOKS_ENVIRONMENT";
  private static final Path GUIDE = CommandRun.ROOT.resolve("docs/guides/clients.md");

  @TempDir private static Path folder = Path.of("unset");

  private static Path environment = Path.of("unset");
  private static @Nullable ServedHome served;

  @BeforeAll
  static void serve() throws Exception {
    boolean wanted = System.getenv().containsKey(ENVIRONMENT) || "true".equals(System.getenv("CI"));
    Assumptions.assumeTrue(
        wanted, "downloads 700 MB: set " + ENVIRONMENT + " to a folder for the notebooks' Python");
    SqlJava.require();
    environment =
        Path.of(
            System.getenv()
                .getOrDefault(ENVIRONMENT, CommandRun.ROOT.resolve("target/notebooks").toString()));
    served = ServedHome.start(SampleHome.get().home(), folder);
  }

  @AfterAll
  static void end() throws InterruptedException {
    if (served != null) {
      served.close();
    }
  }

  @Test
  void everyNotebookRunsTopToBottomWithTheNumbersOfSql() throws IOException {
    Path out = folder.resolve("results");
    JsonNode run = notebooks("run", "--out", out.toString(), "--json").expect(0).json();

    assertThat(run.path("notebooks").findValuesAsText("notebook"))
        .containsExactlyElementsOf(shipped());
    List<String> figures = new ArrayList<>();
    run.path("notebooks")
        .findValues("figures")
        .forEach(f -> f.forEach(n -> figures.add(n.asText())));
    assertThat(figures).hasSizeGreaterThanOrEqualTo(8).allSatisfy(ITNotebooks::isDrawn);

    assertThat(column(answer(out, "01_first_queries"), "value"))
        .isEqualTo(
            sql(
                "SELECT value FROM views.figure WHERE indicator_code = 'population_density'"
                    + " AND ref_area <> '310000' ORDER BY time_period DESC, value DESC LIMIT 8"));
    assertThat(column(answer(out, "02_two_agencies"), "accepted"))
        .isEqualTo(
            sql(
                "SELECT records FROM ("
                    + "SELECT 'household_registration' AS source, count(*) AS records"
                    + " FROM raw.household_registration UNION ALL"
                    + " SELECT 'social_insurance_participant', count(*)"
                    + " FROM raw.social_insurance_participant) ORDER BY source"));
    assertThat(column(answer(out, "03_district_profile"), "value"))
        .isEqualTo(
            sql(
                "SELECT max_by(value, time_period) FROM metric.indicator_value"
                    + " WHERE ref_area = '310106' AND value IS NOT NULL"
                    + " GROUP BY indicator_code"
                    + " ORDER BY max_by(value_status, time_period) = 'synthetic', indicator_code"
                    + " LIMIT 15"));
    assertThat(column(answer(out, "04_air_quality"), "valid_days"))
        .isEqualTo(
            sql(
                "SELECT count(DISTINCT observed_date) FROM city.air_quality_day WHERE valid"
                    + " GROUP BY sensor_id ORDER BY sensor_id"));
    assertThat(column(answer(out, "06_time_travel"), "rows"))
        .last()
        .isEqualTo(sql("SELECT count(*) FROM metric.indicator_value").get(0));
    assertThat(column(answer(out, "07_adding_an_indicator"), "days"))
        .isEqualTo(
            sql(
                "SELECT count_if(mean > 150) FROM city.air_quality_day WHERE official AND valid"
                    + " GROUP BY ref_area, year(observed_date) ORDER BY ref_area,"
                    + " year(observed_date)"));
    assertThat(column(answer(out, "08_credit_screening"), "entities"))
        .isEqualTo(
            sql(
                "SELECT count(*) FROM city.credit_score WHERE model = 'legal_entity'"
                    + " GROUP BY credit_class ORDER BY credit_class"));
    assertThat(column(answer(out, "09_linking_records"), "entities"))
        .isEqualTo(
            sql(
                "SELECT count(*) FROM ("
                    + "SELECT 'building' AS entity FROM city.building"
                    + " UNION ALL SELECT 'house' FROM city.house"
                    + " UNION ALL SELECT 'household' FROM city.household"
                    + " UNION ALL SELECT 'legal_entity' FROM city.legal_entity"
                    + " UNION ALL SELECT 'licence' FROM city.licence"
                    + " UNION ALL SELECT 'person' FROM city.person)"
                    + " GROUP BY entity ORDER BY entity"));
  }

  @Test
  void aCellThatFailsIsNamed() throws IOException {
    Path own = folder.resolve("own.ipynb");
    Files.writeString(
        own,
        """
        {"cells": [
          {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "One"},
          {"cell_type": "code", "id": "b", "metadata": {}, "execution_count": null, "outputs": [],
           "source": "from connection import ask\\nask('SELECT count(*) FROM vault.quarantine')"}],
         "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """);

    CommandRun run = notebooks("run", own.toString(), "--out", folder.resolve("own").toString());

    assertThat(run.expect(1).err()).contains("own failed at cell 2: TrinoUserError");
    assertThat(notebooks("run", "01_first_querys").expect(2).err())
        .contains("There is no notebook '01_first_querys'; did you mean '01_first_queries'?");
  }

  @Test
  void jupyterLabShowsTheNotebooksToWhoHasTheToken() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path err = folder.resolve("up.err");
    Process up =
        CommandRun.start(
            home(),
            Map.of(ENVIRONMENT, environment.toString()),
            err,
            "notebooks",
            "up",
            "--port",
            Integer.toString(port));
    try {
      while (!Files.readString(err).contains("token in ")) {
        assertThat(up.isAlive()).as("%s", Files.readString(err)).isTrue();
        Thread.sleep(200);
      }
      URI contents = URI.create("http://127.0.0.1:" + port + "/api/contents");
      String token = Files.readString(home().root().resolve("notebooks/jupyter-token")).strip();

      assertThat(get(contents, "").statusCode()).isEqualTo(403);
      assertThat(get(contents, token).body())
          .contains("07_adding_an_indicator.ipynb", "figures.py");
    } finally {
      up.destroy();
      up.waitFor();
    }
  }

  private static HttpResponse<String> get(URI address, String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("Authorization", "token " + token).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void clientsOfTheGuideReadTheSameFigures() throws Exception {
    String guide = Files.readString(GUIDE);
    String figures =
        sql("SELECT count(*) FROM metric.indicator_value WHERE indicator_code = 'population_density'")
            .get(0)
            .toPlainString();
    Home home = home();
    CommandRun.of(home, "user", "add", "reports", "--group", "analyst", "--no-password").expect(0);
    String token = CommandRun.of(home, "user", "token", "reports").expect(0).out().strip();
    Files.writeString(home.access().resolve("reports.token"), token);
    PythonEnvironment python = clients();

    List<String> programs = blocks(guide, "python");
    assertThat(programs).hasSize(5);
    for (String program : programs) {
      assertThat(said(python, program)).as(program).isNotEmpty().containsOnly(figures);
    }

    Path tool = Files.createDirectories(folder.resolve("tool"));
    String address = Objects.requireNonNull(served).services().jdbc();
    Files.writeString(
        tool.resolve("citylake.properties"),
        blocks(guide, "properties").get(0).replace("ADDRESS", address).replace("TOKEN", token));
    Process sqlline =
        new ProcessBuilder(
                JavaHome.current().path().resolve("bin/java").toString(),
                "-cp",
                CommandRun.ROOT.resolve("cli/target/jdbc") + "/*",
                "sqlline.SqlLine",
                "--silent=true")
            .directory(tool.toFile())
            .redirectInput(
                Files.writeString(tool.resolve("density.sql"), blocks(guide, "sql").get(0))
                    .toFile())
            .redirectError(tool.resolve("err").toFile())
            .start();
    assertThat(lines(sqlline)).endsWith("'figures'", "'" + figures + "'");
  }

  @Test
  void theReadingTokenIsNoWayToTheVaultOrToWrite() throws Exception {
    String pyiceberg =
        blocks(Files.readString(GUIDE), "python").stream()
            .filter(program -> program.contains("pyiceberg"))
            .findFirst()
            .orElseThrow();
    String look = pyiceberg.substring(0, pyiceberg.indexOf("table = "));
    PythonEnvironment python = clients();

    assertThat(said(python, look + "print(*sorted(n[0] for n in catalog.list_namespaces()))"))
        .containsExactly("audit city live metric raw views");
    assertThat(
            said(
                python,
                "try:\n"
                    + look.replace("\"published\"", "\"live\"").indent(4)
                    + "except Exception as refused:\n    print(refused)"))
        .singleElement()
        .asString()
        .contains("opens the warehouses published and release, not 'live'");
  }

  private static void isDrawn(String file) {
    try {
      BufferedImage picture = ImageIO.read(Path.of(file).toFile());
      int[] pixels =
          picture.getRGB(
              0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
      assertThat(picture.getWidth()).as(file).isGreaterThan(400);
      // Axes and letters alone darken less.
      assertThat(Arrays.stream(pixels).filter(p -> p != pixels[0]).count())
          .as(file)
          .isGreaterThan(pixels.length / 50);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(file, e);
    }
  }

  /** The first table of a notebook that is marked as its answer. */
  private static JsonNode answer(Path results, String notebook) throws IOException {
    for (JsonNode cell :
        Json.mapper().readTree(results.resolve(notebook + ".ipynb").toFile()).path("cells")) {
      boolean marked = cell.at("/metadata/tags/0").asText().equals("answer");
      for (JsonNode output : cell.path("outputs")) {
        JsonNode table = output.path("data").path("application/vnd.dataresource+json").path("data");
        if (marked && table.isArray()) {
          return table;
        }
      }
    }
    throw new AssertionError("no answer in " + notebook);
  }

  private static List<BigDecimal> column(JsonNode table, String name) {
    return IntStream.range(0, table.size())
        .mapToObj(i -> rounded(table.path(i).path(name)))
        .toList();
  }

  /** First column of a statement. */
  private static List<BigDecimal> sql(String statement) {
    JsonNode rows = CommandRun.of(home(), "sql", "--json", statement).expect(0).json().path("rows");
    return IntStream.range(0, rows.size()).mapToObj(i -> rounded(rows.path(i).path(0))).toList();
  }

  /** A table in a notebook has ten decimals, and is of binary numbers. */
  private static BigDecimal rounded(JsonNode number) {
    return number.decimalValue().setScale(8, java.math.RoundingMode.HALF_EVEN).stripTrailingZeros();
  }

  private static PythonEnvironment clients() {
    PythonEnvironment python =
        new PythonEnvironment(
            "The clients",
            environment,
            folder.resolve("clients.log"),
            Map.of("CITYLAKE_HOME", home().root().toString()));
    Path file = CommandRun.ROOT.resolve("notebooks/requirements-clients.txt");
    python.install(
        ContentHash.of(file).substring(0, 16),
        new PythonRange(11, 13),
        List.of(
            "-r",
            CommandRun.ROOT.resolve("notebooks/requirements.txt").toString(),
            "-r",
            file.toString()),
        "",
        line -> {});
    return python;
  }

  /** What a program in Python prints. */
  private static List<String> said(PythonEnvironment python, String program)
      throws InterruptedException, IOException {
    return lines(python.startPiped(List.of(python.bin("python"), "-c", program)));
  }

  private static List<String> lines(Process process) throws InterruptedException, IOException {
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    process.waitFor();
    return lines;
  }

  private static List<String> blocks(String guide, String language) {
    return Pattern.compile("^```" + language + "\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(guide)
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private static CommandRun notebooks(String... arguments) {
    List<String> all = new ArrayList<>(List.of("notebooks"));
    all.addAll(Arrays.asList(arguments));
    return CommandRun.of(
        home(), Map.of(ENVIRONMENT, environment.toString()), all.toArray(new String[0]));
  }

  private static List<String> shipped() throws IOException {
    try (var files = Files.list(CommandRun.ROOT.resolve("notebooks"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".ipynb"))
          .map(n -> n.replace(".ipynb", ""))
          .sorted()
          .toList();
    }
  }

  private static Home home() {
    return Optional.ofNullable(served).orElseThrow().home();
  }
}
