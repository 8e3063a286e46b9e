package org.citylake.cli.command;

import java.util.Optional;
import org.citylake.cli.lineage.Lineage;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the main job on the deliveries that are shipped, then the page. */
@Command(
    name = "demo",
    description = {
      "Run the main job on the real figures that are shipped and, for what has no public data, on a"
          + " synthetic city, then serve page and SQL.",
      "What is synthetic is marked so wherever it is shown."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake demo",
      "  ./citylake demo --once --json",
      "  ./citylake demo --persons 0"
    })
final class DemoCommand extends CityLakeSubcommand {
  @Option(names = "--once", description = "End after the run instead of serving.")
  private boolean once;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of the page; 0 takes a free one (default).")
  private int port;

  @Option(
      names = "--persons",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Persons of the synthetic city; 0 for real figures alone (default 20000).")
  private long persons;

  @Mixin private final SqlPortOption sqlPort = new SqlPortOption();
  @Mixin private final ReleaseReason reason = new ReleaseReason();
  @Mixin private final FullComputation full = new FullComputation();

  @Override
  protected int run(Settings settings, Output output) throws Exception {
    Optional<String> why = reason.checked();
    if (!once) {
      Serving.requireFree(port, "--port");
      sqlPort.requireFree();
    }
    create(settings);
    try (Lineage lineage = Lineage.of(settings, output)) {
      MainJob job = new MainJob("demo", why, full.asked(), persons, settings, output, lineage);
      return once ? job.once() : job.thenServe(port, sqlPort.of(settings.home()));
    }
  }
}
