package org.citylake.cli.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClientUtils;
import io.openlineage.client.transports.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Appends events to a file, one JSON object a line. The library's own file transport logs a failed
 * write and goes on, and leaves half a line for ever when it is killed; here a failure is thrown,
 * and half a line is cut off before the next event. A file beyond its limit is set aside under the
 * time of that.
 */
final class EventFile extends Transport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int BLOCK = 8192;

  private final Path file;
  private final long limit;
  private final Clock clock;

  /**
   * Events to a file.
   *
   * @param limit bytes from which on the file is set aside
   */
  EventFile(Path file, long limit, Clock clock) {
    this.file = file;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public void emit(OpenLineage.RunEvent event) {
    append(OpenLineageClientUtils.toJson(event));
  }

  @Override
  public void emit(OpenLineage.DatasetEvent event) {
    append(OpenLineageClientUtils.toJson(event));
  }

  @Override
  public void emit(OpenLineage.JobEvent event) {
    append(OpenLineageClientUtils.toJson(event));
  }

  /** Adds a line. */
  void append(String json) {
    try {
      Files.createDirectories(file.getParent());
      setAside();
      try (FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        channel.truncate(endOfLastLine(channel));
        channel.position(channel.size());
        ByteBuffer line = ByteBuffer.wrap((json + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
          channel.write(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void setAside() throws IOException {
    if (Files.exists(file) && Files.size(file) >= limit) {
      Files.move(file, file.resolveSibling("events-" + TIME.format(clock.instant()) + ".jsonl"));
    }
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long end = channel.size();
    while (end > 0) {
      long start = Math.max(0, end - BLOCK);
      block.clear().limit((int) (end - start));
      while (block.hasRemaining() && channel.read(block, start + block.position()) >= 0) {}
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }
}
