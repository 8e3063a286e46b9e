package org.citylake.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.cli.export.ReleaseExport;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleaseReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: the declared exports of a release. */
@Command(
    name = "export",
    description = "Write the exports of a release, signed and verified.",
    footer = {"", "Example:", "  ./citylake export city_figures"})
final class ExportCommand extends CityLakeSubcommand {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "One export; all without it.")
  private @Nullable String name;

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "The release; the newest without it.")
  private @Nullable String releaseId;

  @Override
  protected int run(Settings settings, Output output) {
    requireHome(settings);
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    List<ExportDeclaration> chosen =
        library.exports().stream().filter(e -> name == null || e.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw new CityLakeException(
          Kind.USER,
          "Cannot find the export '"
              + name
              + "'; declared are "
              + library.exports().stream().map(ExportDeclaration::name).toList());
    }
    List<String> folders = new ArrayList<>();
    try (Lake lake = Lake.attachOrStart(settings.home());
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      Release release = Releases.load(new ReleaseReader(live), releaseId);
      ReleaseExport exports =
          new ReleaseExport(settings.home(), live, library, release, settings.signatureSuite());
      for (ExportDeclaration export : chosen) {
        Path folder = exports.write(export);
        folders.add(folder.toString());
        output.say(folder.toString());
      }
      output.result(Map.of("release", release.releaseId(), "exports", folders));
    }
    return 0;
  }
}
