package org.citylake.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.citylake.ingestion.custody.SourceVault;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vault show}: one record's personal values. */
@Command(
    name = "show",
    description = {
      "Show the personal values of one record, for a purpose that its contract allows.",
      "The reading is recorded before anything is shown. The record's business key is read from"
          + " standard input, one value a line, so that it stands in no list of processes."
    },
    footer = {
      "",
      "Example:",
      "  echo 3101040001 | ./citylake vault show household_registration --purpose stewardship"
          + " --reason \"objection 12\""
    })
final class VaultShowCommand extends CityLakeSubcommand {
  @Parameters(paramLabel = "SOURCE", description = "Id of the source.")
  private String sourceId = "";

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "PURPOSE",
      description = "linkage, hand-back, stewardship or self-query.")
  private String purpose = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in your own words.")
  private @Nullable String reason;

  @Override
  protected int run(Settings settings, Output output) throws IOException {
    requireHome(settings);
    SourceDeclaration source =
        DeclarationReader.load(settings.declarationRoots())
            .findSource(sourceId)
            .filter(s -> !s.contract().personalColumns().isEmpty())
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER, "No source '" + sourceId + "' with personal data is declared"));
    List<String> parts =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    try (Lake lake = Lake.attachOrStart(settings.home());
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      LakeTableStore store = new LakeTableStore(live);
      SourceVault vault = new SourceVault(store, source, settings.vaultKeys());
      String key = vault.storedKey(parts);
      new VaultReading(store, settings)
          .record(source, purpose, Optional.ofNullable(reason), key, 1);
      List<Map<String, Object>> rows = new ArrayList<>();
      for (SourceVault.Opened opened : vault.open(key)) {
        String until = opened.heldUntil().map(Object::toString).orElse("");
        output.say(opened.key() + (until.isEmpty() ? ": holds" : ": held until " + until));
        Map<String, Object> values = new LinkedHashMap<>();
        opened
            .values()
            .forEach(
                (column, value) -> {
                  output.say("  %-24s %s".formatted(column, value == null ? "" : value));
                  values.put(column, value == null ? "" : value);
                });
        rows.add(Map.of("key", opened.key(), "held_until", until, "values", values));
      }
      output.say(rows.size() + " versions");
      output.result(Map.of("source", source.id(), "rows", rows));
    }
    return 0;
  }
}
