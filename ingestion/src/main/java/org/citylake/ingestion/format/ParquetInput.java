package org.citylake.ingestion.format;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** Gives a delivered file to the Parquet library, which jumps in it from its end. */
final class ParquetInput implements InputFile {
  private final DeliveredFile file;

  ParquetInput(DeliveredFile file) {
    this.file = file;
  }

  @Override
  public long getLength() throws IOException {
    try (SeekableByteChannel channel = file.open()) {
      return channel.size();
    }
  }

  @Override
  public SeekableInputStream newStream() {
    SeekableByteChannel channel = file.open();
    return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
      @Override
      public long getPos() throws IOException {
        return channel.position();
      }

      @Override
      public void seek(long position) throws IOException {
        channel.position(position);
      }
    };
  }

  @Override
  public String toString() {
    return file.file();
  }
}
