package org.citylake.metrics.export;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.citylake.core.json.ContentHash;

/**
 * A key pair that signs exports by Ed25519 (RFC 8032): the same bytes give the same signature.
 *
 * @param privateKey signs
 * @param publicKey checks
 */
public record SigningKey(PrivateKey privateKey, PublicKey publicKey) {
  static final String ALGORITHM = "Ed25519";

  /** SHA-256 of the public key's X.509 form, as people compare keys. */
  public String fingerprint() {
    return ContentHash.of(publicKey.getEncoded());
  }

  /** The signature over the bytes, 64 bytes long. */
  public byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key signs everything", e);
    }
  }

  /** Whether the signature is that of the bytes. */
  static boolean valid(PublicKey key, byte[] bytes, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      // A malformed signature is an invalid one.
      return false;
    }
  }

  /** The key of that X.509 form. */
  static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }

  /** Does not show the private key. */
  @Override
  public String toString() {
    return "SigningKey[" + fingerprint() + "]";
  }
}
