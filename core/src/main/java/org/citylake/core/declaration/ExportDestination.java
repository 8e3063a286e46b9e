package org.citylake.core.declaration;

import java.net.URI;
import java.util.Optional;

/** Where packages are delivered to, beside the home. */
public sealed interface ExportDestination {

  /** Its name within the export; the record of its deliveries stands under it. */
  String name();

  /** What it is, without secrets, for people. */
  String shown();

  /**
   * Another folder of this machine or of a mounted file system.
   *
   * @param name see {@link ExportDestination#name}
   * @param path absolute; packages go to {@code PATH/EXPORT/SLOT/}
   */
  record Folder(String name, String path) implements ExportDestination {
    @Override
    public String shown() {
      return path;
    }
  }

  /**
   * A bucket of an S3 store.
   *
   * @param name see {@link ExportDestination#name}
   * @param bucket the bucket
   * @param prefix objects are called {@code PREFIX/EXPORT/SLOT/FILE}; may be empty
   * @param region the region
   * @param endpoint address of a store that is not of AWS
   * @param pathStyle whether the bucket stands in the path and not in the host
   * @param accessKey id of the access key
   * @param secretKey the secret access key
   */
  record S3(
      String name,
      String bucket,
      String prefix,
      String region,
      Optional<URI> endpoint,
      boolean pathStyle,
      SecretReference accessKey,
      SecretReference secretKey)
      implements ExportDestination {
    @Override
    public String shown() {
      return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }
  }

  /**
   * A folder of an SFTP server.
   *
   * @param name see {@link ExportDestination#name}
   * @param host the server
   * @param port its port
   * @param user who logs in
   * @param path packages go to {@code PATH/EXPORT/SLOT/}
   * @param knownHosts file with the keys of known hosts, as OpenSSH writes it
   * @param privateKey the user's private key; else there is a password
   * @param password the user's password; else there is a private key
   */
  record Sftp(
      String name,
      String host,
      int port,
      String user,
      String path,
      String knownHosts,
      Optional<SecretReference> privateKey,
      Optional<SecretReference> password)
      implements ExportDestination {
    @Override
    public String shown() {
      return "sftp://" + user + "@" + host + ":" + port + path;
    }
  }

  /**
   * A web server that takes whole packages as ZIP files.
   *
   * @param name see {@link ExportDestination#name}
   * @param url packages go to {@code URL/EXPORT/SLOT.zip}
   * @param method PUT or POST
   * @param token the bearer token
   */
  record Http(String name, URI url, String method, Optional<SecretReference> token)
      implements ExportDestination {
    @Override
    public String shown() {
      return url.toString();
    }
  }
}
