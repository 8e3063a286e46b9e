package org.citylake.cli.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.EditionDocument;
import org.citylake.core.problem.Problems;
import org.citylake.core.problem.ShownText;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;
import org.citylake.core.yaml.YamlWriter;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.exchange.CoinToolWorkbook;
import org.citylake.metrics.index.exchange.CoinrImport;
import org.citylake.metrics.index.exchange.CoinrTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code index import}: an edition and a panel of other software's files. */
@Command(
    name = "import",
    description = {
      "Turn the tables of COINr (iData and iMeta), or a workbook of the JRC's COIN Tool, into an"
          + " edition and a panel.",
      "Writes index.yaml and panel.csv. Levels, parents, weights, directions, denominators,"
          + " groups, targets and the columns for normalisation (goalpost_*, scaled_*, zscore_*,"
          + " minmax_*, dist2targ_cap_max) carry over; the methods of the steps are then yours to"
          + " change in index.yaml.",
      "Of a workbook the sheets Database and Framework are read; of formulas the values that Excel"
          + " has saved."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake index import --idata iData.csv --imeta iMeta.csv --out asem",
      "  ./citylake index import --coin-tool COIN_Tool.xlsx --out my-index",
      "  ./citylake index score --edition asem --data asem/panel.csv --out asem/results"
    })
final class IndexImportCommand extends CityLakeSubcommand {
  @Option(
      names = "--idata",
      paramLabel = "FILE",
      description = "COINr's iData as CSV: a line per unit, and per Time where it has one.")
  private @Nullable Path data;

  @Option(
      names = "--imeta",
      paramLabel = "FILE",
      description = "COINr's iMeta as CSV: a line per indicator, aggregate, group, denominator.")
  private @Nullable Path meta;

  @Option(
      names = "--coin-tool",
      paramLabel = "FILE",
      description = "A workbook of the COIN Tool (.xlsx, .xlsm), instead of --idata and --imeta.")
  private @Nullable Path coinTool;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The edition's folder; made when it is not there.")
  private Path out = Path.of("");

  @Option(
      names = "--index",
      paramLabel = "CODE",
      description = "Code of the index (made of the top node's code without it).")
  private String index = "";

  @Option(
      names = "--edition",
      paramLabel = "CODE",
      description = "Code of the edition (default: ${DEFAULT-VALUE}).")
  private String edition = "imported";

  @Option(names = "--replace", description = "Write over an index.yaml that was changed by hand.")
  private boolean replace;

  @Override
  protected int run(Settings settings, Output output) {
    require("--index", index, "[a-z][a-z0-9_]*|", "lower-case letters, digits and _");
    require("--edition", edition, "[a-z0-9][a-z0-9_-]*", "lower-case letters, digits, _ and -");
    int year =
        edition.matches("(19|20)\\d\\d")
            ? Integer.parseInt(edition)
            : Year.now(ZoneOffset.UTC).getValue();
    CoinToolWorkbook tables = tables();
    CoinrImport.Imported imported =
        CoinrImport.of(tables.data(), tables.meta(), index, edition, year);
    check(imported);
    String text = YamlWriter.write(imported.document());
    keepEdited(text);
    ResultFolder folder = ResultFolder.create(out);
    Path yaml = folder.text("index.yaml", text);
    Path panel = folder.csv("panel.csv", imported.header(), imported.lines().stream());
    imported
        .unused()
        .forEach(
            c -> output.progress("Column of iData not in iMeta, left out: " + ShownText.of(c)));
    output.say("Edition: " + yaml);
    output.say("Panel:   " + panel);
    output.result(
        Map.of(
            "edition", folder.folder().toString(),
            "panel", panel.toString(),
            "nodes", imported.document().path("tree").size(),
            "lines", imported.lines().size(),
            "columns_not_used", List.copyOf(imported.unused())));
    return 0;
  }

  private CoinToolWorkbook tables() {
    if (coinTool != null && data == null && meta == null) {
      return CoinToolWorkbook.read(coinTool);
    }
    if (coinTool == null && data != null && meta != null) {
      return new CoinToolWorkbook(CoinrTable.read(data), CoinrTable.read(meta));
    }
    throw new ParameterException(
        spec().commandLine(), "Name either --idata and --imeta, both, or --coin-tool alone");
  }

  private void require(String option, String code, String form, String allowed) {
    if (!code.matches(form)) {
      throw new ParameterException(
          spec().commandLine(),
          "The code of " + option + " has " + allowed + ", not: " + ShownText.of(code));
    }
  }

  /** The methods of an imported edition are changed by hand: such work is not written over. */
  private void keepEdited(String text) {
    Path yaml = out.resolve("index.yaml");
    try {
      if (!replace && Files.exists(yaml) && !Files.readString(yaml).equals(text)) {
        throw new CityLakeException(
            Kind.USER,
            yaml
                + " is there and differs from what would be written: take another --out, or"
                + " --replace to lose what was changed in it");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + yaml, e);
    }
  }

  /** What is to be written has to be an edition that can be scored. */
  private void check(CoinrImport.Imported imported) {
    Problems problems = new Problems();
    String name = out.resolve("index.yaml").toString();
    YamlFile yaml = new YamlFile(name, imported.document(), Map.of());
    DeclarationSchema.named("index").check(yaml, problems);
    problems.throwIfAny("Cannot write the edition " + name);
    IndexEngine.compile(EditionDocument.edition(imported.document(), name, out, ""));
  }
}
