package org.citylake.cli.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.dashboard.compile.PageStoreCompiler;
import org.citylake.ingestion.load.LoadEntry;
import org.citylake.lakehouse.release.DeclarationStore;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.release.Release.Occasion;
import org.citylake.lakehouse.release.ReleasePublisher;
import org.citylake.lakehouse.release.ReleaseReader;
import org.citylake.lakehouse.release.WhatChanged;
import org.citylake.lakehouse.server.CatalogServer;

/**
 * Makes the release by docs/adr/0009 and publishes it; one that is published already is left as it
 * is, one whose publication was interrupted is finished.
 */
final class PublishRelease implements Step {
  /** They change while a release is made or read, so no release can pin them. */
  private static final Set<String> NOT_PINNED =
      Set.of(
          "audit.access",
          "audit.pull",
          "audit.declaration",
          "audit.release",
          "audit.release_change");

  /** What a release pins is served by SQL and kept for good; personal data are neither. */
  private static final String VAULT = "vault";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public String title() {
    return "Publish the release and compile its page";
  }

  @Override
  public Optional<Work> run(RunContext context) {
    CatalogServer server =
        context
            .lake()
            .server()
            .orElseThrow(() -> new IllegalStateException("a run hosts the catalog"));
    Release release = context.outcome().release().orElseGet(() -> make(context));
    Release published =
        new ReleasePublisher(context.live(), server)
            .publish(release, recorded -> compilePage(context, recorded));
    context.outcome().release(published);
    context.outcome().pageStore(store(context, published));
    context.output().progress("      release " + published.releaseId());
    return Optional.of(new Work(published.fingerprint(), Map.of("release", published.releaseId())));
  }

  private static Release make(RunContext context) {
    String declarations = new DeclarationStore(context.live()).store(context.declarations());
    Map<String, Long> tables = new TreeMap<>();
    for (TableDeclaration table : context.library().tables()) {
      if (!NOT_PINNED.contains(table.fullName()) && !table.namespace().equals(VAULT)) {
        tables.put(table.fullName(), Inputs.current(context.live(), table.fullName()));
      }
    }
    // Figures were computed from the pinned inputs, so those are what the release shows.
    tables.putAll(context.outcome().inputs());
    String fingerprint = context.outcome().fingerprint();
    Release release =
        new Release(
            newestArrival(context).format(DAY) + "-" + fingerprint.substring(0, 8),
            Release.PRELIMINARY,
            context.clock().instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
            fingerprint,
            context.codeVersion(),
            declarations,
            tables,
            context.outcome().inputs(),
            Occasion.NONE);
    return release.made(occasion(context, release));
  }

  /** Why it is made: as the user says, else what changed since the release before. */
  private static Occasion occasion(RunContext context, Release release) {
    Optional<Release> before = new ReleaseReader(context.live()).newest();
    Optional<String> reason = context.reason();
    return before
        .map(
            b ->
                Occasion.after(
                    b,
                    reason.or(
                        () ->
                            Optional.of(
                                "changed: "
                                    + WhatChanged.between(context.live(), b, release).text()))))
        .orElseGet(
            () ->
                new Occasion(
                    reason.or(() -> Optional.of("first release")),
                    Optional.empty(),
                    Optional.empty()));
  }

  private static OffsetDateTime newestArrival(RunContext context) {
    return context.outcome().loads().stream()
        .map(LoadEntry::arrivedAt)
        .max(Comparator.naturalOrder())
        .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC))
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.DATA,
                    "Nothing was ever loaded into "
                        + context.home().root()
                        + ", so there is nothing to publish: ingest a delivery first"));
  }

  private static void compilePage(RunContext context, Release release) {
    if (!Files.isDirectory(store(context, release))) {
      PageStoreCompiler.compile(context.home(), context.live(), release, context.library());
    }
  }

  private static Path store(RunContext context, Release release) {
    return context.home().releases().resolve(release.releaseId());
  }
}
