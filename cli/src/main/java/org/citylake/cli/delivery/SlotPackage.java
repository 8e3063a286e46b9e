package org.citylake.cli.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.citylake.core.json.ContentHash;
import org.citylake.metrics.export.PackageCopy;

/**
 * The package of one slot of a schedule.
 *
 * @param export name of the export
 * @param slot when it was due
 * @param folder the package in the home
 */
public record SlotPackage(String export, Instant slot, Path folder) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The slot as destinations name it: its time in UTC, {@code 20161201T000000Z}. */
  public String slotName() {
    return NAME.format(slot);
  }

  /** Names of its files, the manifest last. */
  List<String> files() throws IOException {
    return PackageCopy.files(folder);
  }

  /** Bytes of the manifest. */
  byte[] manifest() throws IOException {
    return Files.readAllBytes(folder.resolve(PackageCopy.manifest()));
  }

  /**
   * One key for every attempt to bring this slot's package to a destination, and for nothing else.
   */
  String idempotencyKey(String destination) throws IOException {
    return ContentHash.of(
        export + "\n" + slotName() + "\n" + destination + "\n" + ContentHash.of(manifest()));
  }
}
