package org.citylake.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import picocli.CommandLine.Command;

/** {@code sources}: the declared sources. */
@Command(
    name = "sources",
    description = "List the declared sources.",
    footer = {"", "Example:", "  ./citylake sources --city my-city"})
final class SourcesCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) {
    List<Map<String, Object>> sources = new ArrayList<>();
    for (SourceDeclaration source : DeclarationReader.load(settings.declarationRoots()).sources()) {
      sources.add(
          Map.of(
              "id", source.id(),
              "domain", source.domain(),
              "name_zh", source.contract().nameZh(),
              "name_en", source.contract().nameEn(),
              "contract_version", source.contract().version()));
      output.say(
          "%-34s %-14s %-8s %s, %s"
              .formatted(
                  source.id(),
                  source.domain(),
                  source.contract().version(),
                  source.contract().nameZh(),
                  source.contract().nameEn()));
    }
    output.result(Map.of("sources", sources, "systems", List.of()));
    return 0;
  }
}
