package org.citylake.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.citylake.cli.command.CityLakeCommand;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLinkCommand {
  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  TestLinkCommand(@TempDir Path folder) {
    this.folder = folder;
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Map<String, String> environment =
        Map.of("CITYLAKE_HOME", folder.resolve("home").toString(), "CITYLAKE_ROOT", "..");
    return CityLakeCommand.execute(environment, new PrintWriter(out), new PrintWriter(err), args);
  }

  private JsonNode object() throws IOException {
    return Json.mapper().readTree(out.toString().strip().lines().reduce("", (a, b) -> b));
  }

  /** A hundred and twenty persons, every third of them twice with a fault. */
  private static String persons() {
    StringBuilder csv = new StringBuilder(" rec_id, name, born, city\n");
    for (int i = 0; i < 120; i++) {
      String name = "" + (char) ('a' + i % 26) + (char) ('a' + i * 7 % 26) + "rs" + i * 37 % 100;
      String born = "19" + (10 + i * 17 % 80) + "-0" + (1 + i % 9) + "-1" + i % 10;
      csv.append("r").append(i).append(", ").append(name).append(", ").append(born).append(",x\n");
      if (i % 3 == 0) {
        csv.append("d").append(i).append(",").append(name).append("e,").append(born).append(",\n");
      }
    }
    return csv.toString();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void everyRecordIsInOneEntityOnce() throws IOException {
    file("persons.csv", "\ufeff" + persons());

    assertThat(run("link", "--input", path("persons.csv"), "--out", path("out"), "--json"))
        .as(err.toString())
        .isZero();

    assertThat(object().path("records").asInt()).isEqualTo(160);
    assertThat(object().path("id_column").asText()).isEqualTo("rec_id");
    assertThat(object().path("inputs").path(0).asText()).isEqualTo("persons");
    List<String> lines = Files.readAllLines(folder.resolve("out/clusters.csv"));
    assertThat(lines).hasSize(161).first().isEqualTo("source,record_id,entity_id");
    assertThat(lines.stream().map(l -> l.split(",", -1)[1]).distinct()).hasSize(161);
    assertThat(folder.resolve("out/pairs.parquet")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("匹配权重", "Match weights", "Threshold")
        .doesNotContain("http", "ahrs");
  }

  @Test
  void theConfigurationWrittenGivesTheSameClusters() throws IOException {
    file("persons.csv", persons());
    run("link", "--input", path("persons.csv"), "--out", path("one"));

    assertThat(
            run(
                "link",
                "--input",
                path("persons.csv"),
                "--config",
                path("one/config.yaml"),
                "--out",
                path("two")))
        .as(err.toString())
        .isZero();
    assertThat(folder.resolve("two/clusters.csv"))
        .hasSameTextualContentAs(folder.resolve("one/clusters.csv"));
  }

  @Test
  void packedFilesAndGb18030AreRead() throws IOException {
    String text = "编号,姓名,生日\n1,张伟,1980-01-02\n2,李娜,1981-03-04\n3,王芳,1990-05-06\n";
    Charset gb18030 = Charset.forName("GB18030");
    try (Writer writer =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.csv.gz"))), gb18030)) {
      writer.write(text);
    }

    assertThat(run("link", "--input", path("a.csv.gz"), "--out", path("out"), "--json"))
        .as(err.toString())
        .isZero();
    assertThat(object().path("id_column").asText()).isEqualTo("编号");
    assertThat(Files.readString(folder.resolve("out/config.yaml"), StandardCharsets.UTF_8))
        .contains("姓名", "chinese-name");
  }

  @Test
  void wrongUseAndWrongDataAreTold() throws IOException {
    file("a.csv", "id,name\n1,x\n1,y\n");
    file("b.csv", "code,title\n1,x\n");
    file("twice.csv", "id,id\n1,2\n");
    file("empty.csv", "");

    refused(2, "Give --input and --out", "link");
    refused(2, "there is no such file", "link", "--input", path("no.csv"), "--out", path("o"));
    refused(
        2,
        "did you mean 'name'?",
        "link",
        "--input",
        path("a.csv"),
        "--out",
        path("o"),
        "--id",
        "nmae");
    refused(
        1,
        "has the value '1' twice",
        "link",
        "--input",
        path("a.csv"),
        "--out",
        path("o"),
        "--id",
        "id");
    refused(
        1,
        "no column in common",
        "link",
        "--input",
        path("a.csv"),
        "--input",
        path("b.csv"),
        "--out",
        path("o"));
    refused(1, "stands twice", "link", "--input", path("twice.csv"), "--out", path("o"));
    refused(1, "the file is empty", "link", "--input", path("empty.csv"), "--out", path("o"));
  }

  private void refused(int code, String message, String... args) {
    assertThat(run(args)).as(err.toString()).isEqualTo(code);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void everyProblemOfAConfigurationIsNamedWithItsLine() throws IOException {
    file("a.csv", "id,name,born\n1,x,1980-01-01\n2,y,1981-01-01\n");
    file(
        "c.yaml",
        """
        fields:
          - {column: nmae, kind: name}
          - column: born
            kind: date
            levels:
              - {measure: jaro-winkler}
        """);

    int code =
        run("link", "--input", path("a.csv"), "--config", path("c.yaml"), "--out", path("o"));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("c.yaml:2", "did you mean 'name'?", "c.yaml:6", "at-least", "equal");
  }

  /** Two agencies' files of the same persons, each with its own columns, separator and gaps. */
  private String[] agencies() throws IOException {
    StringBuilder police = new StringBuilder("RYBH,XM,CSRQ,XZZ\n");
    StringBuilder health = new StringBuilder("卡号|住址|姓名|出生日期\n");
    for (int i = 0; i < 150; i++) {
      String name = "" + (char) ('王' + i % 20) + (char) ('一' + i * 13) + (char) ('丁' + i * 7);
      String born = "19" + (40 + i % 50) + "0" + (1 + i % 9) + "1" + i % 10;
      String road = "样例路" + i * 3 + "号";
      police.append("p%d,%s,%s,%s\n".formatted(i, name, born, i % 5 == 0 ? "NULL" : road));
      String day = born.substring(0, 4) + "-" + born.substring(4, 6) + "-" + born.substring(6);
      health.append("h%d|%s|%s|%s\n".formatted(i, i % 7 == 0 ? "-" : road, name, day));
    }
    file("p.csv", police.toString());
    file("h.csv", health.toString());
    return new String[] {
      "--input", "police=" + path("p.csv"), "--input", "health=" + path("h.csv")
    };
  }

  private int link(String[] inputs, String... more) {
    return run(
        Stream.of(new String[] {"link"}, inputs, more).flatMap(Stream::of).toArray(String[]::new));
  }

  @Test
  void columnsOfDifferingNamesAreMatchedByWhatTheyHold() throws IOException {
    String[] inputs = agencies();

    assertThat(link(inputs, "--out", path("o"), "--json")).as(err.toString()).isZero();

    assertThat(err.toString()).contains("Taken for the same, XM: police.XM, health.姓名");
    assertThat(object().path("id_column").asText()).isEqualTo("police.RYBH, health.卡号");
    assertThat(object().path("entities").asInt()).isEqualTo(150);
    Map<String, List<String>> entities =
        Files.readAllLines(folder.resolve("o/clusters.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .collect(
                Collectors.groupingBy(
                    line -> line[2], Collectors.mapping(line -> line[1], Collectors.toList())));
    assertThat(entities.values()).allMatch(e -> e.size() == 2);
    assertThat(entities.values())
        .allMatch(e -> e.get(0).substring(1).equals(e.get(1).substring(1)));
  }

  @Test
  void theColumnsOfAConfigurationAreTaken() throws IOException {
    String[] inputs = agencies();
    link(inputs, "--out", path("one"));

    assertThat(link(inputs, "--out", path("two"), "--config", path("one/config.yaml")))
        .as(err.toString())
        .isZero();

    assertThat(folder.resolve("two/clusters.csv"))
        .hasSameTextualContentAs(folder.resolve("one/clusters.csv"));
    assertThat(folder.resolve("two/config.yaml"))
        .content()
        .startsWith("inputs:\n- source: police\n  id: RYBH\n");
    refused(
        2,
        "says nothing of the input 'p'",
        "link",
        "--input",
        path("p.csv"),
        "--out",
        path("three"),
        "--config",
        path("one/config.yaml"));
  }

  @Test
  void clustersAreHeldAgainstTheTruth() throws IOException {
    file("c.csv", "source,record_id,entity_id\na,1,x\na,2,x\na,3,y\n");
    file("t.csv", "record_id,entity_id\n1,p\n2,p\n3,p\n");

    assertThat(
            run(
                "link",
                "evaluate",
                "--clusters",
                path("c.csv"),
                "--truth",
                path("t.csv"),
                "--json"))
        .as(err.toString())
        .isZero();
    assertThat(object().path("pairwise").path("precision").asDouble()).isEqualTo(1);
    assertThat(object().path("pairwise").path("recall").asDouble()).isEqualTo(1 / 3.0);
    assertThat(object().path("records").asInt()).isEqualTo(3);
  }
}
