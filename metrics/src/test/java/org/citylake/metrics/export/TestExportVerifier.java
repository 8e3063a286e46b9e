package org.citylake.metrics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.problem.Problem;
import org.citylake.metrics.export.suite.SignatureSuite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestExportVerifier {
  @TempDir Path home = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void write() {
    folder = home.resolve("package");
    Packages.write(folder);
  }

  private List<String> faults() {
    return ExportVerifier.verify(folder).faults().stream()
        .map(f -> f.file() + " " + f.rule())
        .toList();
  }

  @Test
  void anyOtherByteAnywhereFails() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.sorted().toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      // Every byte of the signature, every fifth of the manifest, and so on; each bit in turn.
      int step =
          switch (file.getFileName().toString()) {
            case "signature.json" -> 1;
            case "manifest.json" -> 5;
            default -> 41;
          };
      for (int place = 0; place < bytes.length; place += step) {
        byte flipped = (byte) (1 << (place % 8));
        bytes[place] ^= flipped;
        Files.write(file, bytes);
        assertThat(ExportVerifier.verify(folder).valid())
            .as("%s, byte %s", file.getFileName(), place)
            .isFalse();
        bytes[place] ^= flipped;
      }
      Files.write(file, bytes);
    }
    assertThat(faults()).isEmpty();
  }

  @Test
  void aByteMoreOrLessAnywhereFails() throws IOException {
    for (String name : List.of("signature.json", "manifest.json", "columns.csv", "README.txt")) {
      Path file = folder.resolve(name);
      String text = Files.readString(file);
      for (String other :
          List.of(text + " ", text + "\n", " " + text, text.strip(), "\uFEFF" + text, "")) {
        Files.writeString(file, other);
        assertThat(ExportVerifier.verify(folder).valid()).as(name + ": " + other).isFalse();
      }
      Files.writeString(file, text);
    }
    assertThat(faults()).isEmpty();
  }

  @Test
  void theSameSignatureWrittenInAnotherWayFails() throws IOException {
    Path file = folder.resolve("signature.json");
    String text = Files.readString(file);

    Files.writeString(file, text.replace("\" : \"", "\": \""));
    assertThat(faults()).containsExactly("signature.json altered");
    Files.writeString(file, text.replace("{\n", "{\n  \"algorithm\" : \"Ed25519\",\n"));
    assertThat(faults()).isNotEmpty();
    Files.writeString(file, "null");
    assertThat(faults()).containsExactly("signature.json altered");
  }

  @Test
  void whateverIsTooMuchFailsHiddenOrNot() throws IOException {
    Files.writeString(folder.resolve("extra.txt"), "");
    Files.writeString(folder.resolve(".hidden"), "");
    Files.createDirectory(folder.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/hostname"));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));

    assertThat(faults())
        .containsExactly(
            ".hidden extra-file",
            "dangling extra-file",
            "extra.txt extra-file",
            "folder extra-file",
            "link extra-file");
  }

  @Test
  void aLinkOrFolderInAFilesPlaceFails() throws IOException {
    for (String name : List.of("README.txt", "manifest.json", "signature.json")) {
      Path outside = home.resolve(name);
      Files.move(folder.resolve(name), outside);
      Files.createSymbolicLink(folder.resolve(name), outside);
      assertThat(faults()).contains(name + " no-regular-file");
      Files.delete(folder.resolve(name));
      Files.createDirectory(folder.resolve(name));
      assertThat(faults()).contains(name + " no-regular-file");
      Files.delete(folder.resolve(name));
      assertThat(faults()).contains(name + " missing-file");
      Files.move(outside, folder.resolve(name));
    }
    assertThat(faults()).isEmpty();
  }

  @Test
  void allFaultsAreNamedAtOnce() throws IOException {
    Files.writeString(folder.resolve("README.txt"), "altered");
    Files.delete(folder.resolve("columns.csv"));
    Files.writeString(folder.resolve("extra"), "");
    byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));
    Files.write(
        folder.resolve("manifest.json"),
        new String(manifest, StandardCharsets.UTF_8)
            .replace("Everyone", "Nobody!!")
            .getBytes(StandardCharsets.UTF_8));

    assertThat(faults())
        .containsExactlyInAnyOrder(
            "manifest.json signature",
            "README.txt altered",
            "columns.csv missing-file",
            "extra extra-file");
  }

  @Test
  void aPackageSignedAnewByAnotherKeyFailsAgainstTheTrustedOne() {
    SigningKey other = Packages.newKey();

    Verification own = ExportVerifier.verify(folder, Optional.of(Packages.KEY.publicKey()));
    Verification foreign = ExportVerifier.verify(folder, Optional.of(other.publicKey()));

    assertThat(own.valid()).isTrue();
    assertThat(own.fingerprint()).isEqualTo(Packages.KEY.fingerprint());
    assertThat(foreign.faults()).extracting(Problem::rule).containsExactly("other-key");
  }

  @Test
  void aManifestCannotNameFilesElsewhere() throws IOException {
    byte[] manifest =
        Files.readString(folder.resolve("manifest.json"))
            .replace("\"README.txt\"", "\"../README.txt\"")
            .getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("manifest.json"), manifest);
    Files.write(
        folder.resolve("signature.json"), PackageSignature.of(Packages.KEY, manifest).bytes());

    assertThat(faults()).containsExactly("manifest.json bad-name", "README.txt extra-file");
  }

  @Test
  void aFolderThatIsNotThereIsWrongUse() {
    assertThatThrownBy(() -> ExportVerifier.verify(home.resolve("none")))
        .hasMessageContaining("there is no such folder");
  }

  @Test
  void aPackageOfTheSuiteSmIsCheckedAsStrictly() throws IOException {
    SigningKey key = SigningKey.newOf(SignatureSuite.SM);
    Path sm = home.resolve("sm");
    Packages.write(sm, List.of(), Packages.declaration("csv"), key);
    Verification whole = ExportVerifier.verify(sm, Optional.of(key.publicKey()));
    byte[] manifest = Files.readAllBytes(sm.resolve("manifest.json"));
    Packages.write(sm, List.of(), Packages.declaration("csv"), key);

    assertThat(whole.faults()).isEmpty();
    assertThat(whole.suite()).isEqualTo("sm");
    assertThat(whole.fingerprint()).isEqualTo(key.fingerprint());
    assertThat(new String(manifest, StandardCharsets.UTF_8))
        .contains("\"suite\" : \"sm\"", "\"sm3\" : ")
        .doesNotContain("\"sha256\"");
    assertThat(Files.readString(sm.resolve("README.txt"))).contains("SM2", "SM3");
    for (String name : List.of("README.txt", "signature.json", "manifest.json")) {
      byte[] bytes = Files.readAllBytes(sm.resolve(name));
      for (int place = 0; place < bytes.length; place += 17) {
        bytes[place] ^= 1;
        Files.write(sm.resolve(name), bytes);
        assertThat(ExportVerifier.verify(sm).valid()).as("%s, byte %s", name, place).isFalse();
        bytes[place] ^= 1;
      }
      Files.write(sm.resolve(name), bytes);
    }
    assertThat(ExportVerifier.verify(sm).faults()).isEmpty();
  }

  @Test
  void aManifestOfOneSuiteWithASignatureOfAnotherFails() throws IOException {
    SigningKey sm = SigningKey.newOf(SignatureSuite.SM);
    byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));
    Files.write(folder.resolve("signature.json"), PackageSignature.of(sm, manifest).bytes());

    assertThat(faults()).containsExactly("signature.json other-suite");
  }

  @Test
  void aSuiteThatIsNotKnownIsNamed() throws IOException {
    byte[] manifest =
        Files.readString(folder.resolve("manifest.json"))
            .replace("\"suite\" : \"international\"", "\"suite\" : \"none\"")
            .getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("manifest.json"), manifest);
    Files.write(
        folder.resolve("signature.json"), PackageSignature.of(Packages.KEY, manifest).bytes());

    assertThat(faults()).contains("manifest.json unknown-format");
    assertThat(ExportVerifier.verify(folder).valid()).isFalse();
  }
}
