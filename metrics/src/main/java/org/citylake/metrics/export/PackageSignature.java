package org.citylake.metrics.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.Base64;
import java.util.Objects;
import org.citylake.core.json.Json;
import org.citylake.metrics.export.suite.SignatureSuite;

/**
 * {@code signature.json}: the suite's signature over the exact bytes of the manifest. There is one
 * way to write a signature, so a reader can refuse any other bytes.
 *
 * @param suite the algorithm suite, {@code international} or {@code sm}
 * @param algorithm {@code Ed25519} or {@code SM2}
 * @param publicKey X.509 SubjectPublicKeyInfo, Base64
 * @param fingerprint the suite's digest of the public key's bytes
 * @param signature Base64; 64 bytes, or DER of SM2's two numbers
 */
record PackageSignature(
    @JsonProperty("suite") String suite,
    @JsonProperty("algorithm") String algorithm,
    @JsonProperty("public_key") String publicKey,
    @JsonProperty("fingerprint") String fingerprint,
    @JsonProperty("signature") String signature) {
  static final String FILE = "signature.json";

  PackageSignature {
    Objects.requireNonNull(suite, "suite is missing");
    Objects.requireNonNull(publicKey, "public_key is missing");
    Objects.requireNonNull(signature, "signature is missing");
  }

  static PackageSignature of(SigningKey key, byte[] manifest) {
    return of(key.suite(), key.publicKey().getEncoded(), key.sign(manifest));
  }

  private static PackageSignature of(SignatureSuite suite, byte[] publicKey, byte[] signature) {
    return new PackageSignature(
        suite.name(),
        suite.algorithm(),
        Base64.getEncoder().encodeToString(publicKey),
        suite.digest(publicKey),
        Base64.getEncoder().encodeToString(signature));
  }

  static PackageSignature read(byte[] bytes) throws IOException {
    PackageSignature read = Json.mapper().readValue(bytes, PackageSignature.class);
    if (read == null) {
      throw new IOException("it is empty");
    }
    return read;
  }

  byte[] bytes() {
    return Manifest.ownLines(this);
  }

  /**
   * The bytes in which the same keys and signature are written by this class.
   *
   * @throws IllegalArgumentException when they are no Base64
   */
  byte[] canonicalBytes(SignatureSuite known) {
    return of(known, publicKeyBytes(), signatureBytes()).bytes();
  }

  byte[] publicKeyBytes() {
    return Base64.getDecoder().decode(publicKey);
  }

  byte[] signatureBytes() {
    return Base64.getDecoder().decode(signature);
  }
}
