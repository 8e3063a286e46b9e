package org.citylake.ingestion.connector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.ConnectorDeclaration;

/**
 * Fetches the files of a folder, by name. With control files a delivery is complete when its
 * control file is there; without, when nobody wrote it for {@value #QUIET_SECONDS} seconds. Files
 * stay where they are; those that were loaded are known by their content.
 */
final class FolderConnector implements Connector {
  static final int QUIET_SECONDS = 10;

  private final ConnectorDeclaration.Folder folder;
  private final Clock clock;

  FolderConnector(ConnectorDeclaration.Folder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void pull(Optional<String> position, Path work, Receiver receiver) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : files()) {
      if (complete(file)) {
        try {
          Optional<LocalDate> day = snapshotDate(file);
          if (folder.control().isPresent()) {
            new ControlFile(folder.control().get(), file).check();
          }
          receiver.receive(new Fetched(file, day, Optional.empty()));
        } catch (CityLakeException e) {
          // One bad file does not keep the others; all are told at the end.
          wrong.add(file.getFileName() + ": " + e.getMessage());
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new CityLakeException(
          Kind.DATA,
          wrong.size()
              + " files of "
              + folder.shown()
              + " were not loaded:\n  "
              + String.join("\n  ", wrong));
    }
  }

  private List<Path> files() throws IOException {
    Path path = Path.of(folder.path());
    if (!Files.isDirectory(path)) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Cannot find the folder " + path + ": see that it is mounted");
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(path, folder.files())) {
      for (Path file : found) {
        if (Files.isRegularFile(file)) {
          files.add(file);
        }
      }
    }
    files.sort(null);
    return files;
  }

  private boolean complete(Path file) throws IOException {
    if (folder.control().isPresent()) {
      return Files.isRegularFile(ControlFile.of(folder.control().get(), file));
    }
    return Files.getLastModifiedTime(file)
        .toInstant()
        .isBefore(clock.instant().minus(Duration.ofSeconds(QUIET_SECONDS)));
  }

  private Optional<LocalDate> snapshotDate(Path file) {
    if (folder.snapshotDate().isEmpty()) {
      return Optional.empty();
    }
    String name = file.getFileName().toString();
    Matcher matcher = Pattern.compile(folder.snapshotDate().get()).matcher(name);
    if (matcher.find() && matcher.groupCount() > 0) {
      String day = matcher.group(1);
      try {
        return Optional.of(
            day.indexOf('-') < 0
                ? LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                : LocalDate.parse(day));
      } catch (DateTimeException e) {
        throw new CityLakeException(
            Kind.DATA, "'" + day + "' in the file's name is no day as yyyyMMdd or yyyy-MM-dd", e);
      }
    }
    throw new CityLakeException(
        Kind.DATA,
        "the name does not hold its day as 'snapshot-date' of the connector says: "
            + folder.snapshotDate().get());
  }

  /** Reads and compares control files. */
  private record ControlFile(ConnectorDeclaration.Control control, Path file) {
    static Path of(ConnectorDeclaration.Control control, Path file) {
      return file.resolveSibling(file.getFileName() + control.suffix());
    }

    void check() throws IOException {
      if (control.content().isEmpty()) {
        return;
      }
      String text = Files.readString(of(control, file), StandardCharsets.UTF_8).strip();
      String pattern = control.content().get();
      Matcher matcher = Pattern.compile(pattern).matcher(text);
      if (!matcher.find()) {
        throw new CityLakeException(
            Kind.DATA, "its control file says '" + text + "', which does not match " + pattern);
      }
      compare(matcher, "rows", pattern, FileMeasure.rows(file));
      compare(matcher, "md5", pattern, FileMeasure.digest(file, "MD5"));
      compare(matcher, "sha256", pattern, FileMeasure.digest(file, "SHA-256"));
    }

    private static void compare(Matcher matcher, String group, String pattern, String found) {
      if (pattern.contains("(?<" + group + ">") && !found.equalsIgnoreCase(matcher.group(group))) {
        throw new CityLakeException(
            Kind.DATA,
            "its control file says "
                + group
                + " "
                + matcher.group(group)
                + " and the file has "
                + found
                + ": it was cut off or changed; have it sent again");
      }
    }
  }
}
