package org.citylake.streamingjobs.tally;

import java.io.OutputStream;
import java.util.Map;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.citylake.core.json.Json;

/**
 * The whole job's sums, written as one JSON object at the end of the input. A task that is repeated
 * after a failure writes the same bytes again, for they are a function of the whole input.
 */
public final class WriteTallies extends SumTallies {
  private static final long serialVersionUID = 1L;

  private final String file;

  /** Writes to a file that the command's machine can read. */
  public WriteTallies(String file) {
    this.file = file;
  }

  @Override
  protected void finish(Map<String, Long> sums) throws Exception {
    Path path = new Path(file);
    try (OutputStream out = path.getFileSystem().create(path, WriteMode.OVERWRITE)) {
      out.write(Json.mapper().writeValueAsBytes(sums));
    }
  }
}
