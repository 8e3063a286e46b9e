package org.citylake.cli.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citylake.cli.index.IndexCase.Call;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/guides/import-an-index.md: its files and its commands, as they stand there. */
class TestIndexImportGuide {
  private static final Pattern FILE =
      Pattern.compile("^`([^`\\s]+)`\\n```\\w+\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("^\\./citylake (.+)$", Pattern.MULTILINE);

  private final Path folder;
  private final IndexCase index;

  TestIndexImportGuide(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.index = new IndexCase(folder);
  }

  @Test
  void bothWaysGiveTheSameScores() throws IOException {
    String guide =
        Files.readString(
            Path.of(System.getProperty("citylake.root", ".."))
                .resolve("docs/guides/import-an-index.md"));
    for (MatchResult file : FILE.matcher(guide).results().toList()) {
      index.file(file.group(1), file.group(2));
    }
    workbook(folder.resolve("COIN_Tool.xlsx"));

    List<MatchResult> commands = COMMAND.matcher(guide).results().toList();
    for (MatchResult command : commands) {
      Call call = index.call(inFolder(command.group(1)));
      assertThat(call.code()).as(command.group() + "\n" + call.err()).isZero();
    }

    assertThat(commands).hasSize(4);
    // By hand: PT is (50 + 2 x 50) / 3 and 40, weighed 1 : 3; XH has no Delay, so 25 and 20.
    assertThat(top("example-scores"))
        .containsExactly(
            "JA,,Index,0,0,4", "PD,,Index,0,100,1", "PT,,Index,0,42.5,2", "XH,,Index,0,21.25,3");
    assertThat(top("from-excel-scores")).isEqualTo(top("example-scores"));
  }

  @Test
  void oneWayOfTwoHasToBeNamed() {
    Path out = index.out();
    for (String options :
        List.of(
            "--out " + out,
            "--idata iData.csv --out " + out,
            "--imeta iMeta.csv --out " + out,
            "--idata iData.csv --imeta iMeta.csv --coin-tool COIN_Tool.xlsx --out " + out,
            "--idata iData.csv --coin-tool COIN_Tool.xlsx --out " + out)) {
      Call call = index.call(("index import " + options).split(" "));

      assertThat(call.code()).as(options).isEqualTo(2);
      assertThat(call.err()).contains("either --idata and --imeta, both, or --coin-tool alone");
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void aWorkbookThatIsNotThereIsWrongUse() {
    Call call =
        index.call("index", "import", "--coin-tool", "none.xlsx", "--out", index.out().toString());

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("Cannot read the workbook none.xlsx: no such file");
    assertThat(index.out()).doesNotExist();
  }

  /** The command's words; files and folders stand in the test's folder. */
  private String[] inFolder(String command) {
    String[] words = command.split(" ");
    for (int i = 1; i < words.length; i++) {
      boolean path =
          List.of("--idata", "--imeta", "--coin-tool", "--out", "--data").contains(words[i - 1])
              || (words[i - 1].equals("--edition") && words[1].equals("score"));
      words[i] = path ? folder.resolve(words[i]).toString() : words[i];
    }
    return words;
  }

  private List<String> top(String results) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(results).resolve("scores.csv"))) {
      return lines.filter(line -> line.contains(",Index,")).toList();
    }
  }

  /** The guide's example as a COIN Tool has it. */
  private static void workbook(Path file) throws IOException {
    Object[][] columns = {
      {1, 1, "n/a", "n/a", "Index", "si.01", "Transport", "sp.01", "Road length", "Roads"},
      {2, -1, "n/a", "n/a", "Index", "si.01", "Transport", "sp.01", "Minutes lost", "Delay"},
      {1, 1, "n/a", "n/a", "Index", "si.01", "Knowledge", "sp.01", "Patents", "Patents"},
    };
    Object[][] units = {
      {"Jing'an", "JA", null, 1, 5, 10},
      {"Xuhui", "XH", null, 2, "n/a", 20},
      {"Putuo", "PT", null, 3, 3, 30},
      {"Pudong", "PD", null, 5, 1, 60},
    };
    Object[][] groups = {
      {"Code", null, "Weight", null, null, "Dimension/indicator"},
      {"Index", null, 1, null, null, "Example index"},
      {"Transport", null, 1, null, null, "Transport"},
      {"Knowledge", null, 3, null, null, "Knowledge"},
    };
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "COIN Tool", "1.0")) {
      Worksheet database = book.newWorksheet("Database");
      for (int i = 0; i < columns.length; i++) {
        for (int j = 0; j < columns[i].length; j++) {
          put(database, 6 + j, 4 + i, columns[i][j]);
        }
      }
      block(database, 16, 1, units);
      block(book.newWorksheet("Framework"), 3, 2, groups);
    }
  }

  private static void block(Worksheet sheet, int row, int column, Object[][] cells) {
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < cells[i].length; j++) {
        put(sheet, row + i, column + j, cells[i][j]);
      }
    }
  }

  private static void put(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof String text) {
      sheet.value(row, column, text);
    }
  }
}
