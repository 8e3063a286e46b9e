package org.citylake.cli.delivery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Moto's server of S3, a program of Python's, on this machine.
 *
 * @param process the server
 * @param endpoint its address
 * @param client a client with the same keys
 */
record S3Server(Process process, URI endpoint, S3Client client) implements AutoCloseable {
  private static final String INSTALL =
      "moto_server is not installed: pip install 'moto[server,s3]', or name it in"
          + " CITYLAKE_MOTO_SERVER";

  /** Starts one; leaves the tests out where there is none, but not on a build server. */
  static S3Server start(Path log) throws IOException, InterruptedException {
    Optional<Path> program = find();
    if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(INSTALL);
    }
    assumeTrue(program.isPresent(), INSTALL);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                program.orElseThrow().toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    while (!answers(port)) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("moto ended: " + Files.readString(log));
      }
    }
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    return new S3Server(
        process,
        endpoint,
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .endpointOverride(endpoint)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "s3cret")))
            .build());
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      // Not yet.
      return false;
    }
  }

  private static Optional<Path> find() {
    String named = System.getenv().getOrDefault("CITYLAKE_MOTO_SERVER", "");
    Stream<Path> onPath =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder).resolve("moto_server"));
    return (named.isEmpty() ? onPath : Stream.of(Path.of(named)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Makes a bucket, or empties it. */
  void newBucket(String bucket) {
    client.createBucket(b -> b.bucket(bucket));
    keys(bucket).forEach(key -> client.deleteObject(d -> d.bucket(bucket).key(key)));
  }

  List<String> keys(String bucket) {
    return client.listObjectsV2(l -> l.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  byte[] read(String bucket, String key) {
    return client.getObjectAsBytes(g -> g.bucket(bucket).key(key)).asByteArray();
  }

  void write(String bucket, String key, String text) {
    client.putObject(p -> p.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  /** Whether the server keeps to If-None-Match, as the manifest's put relies on. */
  boolean refusesToOverwrite(String bucket, String key) {
    try {
      client.putObject(
          p -> p.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromString("other"));
      return false;
    } catch (S3Exception e) {
      return e.statusCode() == 412;
    }
  }

  @Override
  public void close() throws InterruptedException {
    client.close();
    process.destroy();
    process.waitFor();
  }
}
