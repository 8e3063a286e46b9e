package org.citylake.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.quarantine.HandBack;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarantine export}: refused records for the agency that sent them. */
@Command(
    name = "export",
    description = {
      "Write a source's open refused records to a file for its agency: the lines as they came,"
          + " in its encoding, with the reasons behind.",
      "Of a source with personal data this is a reading for the purpose hand-back, and recorded."
    },
    footer = {
      "",
      "Example:",
      "  ./citylake quarantine export household_registration --out refused.csv"
    })
final class QuarantineExportCommand extends CityLakeSubcommand {
  @Parameters(paramLabel = "SOURCE", description = "Id of the source.")
  private String sourceId = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; it must not be there yet.")
  private Path out = Path.of("");

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in your own words.")
  private @Nullable String reason;

  @Override
  protected int run(Settings settings, Output output) throws IOException {
    requireHome(settings);
    SourceDeclaration source =
        QuarantineCommand.source(DeclarationReader.load(settings.declarationRoots()), sourceId);
    if (Files.exists(out)) {
      throw new CityLakeException(Kind.USER, "The file " + out + " is there already");
    }
    try (Lake lake = Lake.attachOrStart(settings.home());
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      LakeTableStore store = new LakeTableStore(live);
      QuarantineLog log = new QuarantineLog(store, settings.vaultKeys());
      List<QuarantineEntry> open =
          log.list(source.id()).stream()
              .filter(e -> e.status().equals(QuarantineEntry.OPEN))
              .toList();
      if (open.stream().anyMatch(QuarantineEntry::personal)) {
        new VaultReading(store, settings)
            .record(source, "hand-back", Optional.ofNullable(reason), "*", open.size());
      }
      Files.write(out, HandBack.file(source, log.opened(open)));
      output.say(open.size() + " records written to " + out.toAbsolutePath());
      output.result(
          Map.of(
              "source", source.id(),
              "records", open.size(),
              "file", out.toAbsolutePath().toString()));
    }
    return 0;
  }
}
