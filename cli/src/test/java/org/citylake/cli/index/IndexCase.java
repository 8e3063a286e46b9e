package org.citylake.cli.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citylake.cli.command.CityLakeCommand;
import org.citylake.core.json.Json;

/** A folder with a tiny edition and its panel, and the command {@code index} on them. */
final class IndexCase {
  /** By min-max and weights 1 : 3 the scores are x 75, y 50, z 25. */
  static final String EDITION =
      """
      index: tiny
      edition: "1"
      name-zh: 小
      name-en: Tiny
      model: true
      edition-year: 2020
      scored-from: files
      minimum-units: 1
      steps:
        normalise: {method: min-max, low: 0, high: 100}
        weight: {method: given}
        aggregate: {method: arithmetic-mean, missing: renormalise}
      tree:
        - {code: top, name-zh: 上, name-en: Top}
        - {code: a, parent: top, weight: 1}
        - {code: b, parent: top, weight: 3}
      """;

  static final String PANEL = "unit,a,b\nx,1,30\ny,2,20\nz,3,10\n";

  static final String IDATA = "uCode,uName,a,b\nx,X,1,30\ny,Y,2,20\nz,Z,3,10\n";
  static final String IMETA =
      """
      iCode,iName,Level,Parent,Direction,Weight,Type
      a,First,1,top,1,1,Indicator
      b,Second,1,top,1,3,Indicator
      top,Tiny index,2,NA,1,1,Aggregate
      """;

  private final Path folder;

  IndexCase(Path folder) throws IOException {
    this.folder = folder;
    edition(EDITION);
    panel(PANEL);
    file("iData.csv", IDATA);
    file("iMeta.csv", IMETA);
  }

  /**
   * What a call of the command did.
   *
   * @param code its exit code
   * @param out standard output
   * @param err standard error
   */
  record Call(int code, String out, String err) {
    /** The object that {@code --json} prints. */
    JsonNode object() throws IOException {
      return Json.mapper().readTree(out.strip().lines().reduce("", (first, last) -> last));
    }
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Path file(String name, String text) throws IOException {
    return Files.writeString(path(name), text);
  }

  void edition(String text) throws IOException {
    Files.createDirectories(path("edition"));
    file("edition/index.yaml", text);
  }

  void panel(String text) throws IOException {
    file("panel.csv", text);
  }

  Path out() {
    return path("out");
  }

  String written(String name) throws IOException {
    return Files.readString(out().resolve(name));
  }

  Call score() {
    return score(path("edition").toString(), path("panel.csv"), out());
  }

  Call score(String edition, Path panel, Path out) {
    return call(
        "index",
        "score",
        "--edition",
        edition,
        "--data",
        panel.toString(),
        "--out",
        out.toString(),
        "--json");
  }

  Call imported(String... more) {
    String[] all =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "index",
                    "import",
                    "--idata",
                    path("iData.csv").toString(),
                    "--imeta",
                    path("iMeta.csv").toString(),
                    "--out",
                    out().toString(),
                    "--json"),
                java.util.Arrays.stream(more))
            .toArray(String[]::new);
    return call(all);
  }

  Call call(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Map<String, String> environment =
        Map.of(
            "CITYLAKE_ROOT",
            String.valueOf(System.getProperty("citylake.root")),
            "CITYLAKE_HOME",
            path("home").toString());
    int code =
        CityLakeCommand.execute(
            environment, new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Call(code, out.toString(), err.toString());
  }
}
