package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook, unpacked within the limit where they stand. */
final class WorkbookZip implements ZipEntrySource {
  private final SeekableByteChannel channel;
  private final ZipDelivery zip;
  private final UnpackLimit limit;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
  private boolean closed;

  WorkbookZip(DeliveredFile file, SeekableByteChannel channel, UnpackLimit limit) {
    this.channel = channel;
    this.zip = ZipDelivery.open(file, channel);
    this.limit = limit;
    zip.files().forEach(e -> entries.put(e.getName(), e));
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return Collections.enumeration(entries.values());
  }

  @Override
  public @Nullable ZipArchiveEntry getEntry(String name) {
    return entries.get(name);
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) {
    return zip.stream(entry, limit);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    channel.close();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }
}
