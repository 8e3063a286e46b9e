package org.citylake.core.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds one city's state. Two homes never share anything.
 *
 * @param root absolute, normalised
 */
public record Home(Path root) {
  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /** SQLite database of the catalog. */
  public Path catalogDatabase() {
    return root.resolve("catalog").resolve("catalog.db");
  }

  /** The views that SQL finds in releases. */
  public Path views() {
    return root.resolve("catalog").resolve("views.json");
  }

  /** Data and metadata files of all tables. */
  public Path warehouse() {
    return root.resolve("warehouse");
  }

  /** Tokens and keys; readable by the owner alone. */
  public Path secrets() {
    return root.resolve("secrets");
  }

  /** Users and their credentials; readable by the owner alone. */
  public Path access() {
    return root.resolve("access");
  }

  /** Delivered files as they came, named by their SHA-256. */
  public Path deliveries() {
    return root.resolve("deliveries");
  }

  /** Log files, one folder per run. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** Lineage events. */
  public Path lineage() {
    return root.resolve("lineage");
  }

  /** Locks, ports and process ids of what runs now; job files. */
  public Path run() {
    return root.resolve("run");
  }

  /** Inboxes, checkpoints and savepoints of the live stream. */
  public Path stream() {
    return root.resolve("stream");
  }

  /** What the page shows, compiled per release. */
  public Path releases() {
    return root.resolve("releases");
  }

  /** Finished exports: exports/NAME/RELEASE/. */
  public Path exports() {
    return root.resolve("exports");
  }

  /** SQLite database of the schedules' slots and deliveries. */
  public Path scheduleDatabase() {
    return root.resolve("schedule.db");
  }

  /** Makes all folders; a new home is its owner's alone where the file system can. */
  public void create() {
    try {
      createForOwner(root);
      for (Path folder :
          new Path[] {
            catalogDatabase().getParent(),
            warehouse(),
            deliveries(),
            logs(),
            run(),
            releases(),
            exports()
          }) {
        Files.createDirectories(folder);
      }
      createForOwner(secrets());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the home " + root, e);
    }
  }

  private static void createForOwner(Path folder) throws IOException {
    if (Files.exists(folder)) {
      return;
    }
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
