package org.citylake.cli.locate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import org.citylake.cli.state.WholeFile;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * Locates the points of a file part by part on all processors, and writes the results in the order
 * of the points. A few parts are in memory at a time, however many points there are.
 */
final class LocateRun {
  private static final int PARTS_A_THREAD = 3;
  private static final String PACKED = ".gz";

  private final PointLocator locator;
  private final Path result;
  private final LongConsumer progress;
  private PointCounts counts = PointCounts.NONE;

  LocateRun(PointLocator locator, Path result, LongConsumer progress) {
    this.locator = locator;
    this.result = result;
    this.progress = progress;
  }

  /** Where points are told that are on no place of the Earth. */
  Path problemFile() {
    return result.resolveSibling(result.getFileName() + ".problems.csv");
  }

  /**
   * Writes {@code id,region}, and the problems where there are any; one of an earlier run goes.
   *
   * @throws CityLakeException of kind DATA when the points cannot be read to their end; then
   *     nothing is written
   */
  PointCounts locate(PointFile points) {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (WholeFile rowFile = WholeFile.of(result);
        WholeFile problemFile = WholeFile.of(problemFile())) {
      try (Writer rows = writer(rowFile);
          Writer problems = writer(problemFile)) {
        rows.write("id,region\n");
        problems.write("line,id,longitude,latitude,problem\n");
        Queue<Future<LocatedPoints>> running = new ArrayDeque<>();
        for (List<PointRecord> part = points.next(); !part.isEmpty(); part = points.next()) {
          List<PointRecord> read = part;
          running.add(workers.submit(() -> locator.locate(read)));
          if (running.size() >= PARTS_A_THREAD * threads) {
            write(running.remove(), rows, problems);
          }
        }
        while (!running.isEmpty()) {
          write(running.remove(), rows, problems);
        }
      }
      rowFile.commit();
      if (counts.invalid() > 0) {
        problemFile.commit();
      } else {
        Files.deleteIfExists(problemFile());
      }
      return counts;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + result, e);
    } finally {
      workers.shutdownNow();
    }
  }

  private void write(Future<LocatedPoints> part, Writer rows, Writer problems) throws IOException {
    LocatedPoints located;
    try {
      located = part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Locating was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Locating failed", e);
    }
    rows.write(located.rows());
    problems.write(located.problems());
    counts = counts.plus(located.counts());
    progress.accept(counts.points());
  }

  private static Writer writer(WholeFile file) throws IOException {
    OutputStream bytes = Files.newOutputStream(file.part());
    return new OutputStreamWriter(
        file.target().toString().endsWith(PACKED)
            ? new GZIPOutputStream(bytes)
            : new BufferedOutputStream(bytes),
        StandardCharsets.ISO_8859_1);
  }
}
