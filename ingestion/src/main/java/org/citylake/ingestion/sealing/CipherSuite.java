package org.citylake.ingestion.sealing;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The algorithms of a vault key: authenticated encryption in Galois/counter mode with tags of 128
 * bits, and a keyed hash.
 *
 * <p>Sources: NIST SP 800-38D (GCM), FIPS 197 (AES), FIPS 198-1 (HMAC); GB/T 32907-2016 (SM4), GB/T
 * 32905-2016 (SM3), GB/T 36624-2018 (authenticated encryption).
 */
public enum CipherSuite {
  /** AES-256-GCM and HMAC-SHA-256. */
  INTERNATIONAL("AES", 32, "HmacSHA256", Optional.empty()),
  /** SM4-GCM and HMAC-SM3, for those whom the law asks it of. */
  SM("SM4", 16, "HmacSM3", Optional.of(new BouncyCastleProvider()));

  /** Bytes that encryption needs once per message. */
  static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  private final String cipher;
  private final int keyBytes;
  private final String mac;

  /** Empty for the Java platform's own, which has the processor's help. */
  private final Optional<Provider> provider;

  CipherSuite(String cipher, int keyBytes, String mac, Optional<Provider> provider) {
    this.cipher = cipher;
    this.keyBytes = keyBytes;
    this.mac = mac;
    this.provider = provider;
  }

  /** The suite of that name ({@code international}, {@code sm}), if there is one. */
  public static Optional<CipherSuite> find(String id) {
    return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
  }

  /** The name that settings and key files use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The keyed hash, 32 bytes, over the parts, each preceded by its length. */
  byte[] mac(byte[] key, byte[]... parts) {
    try {
      Mac hash = provider.isPresent() ? Mac.getInstance(mac, provider.get()) : Mac.getInstance(mac);
      hash.init(new SecretKeySpec(key, mac));
      for (byte[] part : parts) {
        hash.update(java.nio.ByteBuffer.allocate(Long.BYTES).putLong(0, part.length));
        hash.update(part);
      }
      return hash.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keyed hash " + mac + " is not there", e);
    }
  }

  /** The text encrypted, its tag behind. A nonce may serve one message of a key alone. */
  byte[] encrypt(byte[] key, byte[] nonce, byte[] context, byte[] plain) {
    try {
      return run(Cipher.ENCRYPT_MODE, key, nonce, context, plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The cipher " + cipher + " is not there", e);
    }
  }

  /** The text again; empty when it, its context or its key is another than that of encryption. */
  Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] context, byte[] encrypted) {
    try {
      return Optional.of(run(Cipher.DECRYPT_MODE, key, nonce, context, encrypted));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The cipher " + cipher + " is not there", e);
    }
  }

  private byte[] run(int mode, byte[] key, byte[] nonce, byte[] context, byte[] input)
      throws GeneralSecurityException {
    String name = cipher + "/GCM/NoPadding";
    Cipher gcm =
        provider.isPresent() ? Cipher.getInstance(name, provider.get()) : Cipher.getInstance(name);
    gcm.init(
        mode,
        new SecretKeySpec(Arrays.copyOf(key, keyBytes), cipher),
        new GCMParameterSpec(TAG_BITS, nonce));
    gcm.updateAAD(context);
    return gcm.doFinal(input);
  }
}
