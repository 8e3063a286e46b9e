package org.citylake.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.citylake.cli.delivery.Delivery.Outcome;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.declaration.SecretReference;
import org.citylake.core.secret.Secrets;
import org.citylake.metrics.export.ExportVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSftpDelivery {
  private static final String SLOT = "2016-12-01T00:00:00Z";
  private static final KeyPair HOST = newKey();
  private static final KeyPair USER = newKey();
  private static final KeyPair STRANGER = newKey();

  private final Path folder;
  private final Path remote;
  private final Path knownHosts;
  private final SshServer server = SshServer.setUpDefaultServer();

  TestSftpDelivery(@TempDir Path folder) {
    this.folder = folder;
    this.remote = folder.resolve("remote");
    this.knownHosts = folder.resolve("known_hosts");
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(remote.resolve("in"));
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(HOST));
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("city") && password.equals("s3cret"));
    server.setPublickeyAuthenticator(
        (user, key, session) -> KeyUtils.compareKeys(key, USER.getPublic()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(remote));
    server.start();
    trust(HOST);
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(true);
  }

  private void trust(KeyPair key) throws IOException {
    Files.writeString(
        knownHosts,
        "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
  }

  private Delivery withPassword(String password) {
    return delivery(
        Optional.empty(), Optional.of(new SecretReference.Environment("SFTP")), password);
  }

  private Delivery delivery(
      Optional<SecretReference> key, Optional<SecretReference> password, String secret) {
    return new SftpDelivery(
        new ExportDestination.Sftp(
            "bureau",
            "127.0.0.1",
            server.getPort(),
            "city",
            "/in",
            knownHosts.toString(),
            key,
            password),
        new Secrets(Map.of("SFTP", secret)));
  }

  private SlotPackage given(String release) {
    return SlotPackages.slot(folder, release, SLOT);
  }

  private Path delivered() {
    return remote.resolve("in/figures/20161201T000000Z");
  }

  @Test
  void thePackageStandsWholeUnderTheSlotsNameAndOnce() throws IOException {
    Outcome first = withPassword("s3cret").deliver(given("r1"));
    Outcome second = withPassword("s3cret").deliver(given("r1"));

    assertThat(first).isEqualTo(Outcome.DELIVERED);
    assertThat(second).isEqualTo(Outcome.THERE_ALREADY);
    assertThat(ExportVerifier.verify(delivered()).faults()).isEmpty();
    assertThat(remote.resolve("in/figures").toFile().list()).containsExactly("20161201T000000Z");
  }

  @Test
  void aPrivateKeyLogsInToo() throws IOException {
    Path key =
        Files.writeString(
            folder.resolve("id"),
            "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(USER.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");

    Outcome outcome =
        delivery(Optional.of(new SecretReference.File(key.toString())), Optional.empty(), "unused")
            .deliver(given("r1"));

    assertThat(outcome).isEqualTo(Outcome.DELIVERED);
    assertThat(ExportVerifier.verify(delivered()).faults()).isEmpty();
  }

  @Test
  void aServerWhoseKeyIsNotKnownGetsNothing() throws IOException {
    trust(STRANGER);

    assertThatThrownBy(() -> withPassword("s3cret").deliver(given("r1")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("key");
    assertThat(SlotPackages.below(remote)).containsExactly("in");
  }

  @Test
  void aWrongPasswordIsAFailureThatDoesNotTellIt() {
    assertThatThrownBy(() -> withPassword("wr0ng").deliver(given("r1")))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void anotherPackageInTheSlotsPlaceStaysAndIsNamed() throws IOException {
    withPassword("s3cret").deliver(given("r1"));

    assertThatThrownBy(() -> withPassword("s3cret").deliver(given("r2")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("/in/figures/20161201T000000Z holds another package");
    assertThat(delivered().resolve("manifest.json")).content().contains("\"r1\"");
  }

  @Test
  void whatAKilledDeliveryLeftBehindIsCleared() throws IOException {
    Path part = Files.createDirectories(remote.resolve("in/figures/.20161201T000000Z.part"));
    Files.writeString(part.resolve("half.csv"), "ref_ar");

    withPassword("s3cret").deliver(given("r1"));

    assertThat(remote.resolve("in/figures").toFile().list()).containsExactly("20161201T000000Z");
  }

  @Test
  void aServerThatFillsUpInTheMiddleIsLeftWithoutAPackage() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(remote.resolve("in"))) {
      assertThat(disk.folder()).isDirectory();
      assertThatThrownBy(() -> withPassword("s3cret").deliver(given("r1")))
          .isInstanceOf(IOException.class);

      assertThat(SlotPackages.below(remote)).containsExactly("in", "in/figures");
    }
  }

  @Test
  void aServerThatIsDownIsAFailureOfTheDestination() throws IOException {
    Delivery delivery = withPassword("s3cret");
    server.stop(true);

    assertThatThrownBy(() -> delivery.deliver(given("r1")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused");
  }

  @Test
  void aFolderThatTheServerLacksIsNamed() throws IOException {
    Files.delete(remote.resolve("in"));

    assertThatThrownBy(() -> withPassword("s3cret").deliver(given("r1")))
        .isInstanceOf(IOException.class)
        .hasMessage("the server has no folder /in");
  }
}
