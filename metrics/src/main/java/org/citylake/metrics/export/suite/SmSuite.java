package org.citylake.metrics.export.suite;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.bouncycastle.jce.interfaces.ECKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;

/**
 * SM3 (GB/T 32905-2016) and SM2 (GB/T 32918.2-2016) on the recommended curve (GB/T 32918.5-2017),
 * with the default identity {@code 1234567812345678}; signatures are DER.
 *
 * <p>SM2 leaves the number {@code k} of a signature to chance. Here it is derived from the key and
 * the bytes by RFC 6979 with HMAC-SM3, which gives one signature for one manifest and needs no good
 * source of chance when signing; to who verifies it is a signature like any other.
 */
final class SmSuite implements SignatureSuite {
  private static final String CURVE = "sm2p256v1";

  // An object of our own: what the process as a whole offers by name stays as it was.
  private final BouncyCastleProvider provider = new BouncyCastleProvider();

  @Override
  public String name() {
    return "sm";
  }

  @Override
  public String algorithm() {
    return "SM2";
  }

  @Override
  public String digestName() {
    return "sm3";
  }

  @Override
  public MessageDigest newDigest() {
    return new SM3.Digest();
  }

  @Override
  public KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
      generator.initialize(new ECGenParameterSpec(CURVE));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider has the SM2 curve", e);
    }
  }

  @Override
  public PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
    return onCurve(keys().generatePublic(new X509EncodedKeySpec(encoded)));
  }

  @Override
  public PrivateKey privateKey(byte[] encoded) throws GeneralSecurityException {
    return onCurve(keys().generatePrivate(new PKCS8EncodedKeySpec(encoded)));
  }

  @Override
  public byte[] sign(PrivateKey key, byte[] bytes) {
    try {
      ECPrivateKeyParameters parameters =
          (ECPrivateKeyParameters) ECUtil.generatePrivateKeyParameter(key);
      SM2Signer signer = new SM2Signer(new SM3Digest());
      signer.init(
          true, new ParametersWithRandom(parameters, DerivedRandom.of(parameters, hash(bytes))));
      signer.update(bytes, 0, bytes.length);
      return signer.generateSignature();
    } catch (InvalidKeyException | CryptoException e) {
      throw new IllegalStateException("an SM2 key signs everything", e);
    }
  }

  @Override
  public boolean valid(PublicKey key, byte[] bytes, byte[] signature) {
    try {
      SM2Signer signer = new SM2Signer(new SM3Digest());
      signer.init(false, ECUtil.generatePublicKeyParameter(key));
      signer.update(bytes, 0, bytes.length);
      return signer.verifySignature(signature);
    } catch (InvalidKeyException e) {
      // A key of another kind has not signed it.
      return false;
    }
  }

  private byte[] hash(byte[] bytes) {
    return newDigest().digest(bytes);
  }

  private KeyFactory keys() throws GeneralSecurityException {
    return KeyFactory.getInstance("EC", provider);
  }

  private static <T extends Key> T onCurve(T key) throws InvalidKeyException {
    if (key instanceof ECKey ec
        && ec.getParameters() instanceof ECNamedCurveParameterSpec curve
        && curve.getName().equals(CURVE)) {
      return key;
    }
    throw new InvalidKeyException("the key is not on the curve of SM2");
  }

  @Override
  public String toString() {
    return name();
  }
}
