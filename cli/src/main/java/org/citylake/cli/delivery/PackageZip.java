package org.citylake.cli.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package as one ZIP file; the same package gives the same bytes. */
final class PackageZip {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private PackageZip() {}

  static void write(SlotPackage given, Path zip) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream files = new ZipOutputStream(out)) {
      for (String name : given.files()) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        files.putNextEntry(entry);
        Files.copy(given.folder().resolve(name), files);
        files.closeEntry();
      }
    }
  }
}
