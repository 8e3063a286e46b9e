package org.citylake.cli.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.secret.Secrets;
import org.citylake.metrics.export.PackageCopy;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Puts objects {@code PREFIX/EXPORT/SLOT/FILE}. A bucket cannot rename, so the manifest is put last
 * and only where none is: a package without its manifest is none, and two that come at once end
 * with one.
 */
record S3Delivery(ExportDestination.S3 destination, Secrets secrets) implements Delivery {
  private static final int EXISTS = 412;

  @Override
  public Outcome deliver(SlotPackage given) throws IOException {
    String folder =
        (destination.prefix().isEmpty() ? "" : destination.prefix() + "/")
            + given.export()
            + "/"
            + given.slotName()
            + "/";
    String manifestKey = folder + PackageCopy.manifest();
    String place = "s3://" + destination.bucket() + "/" + folder;
    try (S3Client s3 = client()) {
      Optional<byte[]> there = find(s3, manifestKey);
      if (there.isPresent()) {
        return Occupied.compare(there.get(), given.manifest(), place);
      }
      List<String> files = given.files();
      for (String name : files.subList(0, files.size() - 1)) {
        Path file = given.folder().resolve(name);
        s3.putObject(p -> p.bucket(destination.bucket()).key(folder + name), file);
      }
      Path manifest = given.folder().resolve(PackageCopy.manifest());
      try {
        s3.putObject(
            p -> p.bucket(destination.bucket()).key(manifestKey).ifNoneMatch("*"), manifest);
      } catch (S3Exception e) {
        if (e.statusCode() != EXISTS) {
          throw e;
        }
        return Occupied.compare(find(s3, manifestKey).orElse(new byte[0]), given.manifest(), place);
      }
      return Outcome.DELIVERED;
    } catch (SdkException e) {
      throw new IOException(place + ": " + e.getMessage(), e);
    }
  }

  private Optional<byte[]> find(S3Client s3, String key) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(g -> g.bucket(destination.bucket()).key(key)).asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private S3Client client() {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .region(Region.of(destination.region()))
            .forcePathStyle(destination.pathStyle())
            // Stores that are not of AWS do not all know the newer checksums.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        secrets.load(destination.accessKey()),
                        secrets.load(destination.secretKey()))));
    destination.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }
}
