package org.citylake.metrics.export.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.encoders.Hex;
import org.citylake.core.CityLakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSignatureSuites {
  private static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);

  private static SignatureSuite suite(String name) {
    return SignatureSuite.find(name).orElseThrow();
  }

  /** GB/T 32905-2016, appendix A: examples 1 and 2. */
  @Test
  void sm3GivesTheDigestsOfItsStandard() {
    assertThat(SignatureSuite.SM.digest("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(SignatureSuite.SM.digest("abcd".repeat(16).getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
  }

  /** FIPS 180-4's example "abc". */
  @Test
  void sha256GivesTheDigestOfItsStandard() {
    assertThat(SignatureSuite.INTERNATIONAL.digest("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  /** GB/T 32918.5-2017, appendix A: the signature of "message digest" on the recommended curve. */
  @Test
  void sm2AcceptsTheSignatureOfItsStandardAndNoOther() throws Exception {
    PublicKey key =
        SignatureSuite.SM.publicKey(
            new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(
                        X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
                    Hex.decode(
                        "04"
                            + "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                            + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"))
                .getEncoded("DER"));
    String r = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    String s = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

    assertThat(SignatureSuite.SM.valid(key, MESSAGE, der(r, s))).isTrue();
    assertThat(SignatureSuite.SM.valid(key, MESSAGE, der(s, r))).isFalse();
    assertThat(SignatureSuite.SM.valid(key, new byte[0], der(r, s))).isFalse();
  }

  private static byte[] der(String r, String s) throws IOException {
    ASN1EncodableVector numbers = new ASN1EncodableVector();
    numbers.add(new ASN1Integer(new BigInteger(r, 16)));
    numbers.add(new ASN1Integer(new BigInteger(s, 16)));
    return new DERSequence(numbers).getEncoded();
  }

  @ParameterizedTest
  @ValueSource(strings = {"international", "sm"})
  void aSignatureIsTheSameForTheSameBytesAndValidForThemAlone(String name)
      throws GeneralSecurityException {
    SignatureSuite suite = suite(name);
    KeyPair pair = suite.newKeyPair();
    KeyPair other = suite.newKeyPair();
    byte[] signature = suite.sign(pair.getPrivate(), MESSAGE);

    assertThat(suite.sign(pair.getPrivate(), MESSAGE)).isEqualTo(signature);
    assertThat(suite.sign(suite.privateKey(pair.getPrivate().getEncoded()), MESSAGE))
        .isEqualTo(signature);
    assertThat(suite.valid(suite.publicKey(pair.getPublic().getEncoded()), MESSAGE, signature))
        .isTrue();
    assertThat(suite.valid(pair.getPublic(), "other".getBytes(StandardCharsets.UTF_8), signature))
        .isFalse();
    assertThat(suite.valid(other.getPublic(), MESSAGE, signature)).isFalse();
    assertThat(suite.valid(pair.getPublic(), MESSAGE, new byte[] {1, 2, 3})).isFalse();
    assertThat(suite.sign(pair.getPrivate(), new byte[0])).isNotEqualTo(signature);
  }

  @Test
  void aKeyOfAnotherSuiteOrCurveIsRefused() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    byte[] p256 = generator.generateKeyPair().getPublic().getEncoded();
    byte[] ed25519 = SignatureSuite.INTERNATIONAL.newKeyPair().getPublic().getEncoded();
    byte[] sm2 = SignatureSuite.SM.newKeyPair().getPublic().getEncoded();

    assertThatThrownBy(() -> SignatureSuite.SM.publicKey(p256))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessage("the key is not on the curve of SM2");
    assertThatThrownBy(() -> SignatureSuite.SM.publicKey(ed25519))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageContaining("key");
    assertThatThrownBy(() -> SignatureSuite.INTERNATIONAL.publicKey(sm2))
        .isInstanceOf(GeneralSecurityException.class)
        .hasMessageContaining("curve");
  }

  @Test
  void aSettingNamesASuiteOrTheNearestIsTold() {
    assertThat(SignatureSuite.ofSetting("X", "")).isEqualTo(SignatureSuite.INTERNATIONAL);
    assertThat(SignatureSuite.ofSetting("X", "sm")).isEqualTo(SignatureSuite.SM);
    assertThatThrownBy(() -> SignatureSuite.ofSetting("CITYLAKE_SIGNATURE_SUITE", "sm2"))
        .isInstanceOf(CityLakeException.class)
        .hasMessage(
            "CITYLAKE_SIGNATURE_SUITE must be one of international, sm and is 'sm2'; did you mean"
                + " 'sm'?");
  }
}
