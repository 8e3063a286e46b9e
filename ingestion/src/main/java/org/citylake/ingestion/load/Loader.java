package org.citylake.ingestion.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.home.Home;
import org.citylake.core.json.ContentHash;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;
import org.citylake.ingestion.reference.ReferenceRules;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.ingestion.store.TableStore;
import org.citylake.ingestion.vault.RecordVault;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a delivery of a batch source into its raw table by docs/adr/0003. A load that was
 * interrupted anywhere is finished by loading again; a load that is whole is not done again. One
 * loader writes to a home at a time.
 */
public final class Loader {
  private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

  private final TableStore store;
  private final DeclarationLibrary library;
  private final Clock clock;
  private final DeliveryArchive archive;
  private final BegunCommits begun;
  private final LoadLog loadLog;
  private final QuarantineLog quarantineLog;
  private final LoadWriter writer;
  private final VaultKeyFile keyFile;
  private final LoadListener listener;
  private final LongConsumer progress;

  /** A loader into a lakehouse's live warehouse. */
  public Loader(
      LakeCatalog catalog,
      Home home,
      DeclarationLibrary library,
      VaultKeyFile keyFile,
      Clock clock) {
    this(new LakeTableStore(catalog), home, library, keyFile, clock);
  }

  /** A loader into a store. */
  public Loader(
      TableStore store, Home home, DeclarationLibrary library, VaultKeyFile keyFile, Clock clock) {
    this(
        store,
        library,
        keyFile,
        clock,
        new DeliveryArchive(home, keyFile),
        new BegunCommits(home),
        LoadListener.NONE,
        records -> {});
  }

  private Loader(
      TableStore store,
      DeclarationLibrary library,
      VaultKeyFile keyFile,
      Clock clock,
      DeliveryArchive archive,
      BegunCommits begun,
      LoadListener listener,
      LongConsumer progress) {
    this.store = store;
    this.library = library;
    this.keyFile = keyFile;
    this.clock = clock;
    this.archive = archive;
    this.begun = begun;
    this.listener = listener;
    this.progress = progress;
    this.loadLog = new LoadLog(store);
    this.quarantineLog = new QuarantineLog(store, keyFile);
    this.writer = new LoadWriter(store, archive, begun, quarantineLog, progress);
  }

  /** The same loader, telling the listener of its loads. */
  public Loader telling(LoadListener told) {
    return new Loader(store, library, keyFile, clock, archive, begun, told, progress);
  }

  /**
   * The same loader, showing how far it is.
   *
   * @param shown handed the number of records that a load has passed over, after each
   */
  public Loader showing(LongConsumer shown) {
    return new Loader(store, library, keyFile, clock, archive, begun, listener, shown);
  }

  /**
   * Loads a file. The same load again counts every record as a duplicate and writes nothing.
   *
   * @param snapshotDate the day whose state the file tells
   * @throws CityLakeException of kind DATA when the columns changed or a rule stops the load, USER
   *     for a streamed source or a file that is not there
   */
  public LoadResult load(SourceDeclaration source, Path file, LocalDate snapshotDate) {
    return load(source, file, snapshotDate, Examination.Vanishing.GUARDED);
  }

  /** Loads a file even when most keys of a full delivery are gone from it. */
  public LoadResult loadAllowingKeysToVanish(
      SourceDeclaration source, Path file, LocalDate snapshotDate) {
    return load(source, file, snapshotDate, Examination.Vanishing.ALLOWED);
  }

  private LoadResult load(
      SourceDeclaration source,
      Path file,
      LocalDate snapshotDate,
      Examination.Vanishing vanishing) {
    requireBatch(source);
    Delivery delivery = archive.archive(source, file);
    String loadId = LoadId.of(source, delivery.sha256(), snapshotDate);
    finishInterrupted(source, loadId);
    return load(source, delivery, snapshotDate, vanishing);
  }

  private LoadResult load(
      SourceDeclaration source,
      Delivery delivery,
      LocalDate snapshotDate,
      Examination.Vanishing vanishing) {
    String loadId = LoadId.of(source, delivery.sha256(), snapshotDate);
    return listener.watch(
        new StartedLoad(source, delivery, snapshotDate, loadId, false),
        () -> load(source, delivery, snapshotDate, loadId, vanishing));
  }

  /**
   * Finishes the source's loads that were interrupted between their commits, from their kept
   * deliveries. Where the declaration changed since, the delivery is loaded by the one of now.
   *
   * @throws CityLakeException of kind DATA when a delivery cannot be loaded by the declaration of
   *     now
   */
  public void finishInterrupted(SourceDeclaration source) {
    finishInterrupted(source, "");
  }

  /** All but one that is about to be loaded anyway. */
  private void finishInterrupted(SourceDeclaration source, String exceptLoadId) {
    for (LoadEntry entry : begun.ofSource(source.id())) {
      if (entry.loadId().equals(exceptLoadId)) {
        continue;
      }
      if (loadLog.find(entry.loadId()).isEmpty()) {
        LOG.warn("finishing {} of {}, which was interrupted", entry.loadId(), source.id());
        // Whether so many keys may vanish was decided before the first commit.
        load(
            source,
            archive.kept(source, entry),
            entry.snapshotDate(),
            Examination.Vanishing.ALLOWED);
        if (quarantineLog.has(entry.loadId())) {
          // The quarantine is committed last: by another declaration, that load is whole too.
          loadLog.write(entry);
        }
      }
      begun.forget(entry.loadId());
    }
  }

  private LoadResult load(
      SourceDeclaration source,
      Delivery delivery,
      LocalDate snapshotDate,
      String loadId,
      Examination.Vanishing vanishing) {
    applyAudit();
    List<LoadEntry> loads = loadLog.ofSource(source.id());
    Optional<LoadEntry> done = find(loads, loadId);
    if (done.isPresent()) {
      return repeated(done.get());
    }
    String table = store.applyRaw(source);
    Instant arrival = archive.arrival(loadId, clock.instant());
    LoadContext context = context(source, delivery, snapshotDate, loadId, table, arrival, loads);
    LoadResult result = written(context, loads, vanishing, table);
    LOG.info("loaded {}", result);
    return result;
  }

  private LoadResult written(
      LoadContext context, List<LoadEntry> loads, Examination.Vanishing vanishing, String table) {
    try {
      RecordFeed feed = new FileFeed(context.source(), context.delivery());
      return writer.write(context, feed, loads, vanishing, table, List.of());
    } catch (CityLakeException e) {
      if (e.kind() == Kind.DATA) {
        LOG.warn("refused {} of {}", context.delivery().sha256(), context.source().id());
        archive.forget(context.delivery());
      }
      throw e;
    }
  }

  /** What loading the file would give; writes nothing, not even to the archive. */
  public LoadResult examine(SourceDeclaration source, Path file, LocalDate snapshotDate) {
    requireBatch(source);
    DeliveryArchive.requireFile(file);
    Delivery delivery =
        Delivery.plain(ContentHash.of(file), file.getFileName().toString(), size(file), file);
    String loadId = LoadId.of(source, delivery.sha256(), snapshotDate);
    List<LoadEntry> loads = store.exists(LoadLog.TABLE) ? loadLog.ofSource(source.id()) : List.of();
    Optional<LoadEntry> done = find(loads, loadId);
    if (done.isPresent()) {
      return repeated(done.get());
    }
    LoadContext context =
        context(
            source, delivery, snapshotDate, loadId, "raw." + source.id(), clock.instant(), loads);
    Examination examined =
        Examination.of(
            context,
            new FileFeed(source, delivery),
            LoadLog.newest(loads),
            Examination.Vanishing.GUARDED,
            new CountedOutcomes(outcome -> {}, progress),
            writer::names);
    return LoadWriter.result(context, examined, Optional.empty());
  }

  /**
   * What became of quarantined records.
   *
   * @param passed how many of them left the quarantine
   * @param load the load that took them in; empty when none passed
   */
  public record Replayed(int passed, Optional<LoadResult> load) {}

  /**
   * Loads those records out of the quarantine that pass by now, under a load of their own and the
   * snapshot date of the load in which they were found.
   *
   * @param original the load in which they were found
   * @param entries their open states; all are records of that load
   */
  public Replayed replay(
      SourceDeclaration source, LoadEntry original, List<QuarantineEntry> entries) {
    requireBatch(source);
    applyAudit();
    String table = store.applyRaw(source);
    OffsetDateTime now = utc(clock.instant());
    List<QuarantineEntry> passing =
        QuarantineFeed.passing(
            replayContext(source, original, "", table, now), quarantineLog.opened(entries));
    if (passing.isEmpty()) {
      return new Replayed(0, Optional.empty());
    }
    String loadId = LoadId.hash("replay", original.loadId(), source.contentHash(), states(passing));
    OffsetDateTime arrival = utc(archive.arrival(loadId, clock.instant()));
    LoadContext context = replayContext(source, original, loadId, table, arrival);
    LoadResult result =
        listener.watch(
            new StartedLoad(source, context.delivery(), original.snapshotDate(), loadId, true),
            () -> replay(context, table, passing));
    return new Replayed(passing.size(), Optional.of(result));
  }

  private LoadResult replay(LoadContext context, String table, List<QuarantineEntry> passing) {
    List<QuarantineEntry> replayed =
        passing.stream()
            .map(
                e ->
                    e.in(
                        QuarantineEntry.REPLAYED,
                        context.arrival(),
                        context.loadId(),
                        e.reasons(),
                        context.source().contract().version()))
            .toList();
    LoadResult result =
        writer.write(
            context,
            new QuarantineFeed(passing),
            loadLog.ofSource(context.source().id()),
            Examination.Vanishing.ALLOWED,
            table,
            replayed);
    LOG.info("replayed {}", result);
    return result;
  }

  private LoadContext replayContext(
      SourceDeclaration source,
      LoadEntry original,
      String loadId,
      String table,
      OffsetDateTime arrival) {
    return new LoadContext(
        source,
        library,
        archive.kept(source, original),
        original.snapshotDate(),
        loadId,
        arrival,
        KeyVersions.read(store, table, loadId),
        Set.of(),
        references(source, original.snapshotDate(), arrival),
        new RecordVault(source, keyFile),
        List.of(),
        true);
  }

  private ReferenceRules references(
      SourceDeclaration source, LocalDate snapshotDate, OffsetDateTime arrival) {
    return ReferenceRules.of(source.contract(), new RawTableKeys(store, snapshotDate, arrival));
  }

  private static String states(List<QuarantineEntry> entries) {
    return entries.stream()
        .map(e -> e.quarantineId() + "@" + e.stateAt().toInstant())
        .sorted()
        .reduce("", (a, b) -> a + "," + b);
  }

  private LoadContext context(
      SourceDeclaration source,
      Delivery delivery,
      LocalDate snapshotDate,
      String loadId,
      String table,
      Instant arrival,
      List<LoadEntry> loads) {
    return new LoadContext(
        source,
        library,
        delivery,
        snapshotDate,
        loadId,
        utc(arrival),
        store.exists(table) ? KeyVersions.read(store, table, loadId) : new KeyVersions(),
        store.exists(QuarantineLog.TABLE) ? quarantineLog.openIds(source.id(), loadId) : Set.of(),
        references(source, snapshotDate, utc(arrival)),
        new RecordVault(source, keyFile),
        LoadLog.volumes(loads),
        false);
  }

  private void applyAudit() {
    for (String table : List.of(QuarantineLog.TABLE, QuarantineLog.SEALED_TABLE, LoadLog.TABLE)) {
      store.apply(
          library
              .findTable(table)
              .map(TableDeclaration::contract)
              .orElseThrow(
                  () ->
                      new CityLakeException(
                          Kind.DATA, "Cannot find the declaration of table " + table)));
    }
  }

  private static Optional<LoadEntry> find(List<LoadEntry> loads, String loadId) {
    return loads.stream().filter(load -> load.loadId().equals(loadId)).findFirst();
  }

  private static LoadResult repeated(LoadEntry entry) {
    LOG.info("load {} of {} is whole already", entry.loadId(), entry.sourceId());
    return entry.repeated();
  }

  private static void requireBatch(SourceDeclaration source) {
    if (source.replayed()) {
      throw new CityLakeException(
          Kind.USER,
          "The source "
              + source.id()
              + " is streamed: once its contract is mended, ingest the delivered file again; what"
              + " was accepted before then counts as a duplicate");
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
