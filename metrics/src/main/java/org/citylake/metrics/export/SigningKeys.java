package org.citylake.metrics.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.citylake.metrics.export.suite.SignatureSuite;

/**
 * The home's key pair for exports, in one PEM file (RFC 7468): the private key as PKCS#8, then the
 * public key as X.509 SubjectPublicKeyInfo. Each suite has its own file, which is readable by its
 * owner alone.
 */
public final class SigningKeys {
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private SigningKeys() {}

  /**
   * The home's key pair, made on first use. Two processes that make it at once end with the same.
   *
   * @throws CityLakeException of kind EXTERNAL when the file cannot be made, read or used
   */
  public static SigningKey loadOrCreate(Home home, SignatureSuite suite) {
    Path file = home.secrets().resolve(file(suite));
    try {
      if (!Files.exists(file)) {
        home.create();
        create(suite, home.secrets(), file);
      }
      return load(suite, file);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot use the export signing key "
              + file
              + ": "
              + e.getMessage()
              + ". Restore it from a backup; or move it away, and a new key is made, whose"
              + " fingerprint readers have to be told",
          e);
    }
  }

  /**
   * The public key in a PEM file, such as one that a publisher hands out.
   *
   * @throws CityLakeException of kind USER when there is none
   */
  public static PublicKey readPublicKey(Path file) {
    try {
      byte[] encoded = encodedPublicKey(file);
      for (SignatureSuite suite : SignatureSuite.ALL) {
        Optional<PublicKey> key = find(suite, encoded);
        if (key.isPresent()) {
          return key.get();
        }
      }
      throw new IOException("its key is of no known suite");
    } catch (IOException | IllegalArgumentException e) {
      throw new CityLakeException(
          Kind.USER, "Cannot read a public key from " + file + ": " + e.getMessage(), e);
    }
  }

  private static Optional<PublicKey> find(SignatureSuite suite, byte[] encoded) {
    try {
      return Optional.of(suite.publicKey(encoded));
    } catch (GeneralSecurityException e) {
      // A key of another suite.
      return Optional.empty();
    }
  }

  private static byte[] encodedPublicKey(Path file) throws IOException {
    return block(Files.readString(file, StandardCharsets.US_ASCII), PUBLIC)
        .orElseThrow(() -> new IOException("it has no block '" + PUBLIC + "'"));
  }

  private static String file(SignatureSuite suite) {
    return suite.equals(SignatureSuite.INTERNATIONAL)
        ? "export-signing-key.pem"
        : "export-signing-key-" + suite.name() + ".pem";
  }

  /** The public key as PEM text, to be handed out. */
  public static String publicPem(PublicKey key) {
    return pem(PUBLIC, key.getEncoded());
  }

  private static void create(SignatureSuite suite, Path folder, Path file) throws IOException {
    KeyPair pair = suite.newKeyPair();
    String name = file(suite);
    Path part =
        folder.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? Files.createTempFile(
                folder,
                name,
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(folder, name, ".part");
    try {
      Files.writeString(
          part,
          pem(PRIVATE, pair.getPrivate().getEncoded()) + pem(PUBLIC, pair.getPublic().getEncoded()),
          StandardCharsets.US_ASCII);
      FileSync.file(part);
      try {
        // A link, unlike a move, fails when another process was first.
        Files.createLink(file, part);
      } catch (FileAlreadyExistsException e) {
        return;
      } catch (UnsupportedOperationException e) {
        Files.move(part, file);
      }
      FileSync.folder(folder);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static SigningKey load(SignatureSuite suite, Path file)
      throws IOException, GeneralSecurityException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    PrivateKey privateKey =
        suite.privateKey(
            block(text, PRIVATE)
                .orElseThrow(() -> new IOException("it has no block '" + PRIVATE + "'")));
    SigningKey key = new SigningKey(suite, privateKey, suite.publicKey(encodedPublicKey(file)));
    byte[] probe = file(suite).getBytes(StandardCharsets.US_ASCII);
    if (!suite.valid(key.publicKey(), probe, key.sign(probe))) {
      throw new IOException("its two keys do not belong together");
    }
    return key;
  }

  private static String pem(String label, byte[] bytes) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static Optional<byte[]> block(String text, String label) {
    Matcher matcher =
        Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label)
            .matcher(text);
    return matcher.find()
        ? Optional.of(Base64.getMimeDecoder().decode(matcher.group(1)))
        : Optional.empty();
  }
}
