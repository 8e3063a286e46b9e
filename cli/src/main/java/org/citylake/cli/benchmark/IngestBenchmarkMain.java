package org.citylake.cli.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;
import org.citylake.core.process.ParentWatch;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.Loader;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * Loads one file into a fresh lakehouse as {@code ingest} does, in a JVM of its own so that its
 * memory can be bounded and measured. Arguments: file for the result, repository, home, directory
 * of declarations, source, delivered file.
 */
public final class IngestBenchmarkMain {
  private IngestBenchmarkMain() {}

  /** Runs. */
  public static void main(String[] args) throws IOException {
    ParentWatch.start();
    Settings settings =
        new Settings(
            Path.of(args[1]),
            new Home(Path.of(args[2])),
            java.util.Optional.of(Path.of(args[3])),
            Map.of());
    settings.home().create();
    DeclarationLibrary library = DeclarationReader.load(settings.declarationRoots());
    SourceDeclaration source = library.findSource(args[4]).orElseThrow();
    try (Lake lake = Lake.start(settings.home(), 0);
        LakeCatalog live = lake.connect(LakeCatalog.LIVE)) {
      Loader loader =
          new Loader(live, settings.home(), library, settings.vaultKeys(), Clock.systemUTC());
      Stopwatch watch = Stopwatch.start();
      LoadResult loaded = loader.load(source, Path.of(args[5]), LocalDate.of(2026, 1, 1));
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("seconds", watch.seconds());
      result.put("cpu_seconds", watch.cpuSeconds());
      result.put("rows", loaded.accepted());
      result.put("quarantined", loaded.quarantined());
      result.put("peak_heap_mib", peakHeap() >> 20);
      Files.writeString(Path.of(args[0]), Json.line(result));
    }
  }

  /** At most this: each part of the heap at its own peak. */
  static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
