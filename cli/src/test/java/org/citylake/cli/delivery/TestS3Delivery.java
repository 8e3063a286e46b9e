package org.citylake.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citylake.cli.delivery.Delivery.Outcome;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.declaration.SecretReference;
import org.citylake.core.secret.Secrets;
import org.citylake.metrics.export.ExportVerifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against moto's S3 server. */
class TestS3Delivery {
  private static final String SLOT = "2016-12-01T00:00:00Z";
  private static final String KEY = "city/figures/20161201T000000Z/";

  private static @Nullable S3Server server;

  private final Path folder;

  TestS3Delivery(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void start(@TempDir Path logs) throws Exception {
    server = S3Server.start(logs.resolve("moto.log"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  private static S3Server server() {
    return Objects.requireNonNull(server);
  }

  @BeforeEach
  void emptyBucket() {
    server().newBucket("exports");
  }

  private static Delivery delivery(URI endpoint, String bucket) {
    return new S3Delivery(
        new ExportDestination.S3(
            "store",
            bucket,
            "city",
            "us-east-1",
            Optional.of(endpoint),
            true,
            new SecretReference.Environment("ACCESS"),
            new SecretReference.Environment("SECRET")),
        new Secrets(Map.of("ACCESS", "id", "SECRET", "s3cret")));
  }

  private static Delivery delivery() {
    return delivery(server().endpoint(), "exports");
  }

  private SlotPackage given(String release) {
    return SlotPackages.slot(folder, release, SLOT);
  }

  @Test
  void thePackageIsThereWholeAndOnce() throws IOException {
    Outcome first = delivery().deliver(given("r1"));
    Outcome second = delivery().deliver(given("r1"));

    assertThat(first).isEqualTo(Outcome.DELIVERED);
    assertThat(second).isEqualTo(Outcome.THERE_ALREADY);
    List<String> keys = server().keys("exports");
    assertThat(keys).hasSize(6).contains(KEY + "manifest.json", KEY + "signature.json");
    Path back = Files.createDirectory(folder.resolve("back"));
    for (String key : keys) {
      Files.write(back.resolve(key.substring(KEY.length())), server().read("exports", key));
    }
    assertThat(ExportVerifier.verify(back).faults()).isEmpty();
  }

  @Test
  void whatADeliveryThatWasKilledBeforeTheManifestLeftIsCompleted() throws IOException {
    server().write("exports", KEY + "README.txt", "half");

    assertThat(delivery().deliver(given("r1"))).isEqualTo(Outcome.DELIVERED);

    assertThat(server().read("exports", KEY + "README.txt")).hasSizeGreaterThan(100);
  }

  @Test
  void anotherPackageInTheSlotsPlaceStaysAndIsNamed() throws IOException {
    delivery().deliver(given("r1"));

    assertThatThrownBy(() -> delivery().deliver(given("r2")))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("s3://exports/" + KEY + " holds another package");
    assertThat(new String(server().read("exports", KEY + "manifest.json"), StandardCharsets.UTF_8))
        .contains("\"r1\"");
  }

  @Test
  void aManifestIsNotWrittenOverOneThatCameMeanwhile() {
    server().write("exports", KEY + "manifest.json", "of another");

    assertThat(server().refusesToOverwrite("exports", KEY + "manifest.json")).isTrue();
  }

  @Test
  void aBucketThatIsNotThereIsAFailureOfTheDestination() {
    assertThatThrownBy(() -> delivery(server().endpoint(), "none").deliver(given("r1")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("s3://none/" + KEY);
  }

  @Test
  void aStoreThatIsDownIsAFailureOfTheDestination() {
    assertThatThrownBy(
            () -> delivery(URI.create("http://127.0.0.1:1"), "exports").deliver(given("r1")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("s3://exports/");
  }
}
