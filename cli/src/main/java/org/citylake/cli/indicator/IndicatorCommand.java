package org.citylake.cli.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;
import org.citylake.dashboard.store.PageStore;
import org.citylake.dashboard.store.PageStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code indicator}: where a figure stands and where it goes, as the page shows it. */
@Command(
    name = "indicator",
    description = "Tells where a figure stands, what comes of its targets, and its forecast.",
    footer = {"", "Example:", "  ./citylake indicator ii_integration_index --district 310113"})
public final class IndicatorCommand extends CityLakeSubcommand {
  @Parameters(index = "0", paramLabel = "CODE", description = "Code of the indicator.")
  private String code = "";

  @Option(
      names = "--district",
      paramLabel = "CODE",
      description = "Code of the area (default: the city, 310000).")
  private String district = "310000";

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "Release to read; the newest by default.")
  private Optional<String> release = Optional.empty();

  @Override
  protected int run(Settings settings, Output output) throws Exception {
    requireHome(settings);
    PageStores stores = new PageStores(settings.home());
    PageStore store =
        release
            .map(stores::find)
            .orElseGet(() -> stores.all().stream().findFirst())
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER,
                        release.map(id -> "There is no release " + id).orElse("No release yet")
                            + ": ./citylake run makes one"));
    IndicatorFigures figures =
        new IndicatorFigures(
            indicator(store),
            document(store, "targets.json"),
            document(store, "warnings.json"),
            district);
    output.say(figures.text(store.release()));
    output.result(figures.object(store.release()));
    return 0;
  }

  private JsonNode indicator(PageStore store) throws IOException {
    byte[] found =
        store
            .find("indicators/" + code + ".json")
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER,
                        "Release "
                            + store.release()
                            + " has no indicator '"
                            + code
                            + "': their codes are the folders of metrics/indicators"));
    return Json.mapper().readTree(found);
  }

  /** A document; empty in releases that were made before there was one. */
  private static JsonNode document(PageStore store, String path) throws IOException {
    return Json.mapper().readTree(store.find(path).orElse(new byte[] {'{', '}'}));
  }
}
