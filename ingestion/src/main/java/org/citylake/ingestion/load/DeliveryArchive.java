package org.citylake.ingestion.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.citylake.core.json.ContentHash;

/** Keeps every delivered file under its SHA-256, and when each load first arrived. */
public final class DeliveryArchive {
  private final Path folder;

  /** The archive of a home. */
  public DeliveryArchive(Home home) {
    this.folder = home.deliveries();
  }

  /**
   * Copies a file into the archive, whole or not at all; a file already there is not copied again.
   *
   * @throws CityLakeException of kind USER when there is no such file, EXTERNAL when it cannot be
   *     kept
   */
  public Delivery archive(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CityLakeException(Kind.USER, "Cannot find the file " + file.toAbsolutePath());
    }
    try {
      Files.createDirectories(folder);
      Path copy = Files.createTempFile(folder, "arriving-", ".part");
      try {
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        // The copy is hashed, not the file: somebody may still be writing that one.
        String sha256 = ContentHash.of(copy);
        Path kept = path(sha256);
        if (!Files.exists(kept)) {
          Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Delivery(sha256, file.getFileName().toString(), Files.size(kept), kept);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot keep "
              + file
              + " in "
              + folder
              + ": "
              + e.getMessage()
              + "; see that the disk has space and the folder can be written, then load it again",
          e);
    }
  }

  /** Where the archive keeps the file of that hash. */
  public Path path(String sha256) {
    return folder.resolve(sha256);
  }

  /**
   * When the load arrived: the given time the first time it is asked, the same ever after, so that
   * a load that was interrupted gives the same rows.
   */
  public Instant arrival(String loadId, Instant now) {
    Path kept = folder.resolve("arrivals").resolve(loadId);
    try {
      if (Files.exists(kept)) {
        return Instant.parse(Files.readString(kept, StandardCharsets.UTF_8).strip());
      }
      Files.createDirectories(kept.getParent());
      // The coarsest clock of all engines: what is kept here has to equal what each reads back.
      Instant arrival = now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
      Path part = Files.createTempFile(kept.getParent(), "arriving-", ".part");
      Files.writeString(part, arrival.toString(), StandardCharsets.UTF_8);
      Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
      return arrival;
    } catch (IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot note the arrival in " + kept + ": " + e.getMessage() + "; see the disk's space",
          e);
    }
  }
}
