package org.citylake.cli.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationReader;
import picocli.CommandLine.Command;

/** {@code stream settle}: late events against the tables. */
@Command(
    name = "settle",
    description = {
      "Find late events against the tables: what is known already is dropped, the rest becomes"
          + " events, and their windows are told anew.",
      "The stream may run meanwhile. Interrupted, run it again."
    },
    footer = {"", "Example:", "  ./citylake stream settle"})
final class StreamSettleCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    requireHome(settings);
    List<String> sources =
        LiveSources.named(DeclarationReader.load(settings.declarationRoots()), List.of());
    Path folder = settings.home().run().resolve("stream");
    // Two at once would both add what neither knows.
    try (HomeLock lock = HomeLock.takeSettlement(settings.home());
        Lake lake = Lake.attachOrStart(settings.home())) {
      Map<String, Object> job = new LinkedHashMap<>();
      job.put("catalog_uri", lake.uri().toString());
      job.put(
          "declaration_roots", settings.declarationRoots().stream().map(Path::toString).toList());
      job.put("sources", sources);
      job.put("log", settings.home().logs().resolve("settle.log").toString());
      JsonNode result =
          new EngineJob(
                  "settle",
                  EngineModule.settlement(settings.root()),
                  folder,
                  settings.home().logs().resolve("settle-output.log"),
                  lake.token())
              .run(job, output::progress)
              .result();
      tell(result, output);
    }
    return 0;
  }

  private static void tell(JsonNode result, Output output) {
    Map<String, Object> object = new LinkedHashMap<>();
    result
        .properties()
        .forEach(
            source -> {
              object.put(source.getKey(), source.getValue());
              output.say(
                  String.format(
                      "%-28s %,d late = %,d settled + %,d known already, %,d windows told anew",
                      source.getKey(),
                      source.getValue().path("late").asLong(),
                      source.getValue().path("settled").asLong(),
                      source.getValue().path("duplicate").asLong(),
                      source.getValue().path("windows").asLong()));
            });
    if (object.isEmpty()) {
      output.say("Nothing is late");
    }
    output.result(object);
  }
}
