package org.citylake.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.citylake.cli.index.IndexCase.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and folders that are missing, of another kind or hostile. */
class TestIndexCommandsFiles {
  private final IndexCase index;

  TestIndexCommandsFiles(@TempDir Path folder) throws IOException {
    this.index = new IndexCase(folder);
  }

  @Test
  void aPanelThatIsMissingOrAFolderIsWrongUse() throws IOException {
    assertRefused(
        index.score(index.path("edition").toString(), index.path("no.csv"), index.out()),
        2,
        "USER",
        "no such file");
    assertRefused(
        index.score(index.path("edition").toString(), index.path("edition"), index.out()),
        2,
        "USER",
        "it is a folder");
  }

  @Test
  void bytesThatAreNotUtf8AreNamed() throws IOException {
    byte[] latin = "unit,a,b\nZürich,1,3\ny,2,2\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(index.path("panel.csv"), latin);
    assertRefused(index.score(), 1, "DATA", "panel.csv", "it is not UTF-8");

    Files.write(
        index.path("iData.csv"),
        IndexCase.IDATA.replace("X", "Ü").getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(index.imported(), 1, "DATA", "iData.csv", "it is not UTF-8");
  }

  @Test
  void anEmptyPanelIsNamed() throws IOException {
    index.panel("");
    assertRefused(index.score(), 1, "DATA", "no line of data");

    index.panel("unit,a,b\n");
    assertRefused(index.score(), 1, "DATA", "no line of data");
  }

  @Test
  void anUnknownEditionIsWrongUseAndTheNearestIsNamed() throws IOException {
    assertRefused(
        index.score("plan_attainment/2051", index.path("panel.csv"), index.out()),
        2,
        "USER",
        "did you mean 'plan_attainment/2015'?");
  }

  @Test
  void anOutFolderThatIsAFileOrBelowOneIsNamed() throws IOException {
    Path file = index.file("taken", "mine");

    Call onto = index.score(index.path("edition").toString(), index.path("panel.csv"), file);
    Call below =
        index.score(index.path("edition").toString(), index.path("panel.csv"), file.resolve("out"));

    assertThat(onto.code()).isEqualTo(2);
    assertThat(onto.err()).contains("Cannot write to " + file + ": it is a file");
    assertThat(below.code()).isEqualTo(2);
    assertThat(below.err()).contains("Cannot write to " + file.resolve("out"), file + " is a file");
    assertThat(file).hasContent("mine");
  }

  @Test
  void anOutFolderThatIsReadOnlyIsNamed() throws IOException {
    Path locked = Files.createDirectory(index.path("locked"));
    assertThat(locked.toFile().setWritable(false)).isTrue();
    // A superuser may write everywhere, so for him the folder is like any other.
    boolean superuser = Files.isWritable(locked);

    Call onto = index.score(index.path("edition").toString(), index.path("panel.csv"), locked);

    if (superuser) {
      assertThat(onto.code()).isZero();
      assertThat(locked.resolve("scores.csv")).isNotEmptyFile();
      return;
    }
    assertThat(onto.code()).isEqualTo(1);
    assertThat(onto.err()).contains("the folder is read-only");
    assertThat(locked).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/etc/x", "A", "a b", "a\nb"})
  void codesThatLeadElsewhereAreRefused(String code) throws IOException {
    assertRefused(index.imported("--index", code), 2, "USER", "--index");
    assertRefused(index.imported("--edition", code), 2, "USER", "--edition");

    assertThat(index.path("x")).doesNotExist();
  }

  @Test
  void aUnitThatLooksLikeAFormulaRunsInNoSpreadsheet() throws IOException {
    index.panel("unit,a,b\n\"=HYPERLINK(\"\"http://x\"\")\",1,30\n@y,-2,20\n../z,3,10\n");

    assertThat(index.score().code()).isZero();
    assertThat(index.written("scores.csv")).contains("\n\"'=HYPERLINK(", "\n'@y,,", "\n../z,,");
    assertThat(index.written("trace.csv")).contains("'@y,,a,-2,");
  }

  @Test
  void aCellOfTenMegabytesIsNamedInOneLine() throws IOException {
    index.panel("unit,a,b\nx,1,30\ny," + "9".repeat(10 << 20) + ",20\n");
    Call number = index.score();
    assertRefused(number, 1, "DATA", "[not-a-number]", "panel.csv:3");
    assertThat(number.err().length()).isLessThan(2000);

    index.panel("unit,a," + "b".repeat(10 << 20) + "\nx,1,30\ny,2,20\n");
    Call header = index.score();
    assertRefused(header, 1, "DATA", "[indicator-missing]");
    assertThat(header.err().length()).isLessThan(2000);
  }

  @Test
  void aCellThatIsTooLongForAnyTableIsNamed() throws IOException {
    index.panel("unit,a,b\nx,1,30\ny," + "9".repeat(20 << 20) + ",20\n");

    Call call = index.score();

    assertRefused(call, 1, "DATA", "panel.csv", "no well-formed CSV");
    assertThat(call.err().length()).isLessThan(2000);
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() throws IOException {
    index.panel("unit,a,b\nx,\u001b[2Jone,30\ny,2,20\n");

    Call call = index.score();

    assertRefused(call, 1, "DATA", "[not-a-number]", "\\u001b[2Jone");
    assertThat(call.err()).doesNotContain("\u001b");
  }

  /** A file of an import, what is changed in it, the rule that says no. */
  static Stream<Arguments> imports() {
    return Stream.of(
        Arguments.of("iMeta.csv", "a,First,1,top", "a,First,1,tpo", "orphan"),
        Arguments.of("iMeta.csv", "top,Tiny index,2,NA", "top,Tiny index,2,top", "top-has-parent"),
        Arguments.of("iMeta.csv", "1,3,Indicator", "1,0,Indicator", "weight-not-positive"),
        Arguments.of("iMeta.csv", "1,3,Indicator", "1,-3,Indicator", "weight-not-positive"),
        Arguments.of("iMeta.csv", "1,3,Indicator", "1,NaN3,Indicator", "not-a-number"),
        Arguments.of("iMeta.csv", "1,3,Indicator", "up,3,Indicator", "direction-wrong"),
        Arguments.of("iMeta.csv", "b,Second", "a,Second", "code-twice"),
        Arguments.of("iMeta.csv", "b,Second", "../b,Second", "code-form"),
        Arguments.of("iMeta.csv", "Parent,", "Parrent,", "column-missing"),
        Arguments.of("iData.csv", "y,Y", "x,Y", "unit-twice"),
        Arguments.of("iData.csv", "a,b\n", "a,c\n", "column-missing"),
        Arguments.of("iData.csv", "a,b\n", "a,a\n", "column-twice"),
        Arguments.of("iData.csv", "2,20", "2,Infinity", "not-a-number"),
        Arguments.of("iData.csv", "2,20", "1..2,20", "not-a-number"));
  }

  @ParameterizedTest(name = "{0} {3}: {2}")
  @MethodSource("imports")
  void tablesThatCannotBeImportedAreNamed(String file, String find, String replacement, String rule)
      throws IOException {
    String text = file.equals("iMeta.csv") ? IndexCase.IMETA : IndexCase.IDATA;
    index.file(file, text.replace(find, replacement));

    assertRefused(index.imported(), 1, "DATA", "[" + rule + "]", file + ":");
  }

  private void assertRefused(Call call, int code, String kind, String... says) throws IOException {
    TestIndexCommands.assertRefused(index, call, code, kind, says);
  }
}
