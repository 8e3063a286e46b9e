package org.citylake.cli.command;

import java.util.Optional;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the main job on the deliveries that are shipped, then the page. */
@Command(
    name = "demo",
    description = "Run the main job on the real figures that are shipped, then serve page and SQL.",
    footer = {"", "Examples:", "  ./citylake demo", "  ./citylake demo --once --json"})
final class DemoCommand extends CityLakeSubcommand {
  @Option(names = "--once", description = "End after the run instead of serving.")
  private boolean once;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of the page; 0 takes a free one (default).")
  private int port;

  @Mixin private final ReleaseReason reason = new ReleaseReason();

  @Override
  protected int run(Settings settings, Output output) throws Exception {
    Optional<String> why = reason.checked();
    if (!once) {
      Serving.requireFree(port);
    }
    create(settings);
    MainJob job = new MainJob("demo", why, settings, output);
    return once ? job.once() : job.thenServe(port);
  }
}
