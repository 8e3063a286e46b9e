package org.citylake.cli.command;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Services;
import org.citylake.cli.state.Settings;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleaseReader;
import picocli.CommandLine.Command;

/** {@code status}: what runs on the home and which release is the newest. */
@Command(
    name = "status",
    description = "Tell what runs on the home and which release is the newest.",
    footer = {"", "Example:", "  ./citylake status --home var"})
final class StatusCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("home", settings.home().root().toString());
    output.say("Home     " + settings.home().root());
    Optional<Services> running =
        Files.isDirectory(settings.home().run())
            ? Services.find(settings.home())
            : Optional.empty();
    result.put("running", running.isPresent());
    if (running.isPresent()) {
      Services services = running.get();
      result.put("pid", services.pid());
      result.put("command", services.command());
      result.put("catalog", services.catalog());
      result.put("jdbc", services.jdbc());
      result.put("page", services.page());
      output.say("Running  " + services.command() + ", process " + services.pid());
      tell(output, "Catalog  ", services.catalog());
      tell(output, "JDBC     ", services.jdbc());
      tell(output, "Page     ", services.page());
    } else {
      output.say("Running  nothing");
    }
    Optional<Release> newest = newest(settings);
    result.put("release", newest.map(Release::releaseId).orElse(""));
    result.put("tables", newest.map(r -> r.tables().size()).orElse(0));
    output.say(
        "Release  "
            + newest
                .map(r -> r.releaseId() + " (" + r.status() + ", " + r.tables().size() + " tables)")
                .orElse("none yet"));
    output.result(result);
    return 0;
  }

  private static void tell(Output output, String label, String value) {
    if (!value.isEmpty()) {
      output.say(label + value);
    }
  }

  private static Optional<Release> newest(Settings settings) {
    if (!Files.exists(settings.home().catalogDatabase())) {
      return Optional.empty();
    }
    try (Lake lake = Lake.attachOrStart(settings.home());
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      return new ReleaseReader(live).newest();
    }
  }
}
