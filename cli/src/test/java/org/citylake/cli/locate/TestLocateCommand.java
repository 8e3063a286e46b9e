package org.citylake.cli.locate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.citylake.cli.command.CityLakeCommand;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestLocateCommand {
  /** Two districts side by side, the border at longitude 122; the western one changed in 2015. */
  private static final String BOUNDARIES =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": 7,
         "properties": {"level": "district", "code": "310102", "name": "西", "valid_from": "2015-11-04"},
         "geometry": {"type": "Polygon", "coordinates":
           [[[121, 31], [122, 31], [122, 32], [121, 32], [121, 31]]]}},
        {"type": "Feature", "id": 8,
         "properties": {"level": "district", "code": "310101", "name": "东"},
         "geometry": {"type": "MultiPolygon", "coordinates":
           [[[[122, 31], [123, 31], [123, 32], [122, 32], [122, 31]]]]}},
        {"type": "Feature", "id": 9,
         "properties": {"level": "district", "code": "310103", "name": "旧", "valid_to": "2015-11-04"},
         "geometry": {"type": "GeometryCollection", "geometries": [
           {"type": "Polygon", "coordinates":
             [[[121, 31], [121.5, 31], [121.5, 32], [121, 32], [121, 31]]]}]}}
      ]}
      """;

  private static final String POINTS =
      """
      id,longitude,latitude
      a,121.25,31.5
      b,122,31.5
      c,120,31
      """;

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  TestLocateCommand(@TempDir Path folder) throws IOException {
    this.folder = folder;
    write("b.geojson", BOUNDARIES);
    write("p.csv", POINTS);
  }

  @Test
  void everyPointHasItsRegionInTheOrderOfTheFile() throws IOException {
    assertThat(locate()).isZero();

    assertThat(written("o.csv")).isEqualTo("id,region\na,310102\nb,310101\nc,\n");
    assertThat(folder.resolve("o.csv.problems.csv")).doesNotExist();
    JsonNode result = result();
    assertThat(result.path("points").asInt()).isEqualTo(3);
    assertThat(result.path("located").asInt()).isEqualTo(2);
    assertThat(result.path("outside").asInt()).isEqualTo(1);
    assertThat(result.path("invalid").asInt(-1)).isZero();
    assertThat(result.path("regions").asInt()).isEqualTo(2);
    assertThat(result.path("key").asText()).isEqualTo("code");
    assertThat(result.path("warnings")).isEmpty();
    assertThat(result.path("seconds").isNumber()).isTrue();
  }

  @Test
  void aPropertyNamesTheRegionsAndMayJoinThem() throws IOException {
    assertThat(locate("--key", "name")).isZero();
    assertThat(written("o.csv")).contains("a,西\nb,东\n");

    assertThat(locate("--key", "level")).isZero();
    assertThat(written("o.csv")).contains("a,district\nb,district\nc,\n");
    assertThat(result().path("regions").asInt()).isEqualTo(1);
  }

  @Test
  void boundariesAreThoseOfTheDay() throws IOException {
    assertThat(locate("--date", "2015-11-03")).isZero();
    assertThat(written("o.csv")).contains("a,310103\n");

    assertThat(locate("--date", "2015-11-04")).isZero();
    assertThat(written("o.csv")).contains("a,310102\n");
  }

  @Test
  void shiftedCoordinatesAreBroughtBackFirst() throws IOException {
    // GCJ-02 is shifted by some hundred metres to the east and south here.
    write("p.csv", "id,longitude,latitude\na,122.001,31.5\n");

    assertThat(locate("--crs", "gcj02")).isZero();
    assertThat(written("o.csv")).contains("a,310102\n");
    assertThat(locate("--crs", "wgs84")).isZero();
    assertThat(written("o.csv")).contains("a,310101\n");
  }

  @Test
  void coordinatesThatAreNoPlaceKeepTheirRowAndAreTold() throws IOException {
    write(
        "p.csv",
        """
        id,longitude,latitude
        a,121.25,31.5
        b,NaN,31
        c,inf,31
        d,121,91
        e,,31
        f,1e400,31
        g,121d,31
        h
        "i,""1""\",121.25,31.5
        """);

    assertThat(locate()).isZero();

    assertThat(written("o.csv"))
        .isEqualTo("id,region\na,310102\nb,\nc,\nd,\ne,\nf,\ng,\nh,\n\"i,\"\"1\"\"\",310102\n");
    assertThat(written("o.csv.problems.csv"))
        .isEqualTo(
            """
            line,id,longitude,latitude,problem
            3,b,NaN,31,longitude is not a number
            4,c,inf,31,"longitude is out of range, -180 to 180"
            5,d,121,91,"latitude is out of range, -90 to 90"
            6,e,,31,longitude is missing
            7,f,1e400,31,"longitude is out of range, -180 to 180"
            8,g,121d,31,longitude is not a number
            9,h,,,longitude is missing
            """);
    assertThat(result().path("invalid").asInt()).isEqualTo(7);

    write("p.csv", POINTS);
    assertThat(locate()).isZero();
    assertThat(folder.resolve("o.csv.problems.csv")).doesNotExist();
  }

  @Test
  void columnsStandInAnyOrderAndBytesOfIdsAreKept() throws IOException {
    Charset chinese = Charset.forName("GB18030");
    Files.writeString(
        folder.resolve("p.csv"),
        "地址,Latitude,longitude,id\r\n\"路,1\n弄\",31.5,121.25,浦东1\r\n",
        chinese);

    assertThat(locate()).isZero();
    assertThat(Files.readString(folder.resolve("o.csv"), chinese))
        .isEqualTo("id,region\n浦东1,310102\n");

    write("p.csv", "\uFEFF\"id\",\"longitude\",\"latitude\"\n浦东,121.25,31.5\n");
    assertThat(locate()).isZero();
    assertThat(written("o.csv")).isEqualTo("id,region\n浦东,310102\n");
  }

  @Test
  void filesMayBePacked() throws IOException {
    pack("b.geojson", "b.geojson.gz");
    pack("p.csv", "p.csv.gz");

    int code =
        run(
            "locate",
            "--boundaries",
            path("b.geojson.gz"),
            "--points",
            path("p.csv.gz"),
            "--out",
            path("o.csv.gz"));

    assertThat(code).as(err.toString()).isZero();
    byte[] bytes = Files.readAllBytes(folder.resolve("o.csv.gz"));
    assertThat(
            new String(
                new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
                StandardCharsets.UTF_8))
        .isEqualTo("id,region\na,310102\nb,310101\nc,\n");
  }

  @Test
  void manyPointsKeepTheirOrder() throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,longitude,latitude"));
    List<String> expected = new ArrayList<>(List.of("id,region"));
    for (int i = 0; i < 100_000; i++) {
      lines.add(i + "," + (121.0001 + i % 2) + ",31.5");
      expected.add(i + (i % 2 == 0 ? ",310102" : ",310101"));
    }
    Files.write(folder.resolve("p.csv"), lines);

    assertThat(locate()).isZero();
    assertThat(Files.readAllLines(folder.resolve("o.csv"))).isEqualTo(expected);
  }

  @Test
  void oddBoundariesAreWarnedOfByName() throws IOException {
    write(
        "b.geojson",
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"n": "tie"}, "geometry": {"type": "Polygon",
            "coordinates": [[[121, 31], [122, 32], [122, 31], [121, 32], [121, 31]]]}},
          {"type": "Feature", "properties": {"n": "over"}, "geometry": {"type": "Polygon",
            "coordinates": [[[121, 31], [121.4, 31], [121.4, 32], [121, 32]]]}},
          {"type": "Feature", "properties": {}, "geometry": null},
          {"type": "Feature", "properties": {"n": "way"}, "geometry": {"type": "LineString",
            "coordinates": [[121, 31], [122, 32]]}}
        ]}
        """);

    assertThat(locate()).isZero();

    assertThat(result().path("warnings").toString())
        .contains("Feature 3 has no geometry: it is left out")
        .contains("Feature 4 has a LineString, which has no area")
        .contains("Feature 2 has a ring that is not closed")
        .contains("The border of region 'tie' is not simple near 121.500000 31.500000")
        .contains("Regions 'over' and 'tie' overlap");
    assertThat(err.toString()).contains("Warning: Feature 3");
  }

  @ParameterizedTest
  @CsvSource({
    "--key nome, 2, did you mean 'name'",
    "--crs utm, 2, Invalid value for option '--crs'",
    "--date yesterday, 2, Invalid value for option '--date'",
    "--boundaries nowhere.geojson, 2, no such file",
    "--points nowhere.csv, 2, no such file",
    "--out no/such/folder/o.csv, 2, there is no folder"
  })
  void wrongUseIsToldWithItsWayOut(String options, int code, String message) {
    assertThat(locate(options.split(" "))).isEqualTo(code);
    assertThat(err.toString()).contains(message);
    assertThat(folder.resolve("o.csv")).doesNotExist();
  }

  @Test
  void theResultMayNotReplaceWhatIsRead() throws IOException {
    assertThat(locate("--out", path("p.csv"))).isEqualTo(2);
    assertThat(written("p.csv")).isEqualTo(POINTS);
  }

  @Test
  void pointsThatCannotBeReadToTheirEndLeaveNothing() throws IOException {
    write("p.csv", "id,lon,latitude\na,1,2\n");
    assertThat(locate()).isEqualTo(1);
    assertThat(err.toString()).contains("it has no column 'longitude'", "'id,lon,latitude'");

    write("p.csv", POINTS + "\"d,121,31\ne,121,31\n");
    assertThat(locate()).isEqualTo(1);
    assertThat(err.toString()).contains("a quote is opened at line 5");
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("b.geojson", "p.csv");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'FeatureCollection', 'features': [ | is not JSON, or was cut off, at line 1",
        "[] | it is no GeoJSON object",
        "{'type': 'Topology'} | it is no GeoJSON (RFC 7946)",
        "{'type': 'FeatureCollection', 'features': []} | none of its 0 features has a polygon",
        "{'type': 'Polygon', 'coordinates': [[[350000, 3400000], [1, 2], [3, 4]]]} | on no place of the Earth",
        "{'type': 'Polygon', 'coordinates': [[['x', 3], [1, 2], [3, 4]]]} | no longitude and latitude",
        "{'type': 'Polygon', 'crs': {'properties': {'name': 'EPSG:3857'}}, 'coordinates': [[[0, 0], [1, 2], [3, 4]]]} | another system"
      })
  void boundariesThatAreNoneAreRefusedWithTheirReason(String text, String message)
      throws IOException {
    write("b.geojson", text.replace('\'', '"'));

    assertThat(locate()).isEqualTo(1);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void aGeometryOrFeatureAloneIsARegionToo() throws IOException {
    String polygon =
        "{\"type\": \"Polygon\", \"coordinates\": [[[121, 31], [122, 31], [122, 32], [121, 31]]]}";
    write("b.geojson", polygon);
    assertThat(locate()).isZero();
    assertThat(result().path("key").asText()).isEqualTo("feature number");
    assertThat(written("o.csv")).contains("b,1\n");

    write("b.geojson", "{\"type\": \"Feature\", \"id\": \"x\", \"geometry\": " + polygon + "}");
    assertThat(locate()).isZero();
    assertThat(result().path("key").asText()).isEqualTo("feature id");
    assertThat(written("o.csv")).contains("b,x\n");
  }

  private int locate(String... more) {
    List<String> args = new ArrayList<>(List.of("locate", "--json"));
    List<String> options = Arrays.asList(more);
    for (String[] usual :
        new String[][] {
          {"--boundaries", path("b.geojson")}, {"--points", path("p.csv")}, {"--out", path("o.csv")}
        }) {
      if (!options.contains(usual[0])) {
        args.addAll(List.of(usual));
      }
    }
    args.addAll(options);
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    Map<String, String> environment =
        Map.of(
            "CITYLAKE_ROOT",
            String.valueOf(System.getProperty("citylake.root")),
            "CITYLAKE_HOME",
            path("home"));
    return CityLakeCommand.execute(
        environment, new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private JsonNode result() throws IOException {
    return Json.mapper().readTree(out.toString());
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private void pack(String from, String to) throws IOException {
    try (GZIPOutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve(to)))) {
      Files.copy(folder.resolve(from), packed);
    }
  }
}
