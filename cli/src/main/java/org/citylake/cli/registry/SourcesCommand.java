package org.citylake.cli.registry;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SystemDeclaration;
import org.citylake.ingestion.quality.Freshness;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sources}: the declared sources, the systems that deliver by them, and their pages. */
@Command(
    name = "sources",
    description = "List the declared sources and the systems that deliver by them.",
    footer = {
      "",
      "Examples:",
      "  ./citylake sources --city my-city",
      "  ./citylake sources grid_event",
      "  ./citylake sources --city my-city --directory directory",
      "  ./citylake sources --catalogue catalogue --home var"
    })
public final class SourcesCommand extends CityLakeSubcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "Show the contract of that source with all its columns.")
  private @Nullable String id;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description =
          "Write the directory of information resources (政务信息资源目录) to this folder: resources.csv"
              + " and items.csv.")
  private @Nullable Path directory;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description =
          "Write the catalogue of sources and tables to this folder: index.html, one page without"
              + " requests; with freshness, quality and lineage of the home where there is one.")
  private @Nullable Path catalogue;

  @Option(
      names = "--coverage",
      paramLabel = "DIR",
      description =
          "Write to this folder which of the systems that plans name deliver by a contract:"
              + " coverage.md.")
  private @Nullable Path coverage;

  @Override
  protected int run(Settings settings, Output output) {
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    RegistryObjects objects = new RegistryObjects(library);
    HomeState home = HomeState.of(settings);
    LocalDate today = LocalDate.now(Clock.system(Freshness.ZONE));
    if (id != null) {
      show(id, library, objects, home, today, output);
      return 0;
    }
    library.sources().forEach(source -> say(source, output));
    long late =
        library.sources().stream()
            .filter(s -> home.freshness(s, today).status() == Freshness.Status.LATE)
            .count();
    output.say(
        library.sources().size()
            + " sources, by which "
            + library.systems().size()
            + " systems deliver; the data of "
            + late
            + " are late");
    if (directory != null) {
      ResourceDirectory written = new ResourceDirectory(library.sources());
      written.write(directory);
      output.say(
          "Directory of "
              + written.sources().size()
              + " resources: "
              + directory.resolve("resources.csv")
              + "; published data have no entry");
    }
    if (catalogue != null) {
      output.say("Catalogue: " + CataloguePage.write(catalogue, objects, home, today));
    }
    if (coverage != null) {
      output.say("Coverage: " + new CoveragePage(library).write(coverage));
    }
    output.result(
        Map.of(
            "sources",
            library.sources().stream().map(s -> source(s, objects, home, today)).toList(),
            "systems",
            library.systems().stream().map(objects::system).toList()));
    return 0;
  }

  private static Map<String, @Nullable Object> source(
      SourceDeclaration source, RegistryObjects objects, HomeState home, LocalDate today) {
    Map<String, @Nullable Object> object = objects.source(source);
    object.put("freshness", home.freshness(source, today).object());
    return object;
  }

  private static String told(Freshness freshness) {
    String status = freshness.status().name().toLowerCase(java.util.Locale.ROOT);
    return freshness.snapshotDate() == null
        ? status
        : status
            + ", data of "
            + freshness.snapshotDate()
            + (freshness.due() == null ? "" : ", fresh until " + freshness.due());
  }

  private static void show(
      String id,
      DeclarationLibrary library,
      RegistryObjects objects,
      HomeState home,
      LocalDate today,
      Output output) {
    SourceDeclaration source = library.requireSource(id);
    say(source, output);
    output.say(source.contract().description());
    for (ContractProperty property : source.contract().properties()) {
      output.say(
          "  %-24s %-14s %-19s %s: %s%s"
              .formatted(
                  property.name(),
                  property.physicalType(),
                  property.classification(),
                  property.nameZh(),
                  property.description(),
                  property.unit().isEmpty() ? "" : " [" + property.unit() + "]"));
    }
    List<SystemDeclaration> systems = objects.systemsOf(source);
    systems.forEach(s -> output.say("  %s %s, %s".formatted(s.id(), s.nameZh(), s.nameEn())));
    output.say(systems.size() + " systems deliver by it");
    Freshness freshness = home.freshness(source, today);
    output.say("Freshness: " + told(freshness));
    Map<String, @Nullable Object> object = objects.contract(source);
    object.put("freshness", freshness.object());
    output.result(object);
  }

  private static void say(SourceDeclaration source, Output output) {
    output.say(
        "%-34s %-20s %-8s %s, %s"
            .formatted(
                source.id(),
                source.domain(),
                source.contract().version(),
                source.contract().nameZh(),
                source.contract().nameEn()));
  }
}
