package org.citylake.cli.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.citylake.cli.delivery.Delivery;
import org.citylake.cli.delivery.SlotPackage;
import org.citylake.cli.delivery.SlotPackages;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.home.Home;
import org.citylake.core.schedule.CatchUp;
import org.citylake.core.secret.Secrets;

/** A home with one scheduled export that is delivered to a share; things can be made to fail. */
final class Schedules implements AutoCloseable {
  /** Exit code of a process that was killed. */
  static final int HALTED = 137;

  final Home home;
  final Path share;
  final SteppedClock clock = new SteppedClock("2016-11-21T00:00:00Z");
  final List<String> attempts = new ArrayList<>();
  String release = "r1";
  Failure failure = Failure.NONE;
  private ScheduleStore store;
  private ExportDeclaration export;

  /** What goes wrong. */
  enum Failure {
    NONE,
    /** The destination refuses. */
    DOWN,
    /** The disk of the home is full. */
    FULL,
    /** The process is killed when the package has come there and before that is recorded. */
    KILLED_AFTER,
    /** The process is killed before anything came there. */
    KILLED_BEFORE,
    /** The Java machine really ends when the package has come there. */
    HALTED_AFTER,
    /** The Java machine really ends before anything came there. */
    HALTED_BEFORE
  }

  /** Stands for the end of the process: nothing catches it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  Schedules(Path folder, CatchUp catchUp) throws IOException {
    this.home = new Home(folder.resolve("home"));
    this.share = Files.createDirectories(folder.resolve("share"));
    this.export =
        SlotPackages.export(catchUp, new ExportDestination.Folder("share", share.toString()));
    this.store = ScheduleStore.open(home);
  }

  ScheduleStore store() {
    return store;
  }

  /** The declaration has no schedule and no destination any more. */
  void undeclare() {
    export =
        new ExportDeclaration(
            export.name(),
            export.titleZh(),
            export.titleEn(),
            export.audience(),
            export.tables(),
            export.formats(),
            Optional.empty(),
            List.of(),
            export.folder(),
            export.contentHash());
  }

  /** What a new process does first. */
  void restart() {
    store.close();
    store = ScheduleStore.open(home);
    failure = Failure.NONE;
  }

  Round round() {
    return scheduler().round();
  }

  private Scheduler scheduler() {
    return new Scheduler(
        List.of(export),
        store,
        new PackageSource() {
          @Override
          public String newestRelease() {
            return release;
          }

          @Override
          public Path write(ExportDeclaration written, String of) {
            if (failure == Failure.FULL) {
              throw new CityLakeException(Kind.EXTERNAL, "Cannot write: No space left on device");
            }
            return SlotPackages.write(
                home.exports().resolve(written.name()).resolve(of), written, of);
          }
        },
        destination -> given -> deliver(destination, given),
        new RetryRule(
            1, Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ofHours(1), new Random(1)),
        clock);
  }

  private Delivery.Outcome deliver(ExportDestination destination, SlotPackage given)
      throws IOException {
    attempts.add(given.slotName());
    switch (failure) {
      case DOWN -> throw new IOException("connection refused");
      case KILLED_BEFORE -> throw new Killed();
      case KILLED_AFTER -> {
        Delivery.to(destination, new Secrets(Map.of())).deliver(given);
        throw new Killed();
      }
      case HALTED_AFTER -> {
        Delivery.to(destination, new Secrets(Map.of())).deliver(given);
        Runtime.getRuntime().halt(HALTED);
      }
      case HALTED_BEFORE -> Runtime.getRuntime().halt(HALTED);
      case NONE, FULL -> {
        // It works.
      }
    }
    return Delivery.to(destination, new Secrets(Map.of())).deliver(given);
  }

  /** Slots that stand at the share. */
  List<String> delivered() {
    Path folder = share.resolve("figures");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> slots = Files.list(folder)) {
      return slots.map(p -> p.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** State of the share's delivery of each slot, newest first. */
  List<String> states() {
    return store.newest(100).stream()
        .filter(d -> d.destination().equals("share"))
        .map(d -> d.slot() + " " + d.state().text())
        .toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
