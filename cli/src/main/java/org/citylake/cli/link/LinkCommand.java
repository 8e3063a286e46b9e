package org.citylake.cli.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.index.ResultFolder;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.entities.linkage.LinkageEngine;
import org.citylake.entities.linkage.LinkageResult;
import org.citylake.entities.linkage.configuration.DeclarationProposal;
import org.citylake.entities.linkage.configuration.LinkageDeclaration;
import org.citylake.entities.linkage.configuration.LinkageFile;
import org.citylake.entities.linkage.estimation.LinkageModel;
import org.citylake.entities.linkage.table.ValueColumn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code link}: finds the records of one or several files that are of the same entity. */
@Command(
    name = "link",
    description = {
      "Find the records that are of the same person, legal entity or thing.",
      "One input is freed of duplicates, several are linked; duplicates within one of several are"
          + " found too, unless its records show next to none. Inputs are CSV (.csv, .csv.gz) or"
          + " Parquet; columns of the same name are compared, and of differing names those that hold"
          + " the same.",
      "Without --config the columns' kinds, comparisons and blocking are proposed from the data and"
          + " written to config.yaml. Needs no labels.",
      "Writes clusters.csv (source,record_id,entity_id), pairs.parquet, config.yaml, report.html."
    },
    subcommands = LinkEvaluateCommand.class,
    footer = {
      "",
      "Examples:",
      "  ./citylake link --input persons.csv --out linked",
      "  ./citylake link --input police.csv --input health.csv --id record_id --out linked --json"
    })
public final class LinkCommand extends CityLakeSubcommand {
  @Option(
      names = "--input",
      paramLabel = "[NAME=]FILE",
      description =
          "A file with records; several times for several files. Its name, else the file's, tells"
              + " its records.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go; made when it is not there.")
  private @Nullable Path out;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "What is compared and how, as a config.yaml of an earlier run.")
  private @Nullable Path config;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description =
          "The record ids, unique in each file (else the first unique column that reads like ids,"
              + " else the row's number); never compared.")
  private @Nullable String id;

  @Option(
      names = "--ignore",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns that are not compared.")
  private List<String> ignored = new ArrayList<>();

  @Override
  protected int run(Settings settings, Output output) {
    if (inputs.isEmpty() || out == null) {
      throw new ParameterException(spec().commandLine(), "Give --input and --out");
    }
    long start = System.nanoTime();
    List<String> ignoredColumns = ignored.stream().map(String::strip).toList();
    LinkRecords records =
        LinkRecords.read(
            LinkSource.all(inputs),
            Optional.ofNullable(id).map(String::strip),
            ignoredColumns,
            config == null ? List.of() : LinkageFile.readInputs(config));
    tellColumns(records, output);
    records.idColumn().ifPresent(c -> output.progress("Record ids: column " + c));
    List<String> columns = records.table().columns().stream().map(ValueColumn::name).toList();
    LinkageDeclaration declaration =
        config == null
            ? DeclarationProposal.of(records.table())
            : LinkageFile.read(config, columns);
    ResultFolder folder = ResultFolder.create(out);
    LinkageResult result = LinkageEngine.link(records.table(), declaration, output::progress);
    List<String> warnings = new ArrayList<>(records.warnings());
    warnings.addAll(result.warnings());
    LinkFiles files = new LinkFiles(result, records.inputs());
    files.write(folder);
    int[] sizes = files.entitySizes();
    folder.text("report.html", new LinkReport(result, sizes, warnings).html());
    double seconds = (System.nanoTime() - start) / 1e9;
    warnings.forEach(w -> output.progress("Warning: " + w));
    output.say(
        String.format(
            Locale.ROOT,
            "%,d records are of %,d entities; %,d pairs compared in %.1f s; report: %s",
            result.table().size(),
            sizes.length,
            result.pairs().size(),
            seconds,
            folder.folder().resolve("report.html")));
    output.result(object(result, sizes, warnings, seconds, records, folder));
    return 0;
  }

  /** Which columns of differing names are taken for the same, for whoever knows better. */
  private static void tellColumns(LinkRecords records, Output output) {
    for (ValueColumn column : records.table().columns()) {
      List<String> own =
          records.inputs().stream()
              .filter(input -> input.columns().containsKey(column.name()))
              .map(input -> input.source() + "." + input.columns().get(column.name()))
              .toList();
      if (!own.isEmpty()) {
        output.progress("Taken for the same, " + column.name() + ": " + String.join(", ", own));
      }
    }
  }

  private static Map<String, Object> object(
      LinkageResult result,
      int[] sizes,
      List<String> warnings,
      double seconds,
      LinkRecords records,
      ResultFolder folder) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("records", result.table().size());
    object.put("inputs", result.table().sources());
    object.put("id_column", records.idColumn().orElse("(row number)"));
    object.put("pairs_compared", result.pairs().size());
    object.put("pairs_matched", result.matchedPairs());
    object.put("entities", sizes.length);
    object.put("threshold", LinkageModel.probability(result.threshold().weight()));
    object.put("threshold_weight", result.threshold().weight());
    object.put("expected_f1", result.threshold().expectedF1());
    object.put("blocking_recall_estimate", result.blockingRecall());
    object.put("seconds", Math.round(seconds * 1000) / 1000.0);
    object.put("warnings", warnings);
    object.put("folder", folder.folder().toString());
    return object;
  }
}
