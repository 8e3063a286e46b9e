package org.citylake.metrics.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.export.suite.SignatureSuite;

/** Whether a package holds exactly the files of its manifest, each with the bytes signed. */
final class ListedFiles {
  private static final Set<String> UNLISTED = Set.of(Manifest.FILE, PackageSignature.FILE);

  private final Path folder;
  private final Set<String> there;
  private final Optional<SignatureSuite> suite;
  private final Problems faults;

  /**
   * The files of a package.
   *
   * @param there names of what the folder holds
   * @param suite the suite that the digests are of
   * @param faults takes what is wrong
   */
  ListedFiles(Path folder, Set<String> there, Optional<SignatureSuite> suite, Problems faults) {
    this.folder = folder;
    this.there = there;
    this.suite = suite;
    this.faults = faults;
  }

  /** Checks them. */
  void check(List<Manifest.Entry> listed) {
    Map<String, Manifest.Entry> entries = new HashMap<>();
    for (Manifest.Entry entry : listed) {
      if (!isPlainName(entry.name())) {
        faults.add(Manifest.FILE, 0, "bad-name", entry.name(), "No name of a file here");
      } else if (entries.putIfAbsent(entry.name(), entry) != null) {
        faults.add(Manifest.FILE, 0, "listed-twice", entry.name(), "The file is listed twice");
      } else {
        check(entry);
      }
    }
    for (String name : there) {
      if (!entries.containsKey(name) && !UNLISTED.contains(name)) {
        faults.add(name, 0, "extra-file", "", "This is not in the manifest");
      }
    }
  }

  private void check(Manifest.Entry entry) {
    Path file = folder.resolve(entry.name());
    if (!there.contains(entry.name())) {
      faults.add(entry.name(), 0, "missing-file", "", "The file is missing");
      return;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      faults.add(entry.name(), 0, "no-regular-file", "", "This is a folder or a link and no file");
      return;
    }
    try {
      String found = suite.map(s -> s.digest(file)).orElse("");
      boolean same = suite.isPresent() && found.equals(entry.digest(suite.get()));
      if (!same || Files.size(file) != entry.bytes()) {
        faults.add(entry.name(), 0, "altered", found, "The bytes are not those that were signed");
      }
    } catch (IOException | UncheckedIOException e) {
      faults.add(entry.name(), 0, "unreadable", e.toString(), "The file cannot be read");
    }
  }

  private static boolean isPlainName(String name) {
    return !name.isEmpty()
        && !UNLISTED.contains(name)
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == 0)
        && !name.equals(".")
        && !name.equals("..");
  }
}
