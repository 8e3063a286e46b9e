package org.citylake.ingestion.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.IoReason;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.home.Home;
import org.citylake.core.json.ContentHash;
import org.citylake.ingestion.sealing.SealedFile;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.sealing.VaultKeys;

/** Keeps every delivered file under its SHA-256, and when each load first arrived. */
public final class DeliveryArchive {
  private static final String SEALED = ".sealed";

  private final Path folder;
  private final VaultKeyFile keyFile;

  /** Files that were taken in and that no load has read yet. */
  private final Set<Path> refusable = new HashSet<>();

  /** The archive of a home; the keys are asked for when there are personal data alone. */
  public DeliveryArchive(Home home, VaultKeyFile keyFile) {
    this.folder = home.deliveries();
    this.keyFile = keyFile;
  }

  /**
   * Copies a file into the archive, whole or not at all; a file already there is not copied again.
   * Files of a source with personal data are sealed, and never stand there in the open.
   *
   * @throws CityLakeException of kind USER when it is no file, EXTERNAL when it cannot be kept
   */
  public Delivery archive(SourceDeclaration source, Path file) {
    requireFile(file);
    return source.contract().personalColumns().isEmpty() ? copy(file) : seal(file);
  }

  /**
   * Refuses what is no file.
   *
   * @throws CityLakeException of kind USER that says what stands there
   */
  static void requireFile(Path file) {
    if (Files.isRegularFile(file)) {
      return;
    }
    String path = file.toAbsolutePath().toString();
    if (Files.isDirectory(file)) {
      throw new CityLakeException(
          Kind.USER, "Cannot load " + path + ": it is a folder; name a file in it");
    }
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      throw new CityLakeException(
          Kind.USER, "Cannot load " + path + ": it is a link to a file that is not there");
    }
    throw new CityLakeException(
        Kind.USER,
        Files.exists(file)
            ? "Cannot load " + path + ": it is a pipe or a device; write it to a file first"
            : "Cannot find the file " + path);
  }

  /** Tells that rows of the delivery are about to be written, so that it stays. */
  void keep(Delivery delivery) {
    refusable.remove(delivery.path());
  }

  /**
   * Removes a delivery that was refused as a whole, unless it was there before: nothing refers to
   * it, whoever sent it has it, and personal data without use are not to be stored.
   *
   * @throws CityLakeException of kind EXTERNAL when it cannot be removed
   */
  void forget(Delivery delivery) {
    if (!refusable.remove(delivery.path())) {
      return;
    }
    try {
      Files.deleteIfExists(delivery.path());
    } catch (IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot remove the refused delivery "
              + delivery.path()
              + ": "
              + IoReason.of(e)
              + "; remove it",
          e);
    }
  }

  private Delivery seal(Path file) {
    try {
      Files.createDirectories(folder);
      String sha256 = ContentHash.of(file);
      long bytes = Files.size(file);
      Path kept = folder.resolve(sha256 + SEALED);
      if (!Files.exists(kept)) {
        Path part = Files.createTempFile(folder, "arriving-", ".part");
        try (InputStream in = Files.newInputStream(file);
            DigestInputStream hashed = new DigestInputStream(in, ContentHash.digest())) {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            SealedFile.write(keyFile.loadOrCreate(), sha256, bytes, hashed, out);
          }
          // Somebody may still be writing the file: what was sealed has to be what was hashed.
          if (!ContentHash.text(hashed.getMessageDigest()).equals(sha256)) {
            throw new IOException("the file changed while it was read");
          }
          Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
          refusable.add(kept);
        } finally {
          Files.deleteIfExists(part);
        }
      }
      return kept(sha256, file.getFileName().toString(), bytes, true);
    } catch (IOException e) {
      throw notKept(file, e);
    }
  }

  private Delivery copy(Path file) {
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
          refusable.add(kept);
        }
        return kept(sha256, file.getFileName().toString(), Files.size(kept), false);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw notKept(file, e);
    }
  }

  /** Seals all sealed files with the newest key; gives their number. */
  public long reseal() {
    VaultKeys keys = keyFile.loadOrCreate();
    long count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SEALED)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String sha256 = name.substring(0, name.length() - SEALED.length());
        Path part = Files.createTempFile(folder, "arriving-", ".part");
        try (SeekableByteChannel opened = SealedFile.open(keys, sha256, file);
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
          SealedFile.write(keys, sha256, opened.size(), Channels.newInputStream(opened), out);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        count++;
      }
    } catch (IOException e) {
      throw notKept(folder, e);
    }
    return count;
  }

  private CityLakeException notKept(Path file, IOException e) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot keep "
            + file
            + " in "
            + folder
            + ": "
            + IoReason.of(e)
            + "; see that the disk has space, the folder can be written and nobody writes the file"
            + " any more, then load it again",
        e);
  }

  /** Where the archive keeps the file of that hash that has no personal data. */
  public Path path(String sha256) {
    return folder.resolve(sha256);
  }

  /** The kept file of a finished load. */
  public Delivery kept(SourceDeclaration source, LoadEntry load) {
    return kept(
        load.delivery(), load.file(), load.bytes(), !source.contract().personalColumns().isEmpty());
  }

  private Delivery kept(String sha256, String file, long bytes, boolean sealed) {
    Path path = folder.resolve(sealed ? sha256 + SEALED : sha256);
    return sealed
        ? new Delivery(
            sha256, file, bytes, path, () -> SealedFile.open(keyFile.loadOrCreate(), sha256, path))
        : Delivery.plain(sha256, file, bytes, path);
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
          "Cannot note the arrival in " + kept + ": " + IoReason.of(e) + "; see the disk's space",
          e);
    }
  }
}
