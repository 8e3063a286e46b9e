package org.citylake.metrics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citylake.metrics.export.suite.SignatureSuite.INTERNATIONAL;
import static org.citylake.metrics.export.suite.SignatureSuite.SM;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSigningKeys {
  @TempDir Path folder = Path.of("");

  @Test
  void theKeyIsMadeOnceForTheOwnerAlone() throws IOException {
    Home home = new Home(folder);

    SigningKey first = SigningKeys.loadOrCreate(home, INTERNATIONAL);
    SigningKey second = SigningKeys.loadOrCreate(home, INTERNATIONAL);

    byte[] message = "message".getBytes(StandardCharsets.UTF_8);
    assertThat(second.sign(message)).isEqualTo(first.sign(message)).hasSize(64);
    assertThat(second.fingerprint()).isEqualTo(first.fingerprint()).hasSize(64);
    assertThat(INTERNATIONAL.valid(first.publicKey(), message, first.sign(message))).isTrue();
    try (Stream<Path> files = Files.list(home.secrets())) {
      Path file = files.toList().get(0);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(SigningKeys.readPublicKey(file)).isEqualTo(first.publicKey());
    }
    assertThat(first.toString()).doesNotContain("PrivateKey");
  }

  @Test
  void manyAtOnceEndWithTheSameKey() throws Exception {
    Home home = new Home(folder);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      Callable<String> make = () -> SigningKeys.loadOrCreate(home, INTERNATIONAL).fingerprint();
      List<Future<String>> made = pool.invokeAll(java.util.Collections.nCopies(8, make));
      for (Future<String> one : made) {
        assertThat(one.get()).isEqualTo(made.get(0).get());
      }
    } finally {
      pool.shutdownNow();
    }
    try (Stream<Path> files = Files.list(home.secrets())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aPublicKeyIsHandedOutAsPem() throws IOException {
    SigningKey key = SigningKeys.loadOrCreate(new Home(folder), INTERNATIONAL);
    Path file =
        Files.writeString(folder.resolve("key.pem"), SigningKeys.publicPem(key.publicKey()));

    assertThat(SigningKeys.readPublicKey(file)).isEqualTo(key.publicKey());
  }

  @Test
  void aBrokenKeyFileIsNamedAndNotReplaced() throws IOException {
    Home home = new Home(folder);
    SigningKeys.loadOrCreate(home, INTERNATIONAL);
    Path file = home.secrets().resolve("export-signing-key.pem");
    Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

    assertThatThrownBy(() -> SigningKeys.loadOrCreate(home, INTERNATIONAL))
        .hasMessageContaining("Cannot use the export signing key " + file)
        .hasMessageContaining("Restore it from a backup");
    assertThat(file).hasContent("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
  }

  @Test
  void eachSuiteHasAKeyOfItsOwn() throws IOException {
    Home home = new Home(folder);

    SigningKey international = SigningKeys.loadOrCreate(home, INTERNATIONAL);
    SigningKey sm = SigningKeys.loadOrCreate(home, SM);

    assertThat(SigningKeys.loadOrCreate(home, SM).fingerprint()).isEqualTo(sm.fingerprint());
    assertThat(SigningKeys.loadOrCreate(home, INTERNATIONAL).fingerprint())
        .isEqualTo(international.fingerprint());
    Path file = Files.writeString(folder.resolve("sm.pem"), SigningKeys.publicPem(sm.publicKey()));
    assertThat(SigningKeys.readPublicKey(file)).isEqualTo(sm.publicKey());
    assertThat(home.secrets().resolve("export-signing-key-sm.pem")).exists();
  }
}
