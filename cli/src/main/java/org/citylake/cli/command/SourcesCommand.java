package org.citylake.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sources}: the declared sources and their directory. */
@Command(
    name = "sources",
    description = "List the declared sources.",
    footer = {
      "",
      "Examples:",
      "  ./citylake sources --city my-city",
      "  ./citylake sources --city my-city --directory directory"
    })
final class SourcesCommand extends CityLakeSubcommand {
  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description =
          "Write the directory of information resources (政务信息资源目录) to this folder: resources.csv"
              + " and items.csv.")
  private @Nullable Path directory;

  @Override
  protected int run(Settings settings, Output output) {
    List<SourceDeclaration> declared =
        DeclarationReader.load(settings.declarationRoots()).sources();
    List<Map<String, @Nullable Object>> sources = new ArrayList<>();
    for (SourceDeclaration source : declared) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("id", source.id());
      object.put("domain", source.domain());
      object.put("name_zh", source.contract().nameZh());
      object.put("name_en", source.contract().nameEn());
      object.put("contract_version", source.contract().version());
      object.put("directory", ResourceDirectory.object(source));
      sources.add(object);
      output.say(
          "%-34s %-20s %-8s %s, %s"
              .formatted(
                  source.id(),
                  source.domain(),
                  source.contract().version(),
                  source.contract().nameZh(),
                  source.contract().nameEn()));
    }
    if (directory != null) {
      ResourceDirectory written = new ResourceDirectory(declared);
      written.write(directory);
      output.say(
          "Directory of "
              + written.sources().size()
              + " resources: "
              + directory.resolve("resources.csv")
              + "; published data have no entry");
    }
    output.result(Map.of("sources", sources, "systems", List.of()));
    return 0;
  }
}
