package org.citylake.metrics.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;

/**
 * The home's key pair for exports, in one PEM file (RFC 7468): the private key as PKCS#8, then the
 * public key as X.509 SubjectPublicKeyInfo. The file is readable by its owner alone.
 */
public final class SigningKeys {
  private static final String FILE = "export-signing-key.pem";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private SigningKeys() {}

  /**
   * The home's key pair, made on first use. Two processes that make it at once end with the same.
   *
   * @throws CityLakeException of kind EXTERNAL when the file cannot be made, read or used
   */
  public static SigningKey loadOrCreate(Home home) {
    Path file = home.secrets().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        home.create();
        create(home.secrets(), file);
      }
      return load(file);
    } catch (IOException | GeneralSecurityException e) {
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
      return SigningKey.publicKey(
          block(Files.readString(file, StandardCharsets.US_ASCII), PUBLIC)
              .orElseThrow(() -> new IOException("it has no block '" + PUBLIC + "'")));
    } catch (IOException | GeneralSecurityException e) {
      throw new CityLakeException(
          Kind.USER, "Cannot read a public key from " + file + ": " + e.getMessage(), e);
    }
  }

  /** The public key as PEM text, to be handed out. */
  public static String publicPem(PublicKey key) {
    return pem(PUBLIC, key.getEncoded());
  }

  private static void create(Path folder, Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(SigningKey.ALGORITHM).generateKeyPair();
    Path part =
        folder.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? Files.createTempFile(
                folder,
                FILE,
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(folder, FILE, ".part");
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

  private static SigningKey load(Path file) throws IOException, GeneralSecurityException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    PrivateKey privateKey =
        KeyFactory.getInstance(SigningKey.ALGORITHM)
            .generatePrivate(
                new PKCS8EncodedKeySpec(
                    block(text, PRIVATE)
                        .orElseThrow(() -> new IOException("it has no block '" + PRIVATE + "'"))));
    SigningKey key = new SigningKey(privateKey, readPublicKey(file));
    byte[] probe = FILE.getBytes(StandardCharsets.US_ASCII);
    if (!SigningKey.valid(key.publicKey(), probe, key.sign(probe))) {
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
