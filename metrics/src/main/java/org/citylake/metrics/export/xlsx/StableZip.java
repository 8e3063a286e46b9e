package org.citylake.metrics.export.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a workbook so that the same sheets give the same bytes: every part bears one time, and the
 * time of its making is the release's.
 */
final class StableZip {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";

  private StableZip() {}

  static void copy(Path from, Path to, Instant created) throws IOException {
    try (ZipFile zip = new ZipFile(from.toFile());
        OutputStream out = Files.newOutputStream(to);
        ZipOutputStream copy = new ZipOutputStream(out)) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      for (ZipEntry entry : entries) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(TIME);
        copy.putNextEntry(same);
        try (InputStream in = zip.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            copy.write(
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$1" + created)
                    .getBytes(StandardCharsets.UTF_8));
          } else {
            in.transferTo(copy);
          }
        }
        copy.closeEntry();
      }
    }
  }
}
