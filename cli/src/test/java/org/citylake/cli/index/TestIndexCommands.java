package org.citylake.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.citylake.cli.index.IndexCase.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input is named, ends with its exit code, and leaves nothing behind. */
class TestIndexCommands {
  private static final String SCORES =
      """
      unit,period,node,level,score,rank
      x,,top,0,75,1
      x,,a,1,0,3
      x,,b,1,100,1
      y,,top,0,50,2
      y,,a,1,50,2
      y,,b,1,50,2
      z,,top,0,25,3
      z,,a,1,100,1
      z,,b,1,0,3
      """;

  private final IndexCase index;

  TestIndexCommands(@TempDir Path folder) throws IOException {
    this.index = new IndexCase(folder);
  }

  @Test
  void importedTablesAreScoredAsTheyAre() throws IOException {
    Call imported = index.imported("--index", "tiny", "--edition", "2020");
    Path results = index.path("results");
    Call scored = index.score(index.out().toString(), index.out().resolve("panel.csv"), results);

    assertThat(imported.code()).isZero();
    assertThat(imported.object().path("nodes").asInt()).isEqualTo(3);
    assertThat(scored.code()).as(scored.err()).isZero();
    assertThat(scored.object().path("edition").asText()).isEqualTo("tiny/2020");
    assertThat(Files.readString(results.resolve("scores.csv")))
        .isEqualToNormalizingNewlines(SCORES);
    assertThat(results).isDirectoryContaining(f -> f.endsWith("trace.csv"));
    assertThat(results).isDirectoryContaining(f -> f.endsWith("report.json"));
    assertThat(results).isDirectoryNotContaining(f -> f.toString().endsWith(".part"));
  }

  @Test
  void anImportedEditionThatWasChangedByHandIsNotWrittenOver() throws IOException {
    index.imported();
    Path yaml = index.out().resolve("index.yaml");
    String written = Files.readString(yaml);
    String changed = written + "# ours\n";
    Files.writeString(yaml, changed);

    Call again = index.imported();
    String kept = Files.readString(yaml);
    Call replaced = index.imported("--replace");

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.object().path("error").path("message").asText()).contains("--replace");
    assertThat(kept).isEqualTo(changed);
    assertThat(replaced.code()).isZero();
    assertThat(Files.readString(yaml)).isEqualTo(written);
  }

  @Test
  void aMarkAndCarriageReturnsAreNoContent() throws IOException {
    index.panel("\uFEFF" + IndexCase.PANEL.replace("\n", "\r\n"));
    index.file("iData.csv", "\uFEFF" + IndexCase.IDATA.replace("\n", "\r\n"));
    index.file("iMeta.csv", "\uFEFF" + IndexCase.IMETA.replace("\n", "\r\n"));

    assertThat(index.score().code()).isZero();
    assertThat(index.written("scores.csv")).isEqualToNormalizingNewlines(SCORES);
    assertThat(index.imported().code()).isZero();
  }

  /** What is changed in the edition, the rule that says no, and what the message has to say. */
  static Stream<Arguments> editions() {
    return Stream.of(
        Arguments.of(
            "{code: top, name-zh: 上", "{code: top, parent: a, name-zh: 上", "cycle", "top > a"),
        Arguments.of("{code: a, parent: top", "{code: a, parent: tpo", "orphan", "'top'"),
        Arguments.of("weight: 1}", "weight: 0}", "schema", "weight"),
        Arguments.of("weight: 1}", "weight: -1}", "schema", "weight"),
        Arguments.of("weight: 1}", "weight: .nan}", "wrong-type", ".nan"),
        Arguments.of("weight: 1}", "weight: .inf}", "wrong-type", ".inf"),
        Arguments.of("{code: b, ", "{code: a, ", "node-twice", "a"),
        Arguments.of(
            "weight: {method: given}",
            "weight: {method: given, must-sum: 1}",
            "weights-do-not-sum",
            "top: 4"),
        Arguments.of("method: min-max", "method: minmax", "unknown-method", "'min-max'"),
        Arguments.of("method: arithmetic-mean", "method: mean", "unknown-method", "mean"),
        Arguments.of("missing: renormalise", "mising: renormalise", "unknown-key", "'missing'"),
        Arguments.of("minimum-units: 1", "minimum-unit: 1", "unknown-key", "'minimum-units'"),
        Arguments.of("code: a,", "code: ../a,", "wrong-form", "../a"),
        Arguments.of("index: tiny", "index: ../tiny", "wrong-form", "../tiny"));
  }

  @ParameterizedTest(name = "{2}: {1}")
  @MethodSource("editions")
  void anEditionThatIsNotRightIsNamed(String find, String replacement, String rule, String hint)
      throws IOException {
    index.edition(IndexCase.EDITION.replace(find, replacement));

    assertRefused(index.score(), 1, "DATA", "[" + rule + "]", hint);
  }

  /** A panel, the rule that says no, and what the message has to say. */
  static Stream<Arguments> panels() {
    return Stream.of(
        Arguments.of("unit,a,b\nx,1,3\ny,2,2\nx,3,1\n", "unit-twice", "panel.csv:4"),
        Arguments.of("unit,a,c\nx,1,3\ny,2,2\n", "indicator-missing", "b"),
        Arguments.of("unit,a,b\nx,one,3\ny,2,2\n", "not-a-number", "a = one"),
        Arguments.of("unit,a,b\nx,NaN,3\ny,2,2\n", "not-a-number", "a = NaN"),
        Arguments.of("unit,a,b\nx,-Infinity,3\ny,2,2\n", "not-a-number", "a = -Infinity"),
        Arguments.of("unit,a,b\nx,1e999,3\ny,2,2\n", "not-a-number", "a = 1e999"),
        Arguments.of("unit,a,b\nx,\"1,5\",3\ny,2,2\n", "not-a-number", "a = 1,5"),
        Arguments.of("unit,a,b\nx,0x10,3\ny,2,2\n", "not-a-number", "a = 0x10"),
        Arguments.of("unit,a,b\nx,1,3\ny,1,2\nz,1,1\n", "constant-column", "a"),
        Arguments.of("unit,a,b\nx,1,3\n", "constant-column", "a"),
        Arguments.of("unit,a,b\nx,,3\ny,NA,2\n", "all-missing", "a"),
        Arguments.of("unit,a,a,b\nx,1,2,3\n", "column-twice", "a"),
        Arguments.of("units,a,b\nx,1,3\n", "column-missing", "'units'"),
        Arguments.of("unit,a,b\n,1,3\ny,2,2\n", "unit-empty", "panel.csv:2"),
        Arguments.of(
            "unit,indicator,value\nx,a,1\nx,d,2\nx,b,1\n", "unknown-indicator", "panel.csv:3"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("panels")
  void aPanelThatCannotBeScoredIsNamed(String panel, String rule, String hint) throws IOException {
    index.panel(panel);

    assertRefused(index.score(), 1, "DATA", "[" + rule + "]", hint);
  }

  @Test
  void aSingleUnitIsScoredWhereNothingIsComparedWithOthers() throws IOException {
    index.edition(
        IndexCase.EDITION.replace("{method: min-max, low: 0, high: 100}", "{method: none}"));
    index.panel("unit,a,b\nx,1,30\n");

    assertThat(index.score().code()).isZero();
    assertThat(index.written("scores.csv")).contains("x,,top,0,22.75,1");
  }

  @Test
  void valuesThatAreNotAboveZeroHaveNoGeometricMean() throws IOException {
    index.edition(
        IndexCase.EDITION
            .replace("{method: min-max, low: 0, high: 100}", "{method: none}")
            .replace("arithmetic-mean", "geometric-mean"));
    index.panel("unit,a,b\nx,-1,30\ny,0,20\nz,3,10\n");

    assertRefused(index.score(), 1, "DATA", "[value-not-positive]", "x");
  }

  @Test
  void everyProblemIsToldAtOnce() throws IOException {
    index.panel("unit,a,b\nx,one,3\ny,2,two\nx,3,1\n");

    assertRefused(index.score(), 1, "DATA", "3 problems", "a = one", "b = two", "[unit-twice]");
  }

  static void assertRefused(IndexCase index, Call call, int code, String kind, String... says)
      throws IOException {
    assertThat(call.code()).as(call.err()).isEqualTo(code);
    assertThat(call.object().path("error").path("kind").asText()).isEqualTo(kind);
    assertThat(call.object().path("error").path("message").asText()).contains(says);
    assertThat(index.out()).doesNotExist();
  }

  private void assertRefused(Call call, int code, String kind, String... says) throws IOException {
    assertRefused(index, call, code, kind, says);
  }
}
