package org.citylake.ingestion.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.IoReason;
import org.citylake.core.home.Home;

/**
 * Loads whose commits have begun, a file each in {@code deliveries/begun}, until they are whole.
 * What an interruption leaves here is finished from the kept delivery, because whoever sent it may
 * have other rows by then.
 */
final class BegunCommits {
  private final Path folder;

  /** The notes of a home. */
  BegunCommits(Home home) {
    this.folder = home.deliveries().resolve("begun");
  }

  /** Notes what the load's row in the log will be, before its first commit. */
  void note(LoadEntry entry) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "arriving-", ".part");
      Files.writeString(part, LoadLog.text(entry), StandardCharsets.UTF_8);
      Files.move(part, path(entry.loadId()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Forgets a load that is whole. */
  void forget(String loadId) {
    try {
      Files.deleteIfExists(path(loadId));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Those of a source, by arrival. */
  List<LoadEntry> ofSource(String sourceId) {
    List<LoadEntry> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*.json")) {
      for (Path note : notes) {
        LoadEntry entry = LoadLog.entry(Files.readString(note, StandardCharsets.UTF_8));
        if (entry.sourceId().equals(sourceId)) {
          found.add(entry);
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
    found.sort(Comparator.comparing(LoadEntry::arrivedAt));
    return found;
  }

  private Path path(String loadId) {
    return folder.resolve(loadId + ".json");
  }

  private CityLakeException failed(IOException e) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot keep notes of loads in "
            + folder
            + ": "
            + IoReason.of(e)
            + "; see the disk's space and that the folder can be written",
        e);
  }
}
