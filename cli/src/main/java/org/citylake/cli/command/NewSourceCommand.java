package org.citylake.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.ingestion.cases.SourceCases;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.record.SourceRecord;
import org.citylake.ingestion.scaffold.CaseFile;
import org.citylake.ingestion.scaffold.ColumnGuess;
import org.citylake.ingestion.scaffold.SampleFile;
import org.citylake.ingestion.scaffold.SourceScaffold;
import org.citylake.ingestion.type.ValueText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code new source}: a source's folder from a sample of what the agency sends. */
@Command(
    name = "source",
    description = {
      "Make a source's folder from a sample file: the contract with the file's format, types, key,"
          + " codes, official identifiers and personal columns as guessed, and a first test case.",
      "CSV and JSON lines (UTF-8 or GB18030), GeoJSON, all three also packed by gzip or zip,"
          + " workbooks (.xlsx, .xls) with titles, headers of two rows, totals and notes, Parquet,"
          + " and zipped shapefiles are told by their content.",
      "Every guess is told. The folder validates as it is; what only you can know stands there as"
          + " 待填 TO FILL IN. No personal value of the sample gets into the folder."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake new source sample.csv --id street_lamp --domain city_management --city my-city",
      "  ./citylake new source 收入表.xlsx --id street_income --domain economy --city my-city",
      "  ./citylake test street_lamp --city my-city"
    })
final class NewSourceCommand extends CityLakeSubcommand {
  @Parameters(paramLabel = "FILE", description = "A sample of what the agency sends.")
  private Path file = Path.of("");

  @Option(names = "--id", required = true, paramLabel = "ID", description = "Id of the source.")
  private String id = "";

  @Option(
      names = "--domain",
      required = true,
      paramLabel = "DOMAIN",
      description = "Its domain, such as city_management.")
  private String domain = "";

  @Override
  protected int run(Settings settings, Output output) throws IOException {
    Path city =
        settings
            .city()
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec().commandLine(), "Say by --city where your declarations are"));
    for (String name : List.of(id, domain)) {
      if (!name.matches("[a-z][a-z0-9_]*")) {
        throw new ParameterException(
            spec().commandLine(), "Write ids in small letters, digits and _: " + name);
      }
    }
    Path folder = city.resolve("ingestion/sources").resolve(domain).resolve(id);
    if (Files.exists(folder)) {
      throw new CityLakeException(Kind.USER, "Cannot make " + folder + ": it is there already");
    }
    SampleFile sample = SampleFile.read(file);
    SourceScaffold scaffold = SourceScaffold.of(id, domain, sample, units(settings));
    CaseFile input = scaffold.caseInput();
    Path test = Files.createDirectories(folder.resolve("tests").resolve("sample"));
    Files.writeString(folder.resolve("contract.odcs.yaml"), scaffold.contract());
    Path written = Files.write(test.resolve(input.name()), input.bytes());
    expect(settings, written);
    output.say("Read as " + sample.format().type() + told(sample.format()));
    sample.found().notes().forEach(output::say);
    if (!sample.refused().isEmpty()) {
      output.say("Left out, as a load will refuse them: " + sample.refused());
    }
    tell(scaffold, sample, folder, output);
    return 0;
  }

  private static String told(FileFormat format) {
    boolean text = format.type().equals("csv") || format.type().equals("jsonl");
    String packed = format.packing().compression().name().toLowerCase(Locale.ROOT);
    return (text ? ", " + format.encoding() : "")
        + (packed.equals("none") ? "" : ", packed by " + packed);
  }

  /** Chinese names of units to their codes. */
  private static Map<String, String> units(Settings settings) {
    Map<String, String> units = new HashMap<>();
    DeclarationReader.load(settings.declarationRoots())
        .loadCodelist("unit_measure")
        .rows()
        .forEach(
            unit ->
                units.putIfAbsent(unit.getOrDefault("name_zh", ""), unit.getOrDefault("code", "")));
    return units;
  }

  /** What the case gives now, for a person to look at. */
  private void expect(Settings settings, Path input) throws IOException {
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    SourceDeclaration source = library.findSource(id).orElseThrow();
    List<String> accepted = new ArrayList<>();
    List<String> quarantined = new ArrayList<>(List.of("line,reasons"));
    accepted.add(
        "line,"
            + source.contract().properties().stream()
                .map(p -> p.name())
                .collect(Collectors.joining(",")));
    for (SourceRecord record : SourceCases.records(library, source, input)) {
      if (record.accepted()) {
        accepted.add(
            record.line()
                + ","
                + record.values().values().stream()
                    .map(v -> quoted(Objects.requireNonNullElse(ValueText.of(v), "")))
                    .collect(Collectors.joining(",")));
      } else {
        quarantined.add(
            record.line()
                + ","
                + record.reasons().stream().map(Finding::ruleOf).collect(Collectors.joining(";")));
      }
    }
    Files.writeString(input.resolveSibling("accepted.csv"), String.join("\n", accepted) + "\n");
    Files.writeString(
        input.resolveSibling("quarantined.csv"), String.join("\n", quarantined) + "\n");
  }

  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"") || text.contains("\n")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private void tell(SourceScaffold scaffold, SampleFile sample, Path folder, Output output) {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (ColumnGuess column : scaffold.columns()) {
      output.say(
          "%-24s %-28s %-16s %s"
              .formatted(
                  column.header(),
                  column.name(),
                  column.type(),
                  String.join("; ", column.reasons())));
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("header", column.header());
      row.put("name", column.name());
      row.put("type", column.type());
      row.put("personal", column.personal().isPresent());
      row.put("reasons", column.reasons());
      columns.add(row);
    }
    String key = scaffold.key().map(ColumnGuess::name).orElse("");
    output.say(
        key.isEmpty()
            ? "Key: none found; rows are told apart by all their values"
            : "Key: " + key + ", guessed because every row of the sample has another value");
    output.say("Taken for granted: deliveries hold what changed (increment).");
    if (scaffold.personal()) {
      output.say(
          "Personal columns: see docs/guides/personal-data.md; the case holds invented ones.");
    }
    output.say("Source: " + folder);
    output.say(
        "Next: put right what says "
            + SourceScaffold.toFill()
            + ", look at tests/sample, then ./citylake test "
            + id);
    output.result(
        Map.of(
            "source", id,
            "folder", folder.toString(),
            "format", sample.format().type(),
            "notes", sample.found().notes(),
            "refused", sample.refused(),
            "key", key,
            "columns", columns));
  }
}
