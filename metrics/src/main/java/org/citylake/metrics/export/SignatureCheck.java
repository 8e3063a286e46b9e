package org.citylake.metrics.export;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.export.suite.SignatureSuite;
import org.jspecify.annotations.Nullable;

/** Whether a package's signature file is in its one form and fits the manifest and the key. */
final class SignatureCheck {
  private final byte @Nullable [] manifest;
  private final Optional<SignatureSuite> ofManifest;
  private final Optional<PublicKey> trusted;
  private final Problems faults;

  /**
   * A check.
   *
   * @param manifest the manifest's bytes; null when there is none
   * @param ofManifest the suite that the manifest names
   * @param trusted the key that has to have signed
   * @param faults takes what is wrong
   */
  SignatureCheck(
      byte @Nullable [] manifest,
      Optional<SignatureSuite> ofManifest,
      Optional<PublicKey> trusted,
      Problems faults) {
    this.manifest = manifest;
    this.ofManifest = ofManifest;
    this.trusted = trusted;
    this.faults = faults;
  }

  /**
   * Checks the signature file.
   *
   * @param bytes its content
   * @return fingerprint of the key that it names; empty when the file is none
   */
  String fingerprint(byte[] bytes) {
    try {
      PackageSignature signature = PackageSignature.read(bytes);
      Optional<SignatureSuite> suite = SignatureSuite.find(signature.suite());
      if (suite.isEmpty()) {
        throw new IOException("the suite '" + signature.suite() + "' is not known");
      }
      if (ofManifest.isPresent() && !ofManifest.equals(suite)) {
        faults.add(
            PackageSignature.FILE,
            0,
            "other-suite",
            signature.suite(),
            "The manifest is of the suite "
                + ofManifest.get().name()
                + ", the signature of another: both must be of one");
      }
      return fingerprint(suite.get(), signature, bytes);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      faults.add(
          PackageSignature.FILE,
          0,
          "altered",
          "",
          "The signature file is none: " + ExportVerifier.reason(e));
      return "";
    }
  }

  private String fingerprint(SignatureSuite suite, PackageSignature signature, byte[] bytes)
      throws GeneralSecurityException {
    if (!Arrays.equals(signature.canonicalBytes(suite), bytes)) {
      faults.add(
          PackageSignature.FILE,
          0,
          "altered",
          "",
          "The signature file is not as the platform writes it");
    }
    PublicKey key = suite.publicKey(signature.publicKeyBytes());
    if (manifest != null && !suite.valid(key, manifest, signature.signatureBytes())) {
      faults.add(
          Manifest.FILE, 0, "signature", "", "The signature does not fit the manifest's bytes");
    }
    String fingerprint = suite.digest(signature.publicKeyBytes());
    if (trusted.isPresent()
        && !Arrays.equals(trusted.get().getEncoded(), signature.publicKeyBytes())) {
      faults.add(
          PackageSignature.FILE,
          0,
          "other-key",
          fingerprint,
          "The package is signed by another key than " + suite.digest(trusted.get().getEncoded()));
    }
    return fingerprint;
  }
}
