package org.citylake.cli.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.json.ContentHash;
import org.citylake.core.secret.Secrets;

/**
 * Sends the package as one ZIP file to {@code URL/EXPORT/SLOT.zip}. The server sees every attempt
 * of one slot under the same {@code Idempotency-Key} and name, so it can tell a repetition.
 * Redirects are not followed, so the token goes to the declared server alone.
 */
record HttpDelivery(ExportDestination.Http destination, Secrets secrets) implements Delivery {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int LONGEST_ANSWER = 200;

  @Override
  public Outcome deliver(SlotPackage given) throws IOException {
    URI address =
        URI.create(destination.url() + "/" + given.export() + "/" + given.slotName() + ".zip");
    Path zip = Files.createTempFile("citylake-" + given.export() + "-", ".zip");
    try {
      PackageZip.write(given, zip);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              .header("Content-Type", "application/zip")
              .header("Idempotency-Key", given.idempotencyKey(destination.name()))
              .header("Content-Digest", "sha-256=:" + digest(zip) + ":")
              .method(destination.method(), HttpRequest.BodyPublishers.ofFile(zip));
      destination
          .token()
          .ifPresent(token -> request.header("Authorization", "Bearer " + secrets.load(token)));
      send(address, request.build());
      return Outcome.DELIVERED;
    } finally {
      Files.deleteIfExists(zip);
    }
  }

  private static void send(URI address, HttpRequest request) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    HttpResponse<String> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException("cannot reach " + address + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while sending to " + address, e);
    }
    if (response.statusCode() / 100 != 2) {
      String answer = response.body().strip();
      throw new IOException(
          address
              + " answered "
              + response.statusCode()
              + (answer.isEmpty()
                  ? ""
                  : ": " + answer.substring(0, Math.min(LONGEST_ANSWER, answer.length()))));
    }
  }

  private static String digest(Path zip) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(ContentHash.of(zip)));
  }
}
