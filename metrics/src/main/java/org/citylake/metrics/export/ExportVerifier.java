package org.citylake.metrics.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final Set<String> UNLISTED = Set.of(Manifest.FILE, PackageSignature.FILE);

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
        signatureBytes == null ? "" : checkSignature(signatureBytes, manifestBytes, suite, trusted);
    checkFiles(there, suite, manifest.map(Manifest::files).orElse(List.of()));
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

  private String checkSignature(
      byte[] bytes,
      byte @Nullable [] manifest,
      Optional<SignatureSuite> ofManifest,
      Optional<PublicKey> trusted) {
    try {
      PackageSignature signature = PackageSignature.read(bytes);
      Optional<SignatureSuite> suite = SignatureSuite.find(signature.suite());
      if (suite.isEmpty()) {
        throw new IOException("the suite '" + signature.suite() + "' is not known");
      }
      if (ofManifest.isPresent() && !ofManifest.equals(suite)) {
        faults.add(
            PackageSignature.FILE,
            0,
            "other-suite",
            signature.suite(),
            "The manifest is of the suite "
                + ofManifest.get().name()
                + ", the signature of another: both must be of one");
      }
      return checkSignature(suite.get(), signature, bytes, manifest, trusted);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      faults.add(
          PackageSignature.FILE, 0, "altered", "", "The signature file is none: " + reason(e));
      return "";
    }
  }

  private String checkSignature(
      SignatureSuite suite,
      PackageSignature signature,
      byte[] bytes,
      byte @Nullable [] manifest,
      Optional<PublicKey> trusted)
      throws GeneralSecurityException {
    if (!Arrays.equals(signature.canonicalBytes(suite), bytes)) {
      faults.add(
          PackageSignature.FILE,
          0,
          "altered",
          "",
          "The signature file is not as the platform writes it");
    }
    PublicKey key = suite.publicKey(signature.publicKeyBytes());
    if (manifest != null && !suite.valid(key, manifest, signature.signatureBytes())) {
      faults.add(
          Manifest.FILE, 0, "signature", "", "The signature does not fit the manifest's bytes");
    }
    String fingerprint = suite.digest(signature.publicKeyBytes());
    if (trusted.isPresent()
        && !Arrays.equals(trusted.get().getEncoded(), signature.publicKeyBytes())) {
      faults.add(
          PackageSignature.FILE,
          0,
          "other-key",
          fingerprint,
          "The package is signed by another key than " + suite.digest(trusted.get().getEncoded()));
    }
    return fingerprint;
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

  private void checkFiles(
      Set<String> there, Optional<SignatureSuite> suite, List<Manifest.Entry> listed) {
    Map<String, Manifest.Entry> entries = new HashMap<>();
    for (Manifest.Entry entry : listed) {
      if (!isPlainName(entry.name())) {
        faults.add(Manifest.FILE, 0, "bad-name", entry.name(), "No name of a file here");
      } else if (entries.putIfAbsent(entry.name(), entry) != null) {
        faults.add(Manifest.FILE, 0, "listed-twice", entry.name(), "The file is listed twice");
      } else {
        checkFile(entry, suite, there);
      }
    }
    for (String name : there) {
      if (!entries.containsKey(name) && !UNLISTED.contains(name)) {
        faults.add(name, 0, "extra-file", "", "This is not in the manifest");
      }
    }
  }

  private void checkFile(Manifest.Entry entry, Optional<SignatureSuite> suite, Set<String> there) {
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

  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
