package org.citylake.metrics.export;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.citylake.metrics.export.suite.SignatureSuite;

/**
 * A key pair that signs exports: the same bytes give the same signature.
 *
 * @param suite the algorithms
 * @param privateKey signs
 * @param publicKey checks
 */
public record SigningKey(SignatureSuite suite, PrivateKey privateKey, PublicKey publicKey) {
  /** A new key pair. */
  public static SigningKey newOf(SignatureSuite suite) {
    KeyPair pair = suite.newKeyPair();
    return new SigningKey(suite, pair.getPrivate(), pair.getPublic());
  }

  /** The suite's digest of the public key's X.509 form, as people compare keys. */
  public String fingerprint() {
    return suite.digest(publicKey.getEncoded());
  }

  /** The signature over the bytes. */
  public byte[] sign(byte[] bytes) {
    return suite.sign(privateKey, bytes);
  }

  /** Does not show the private key. */
  @Override
  public String toString() {
    return "SigningKey[" + suite + " " + fingerprint() + "]";
  }
}
