package org.citylake.metrics.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.export.suite.SignatureSuite;
import org.jspecify.annotations.Nullable;

/**
 * Checks a package strictly: the folder holds exactly the files of the manifest, the manifest and
 * the signature, all regular files; every byte is as signed; the signature is written in its one
 * form; manifest and signature are of one suite of algorithms, so that none can be passed off as
 * another. Everything that is wrong is named at once.
 *
 * <p>Without a trusted key the check proves that the package is whole and was signed by the holder
 * of the key that it names; who that is, the key's fingerprint tells.
 */
public final class ExportVerifier {
  private final Path folder;
  private final Problems faults = new Problems();

  private ExportVerifier(Path folder) {
    this.folder = folder;
  }

  /** Checks a package against the key that it names itself. */
  public static Verification verify(Path folder) {
    return verify(folder, Optional.empty());
  }

  /**
   * Checks a package.
   *
   * @param trusted the key that has to have signed it
   * @throws CityLakeException of kind USER when there is no such folder
   */
  public static Verification verify(Path folder, Optional<PublicKey> trusted) {
    if (!Files.isDirectory(folder)) {
      throw new CityLakeException(
          Kind.USER, "Cannot verify " + folder + ": there is no such folder; give an export's");
    }
    return new ExportVerifier(folder).check(trusted);
  }

  private Verification check(Optional<PublicKey> trusted) {
    Set<String> there = new TreeSet<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries.forEach(entry -> there.add(entry.getFileName().toString()));
    } catch (IOException | UncheckedIOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Cannot verify " + folder + ": it cannot be read, " + e, e);
    }
    byte @Nullable [] manifestBytes = bytes(Manifest.FILE, there);
    byte @Nullable [] signatureBytes = bytes(PackageSignature.FILE, there);
    Optional<Manifest> manifest = Optional.ofNullable(manifestBytes).flatMap(this::manifest);
    Optional<SignatureSuite> suite = manifest.flatMap(m -> SignatureSuite.find(m.suite()));
    String fingerprint =
        signatureBytes == null
            ? ""
            : new SignatureCheck(manifestBytes, suite, trusted, faults).fingerprint(signatureBytes);
    new ListedFiles(folder, there, suite, faults)
        .check(manifest.map(Manifest::files).orElse(List.of()));
    return new Verification(
        folder,
        there.size(),
        suite.map(SignatureSuite::name).orElse(""),
        fingerprint,
        faults.all());
  }

  private byte @Nullable [] bytes(String name, Set<String> there) {
    Path file = folder.resolve(name);
    if (!there.contains(name)) {
      faults.add(name, 0, "missing-file", "", "The file is missing");
      return null;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      faults.add(name, 0, "no-regular-file", "", "This is a folder or a link and no file");
      return null;
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      faults.add(name, 0, "unreadable", e.toString(), "The file cannot be read");
      return null;
    }
  }

  private Optional<Manifest> manifest(byte[] bytes) {
    try {
      Manifest manifest = Manifest.read(bytes);
      if (manifest.format() != Manifest.FORMAT || SignatureSuite.find(manifest.suite()).isEmpty()) {
        faults.add(
            Manifest.FILE,
            0,
            "unknown-format",
            manifest.format() + " " + manifest.suite(),
            "This version of the command does not know the manifest's format or suite");
      }
      return Optional.of(manifest);
    } catch (IOException e) {
      faults.add(Manifest.FILE, 0, "altered", "", "The manifest is none: " + reason(e));
      return Optional.empty();
    }
  }

  /** What is wrong, in one line. */
  static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
