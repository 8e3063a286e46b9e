package org.citylake.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.ingestion.generate.GeneratedSource;
import org.citylake.ingestion.generate.Generation;
import org.citylake.ingestion.generate.SampleCity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code generate}: a synthetic city. */
@Command(
    name = "generate",
    description = {
      "Make a synthetic city: an extract of every source of an agency, in its own format and with"
          + " the faults of real extracts, and the truth beside them.",
      "The same declarations, persons, seed and day give the same bytes. Memory does not grow with"
          + " the city."
    },
    footer = {
      "",
      "DIR/SOURCE/ holds the extract to ingest, DIR/truth/ which entity each record is of and which"
          + " faults were planted where; DIR/generation.json counts them.",
      "",
      "Examples:",
      "  ./citylake generate --persons 10000 --seed 1 --out sample-city",
      "  ./citylake generate --persons 25000000 --seed 1 --sources disabled_person --out large-city"
    })
final class GenerateCommand extends CityLakeSubcommand {
  @Option(
      names = "--persons",
      required = true,
      paramLabel = "N",
      description = "Persons who live in the city.")
  private long persons;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "S",
      description = "The number that all draws follow from.")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "An empty or new folder.")
  private Path out = Path.of("");

  @Option(
      names = "--snapshot-date",
      paramLabel = "DATE",
      description = "The day whose state the extracts tell (default 2016-12-31).")
  private @Nullable LocalDate snapshotDate;

  @Option(
      names = "--sources",
      split = ",",
      paramLabel = "ID",
      description = "Write these sources alone, the same bytes as in the whole city (default all).")
  private Set<String> sources = Set.of();

  @Override
  protected int run(Settings settings, Output output) {
    LocalDate day = snapshotDate == null ? SampleCity.DEFAULT_DAY : snapshotDate;
    SampleCity city =
        new SampleCity(DeclarationReader.load(settings.declarationRoots()), persons, seed, day);
    Generation made =
        city.write(
            out,
            sources,
            source -> output.progress("%s: %d rows".formatted(source.id(), source.rows())));
    output.say(
        "A synthetic city of %d persons: %d rows of %d sources, %d planted faults, in %s"
            .formatted(made.persons(), made.rows(), made.sources().size(), made.faults(), out));
    Map<String, Object> rows = new LinkedHashMap<>();
    for (GeneratedSource source : made.sources()) {
      rows.put(source.id(), source.rows());
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("synthetic", true);
    object.put("persons", made.persons());
    object.put("seed", made.seed());
    object.put("snapshot_date", made.day().toString());
    object.put("rows", rows);
    object.put("faults", made.faults());
    object.put("folder", out.toAbsolutePath().normalize().toString());
    output.result(object);
    return 0;
  }
}
