package org.citylake.streamingjobs.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/** Files of a table on a disk that takes no new file so many times. */
final class FaultyFiles implements FileIO {
  private static final long serialVersionUID = 1L;

  /** How often the disk still stops by the plan's name, because files travel to tasks. */
  private static final Map<String, AtomicInteger> STOPS = new ConcurrentHashMap<>();

  private final FileIO real;
  private final String plan;

  FaultyFiles(FileIO real, String plan) {
    this.real = real;
    this.plan = plan;
  }

  /** The disk stops so often. */
  static void plan(String plan, int stops) {
    STOPS.put(plan, new AtomicInteger(stops));
  }

  @Override
  public InputFile newInputFile(String path) {
    return real.newInputFile(path);
  }

  @Override
  public OutputFile newOutputFile(String path) {
    AtomicInteger stops = STOPS.get(plan);
    // Metadata files have a name of their own: those are the catalog's faults.
    if (stops != null && path.endsWith(".parquet") && stops.getAndDecrement() > 0) {
      throw new UncheckedIOException(new IOException("No space left on device (planned)"));
    }
    return real.newOutputFile(path);
  }

  @Override
  public void deleteFile(String path) {
    real.deleteFile(path);
  }

  @Override
  public Map<String, String> properties() {
    return real.properties();
  }
}
