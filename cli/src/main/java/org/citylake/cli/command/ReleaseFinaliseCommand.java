package org.citylake.cli.command;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.cli.state.StoredDeclarations;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.dashboard.compile.PageStoreCompiler;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.ReleasePublisher;
import org.citylake.lakehouse.release.ReleaseReader;
import org.citylake.lakehouse.schema.TableApplier;
import org.citylake.lakehouse.server.CatalogServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code release finalise}: the same tables published as a release that is never changed. */
@Command(
    name = "finalise",
    description = {
      "Publish the newest release's tables again as a final release, which is never changed.",
      "What changes later makes a new release that says which final one it corrects."
    },
    footer = {
      "",
      "Example:",
      "  ./citylake release finalise 20261121-0123abcd --reason \"Approved by the leading group\""
    })
final class ReleaseFinaliseCommand extends CityLakeSubcommand {
  @Parameters(paramLabel = "RELEASE", description = "The release's id.")
  private String releaseId = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why it is final; recorded with it.")
  private String reason = "";

  @Override
  protected int run(Settings settings, Output output) throws IOException {
    requireHome(settings);
    String why = ReleaseReason.check(reason);
    DeclarationLibrary today = DeclarationReader.load(settings.declarationRoots());
    try (HomeLock lock = HomeLock.take(settings.home());
        Lake lake = Lake.start(settings.home(), 0);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      CatalogServer server = lake.server().orElseThrow();
      ReleaseReader releases = new ReleaseReader(live);
      Release release = Releases.load(releases, releaseId);
      check(release, releases, server);
      for (String table : List.of("audit.release", "audit.release_change")) {
        // A home of an earlier version lacks the columns or the table.
        new TableApplier(live).apply(today.findTable(table).orElseThrow().contract());
      }
      Release published =
          new ReleasePublisher(live, server)
              .publish(
                  release.finalised(
                      Clock.systemUTC()
                          .instant()
                          .truncatedTo(ChronoUnit.MICROS)
                          .atOffset(ZoneOffset.UTC),
                      why),
                  recorded -> compilePage(settings, live, recorded));
      tell(published, output);
    }
    return 0;
  }

  private static void check(Release release, ReleaseReader releases, CatalogServer server) {
    if (release.isFinal()) {
      throw new CityLakeException(
          Kind.USER, "Release " + release.releaseId() + " is final already");
    }
    Release newest = releases.newest().orElseThrow();
    Optional<Release> known = releases.find(release.finalId());
    if (known.isPresent()) {
      boolean interrupted =
          newest.equals(known.get())
              && !server.publishedReleaseId().equals(Optional.of(release.finalId()));
      if (!interrupted) {
        throw new CityLakeException(
            Kind.USER,
            "Release "
                + release.releaseId()
                + " is final already, as "
                + release.finalId()
                + ": what changes now makes a new release");
      }
    } else if (!newest.equals(release)) {
      throw new CityLakeException(
          Kind.USER,
          "Cannot make release "
              + release.releaseId()
              + " final: "
              + newest.releaseId()
              + " is newer, and only the newest can be made final");
    }
  }

  private static void compilePage(Settings settings, LakeCatalog live, Release release) {
    if (!java.nio.file.Files.isDirectory(settings.home().releases().resolve(release.releaseId()))) {
      try (StoredDeclarations declarations =
          StoredDeclarations.open(settings.home(), live, release)) {
        PageStoreCompiler.compile(settings.home(), live, release, declarations.library());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(
            "Cannot compile the page of release " + release.releaseId(), e);
      }
    }
  }

  private static void tell(Release release, Output output) {
    output.say(
        "Release "
            + release.releaseId()
            + " is final"
            + release.occasion().corrects().map(id -> "; it corrects " + id).orElse(""));
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("release", release.releaseId());
    told.put("status", release.status());
    told.put("follows", release.occasion().follows().orElse(""));
    told.put("corrects", release.occasion().corrects().orElse(""));
    told.put("reason", release.occasion().reason().orElse(""));
    output.result(told);
  }
}
