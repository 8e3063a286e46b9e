package org.citylake.metrics.export.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;

/**
 * A digest and a signature that belong together. The same key and bytes give the same signature, so
 * that the same release gives the same package.
 */
public sealed interface SignatureSuite permits InternationalSuite, SmSuite {
  /** SHA-256 and Ed25519; the default. */
  SignatureSuite INTERNATIONAL = new InternationalSuite();

  /** SM3 and SM2, for whom the law asks commercial cryptography of. */
  SignatureSuite SM = new SmSuite();

  /** All suites. */
  List<SignatureSuite> ALL = List.of(INTERNATIONAL, SM);

  /** The suite of that name, if there is one. */
  static Optional<SignatureSuite> find(String name) {
    return ALL.stream().filter(suite -> suite.name().equals(name)).findFirst();
  }

  /**
   * The suite that a setting names; without one the international.
   *
   * @param setting where the name comes from, for the message
   * @throws CityLakeException of kind USER when there is no such suite
   */
  static SignatureSuite ofSetting(String setting, String name) {
    List<String> names = ALL.stream().map(SignatureSuite::name).toList();
    return name.isBlank()
        ? INTERNATIONAL
        : find(name)
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER,
                        setting
                            + " must be one of "
                            + String.join(", ", names)
                            + " and is '"
                            + name
                            + "'"
                            + NearestName.hint(name, names)));
  }

  /** As settings, manifests and signatures call it. */
  String name();

  /** The signature's name. */
  String algorithm();

  /** The digest's name, lower-case without a hyphen, as manifests have it. */
  String digestName();

  /** A new digest. */
  MessageDigest newDigest();

  /** A new pair of keys. */
  KeyPair newKeyPair();

  /** The public key of that X.509 form; throws when it is none of this suite. */
  PublicKey publicKey(byte[] encoded) throws GeneralSecurityException;

  /** The private key of that PKCS#8 form; throws when it is none of this suite. */
  PrivateKey privateKey(byte[] encoded) throws GeneralSecurityException;

  /** The signature over the bytes. */
  byte[] sign(PrivateKey key, byte[] bytes);

  /** Whether the signature is that of the bytes; a malformed one is not. */
  boolean valid(PublicKey key, byte[] bytes, byte[] signature);

  /** The digest of bytes, in lower-case hexadecimal digits. */
  default String digest(byte[] bytes) {
    return HexFormat.of().formatHex(newDigest().digest(bytes));
  }

  /** The digest of a file, read as a stream. */
  default String digest(Path file) {
    MessageDigest digest = newDigest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
