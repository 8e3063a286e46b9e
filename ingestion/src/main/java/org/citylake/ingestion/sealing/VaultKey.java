package org.citylake.ingestion.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One secret of the vault, from which the keys for values, files and tokens are derived.
 *
 * <p>A value's nonce is a keyed hash of the value and the place where it stands, so that sealing
 * again gives the same bytes, and no nonce is used for two messages but by a collision of 96 bits.
 */
final class VaultKey {
  /** Bytes of a secret. */
  static final int SECRET_BYTES = 32;

  private final int version;
  private final CipherSuite suite;
  private final Instant created;
  private final byte[] secret;
  private final byte[] valueKey;
  private final byte[] nonceKey;

  /**
   * A key.
   *
   * @param version from 1, never reused
   * @param suite its algorithms
   * @param created when it was made
   * @param secret 32 random bytes; not copied, nobody writes into them
   */
  VaultKey(int version, CipherSuite suite, Instant created, byte[] secret) {
    this.version = version;
    this.suite = suite;
    this.created = created;
    this.secret = secret;
    this.valueKey = derived("value");
    this.nonceKey = derived("value nonce");
  }

  int version() {
    return version;
  }

  CipherSuite suite() {
    return suite;
  }

  Instant created() {
    return created;
  }

  byte[] secret() {
    return secret;
  }

  /** A key for one use, such as {@code value} or {@code file/SHA-256}. */
  final byte[] derived(String use) {
    return suite.mac(secret, use.getBytes(StandardCharsets.UTF_8));
  }

  /** Nonce, then the encrypted text with its tag. */
  byte[] seal(byte[] place, byte[] plain) {
    byte[] nonce = Arrays.copyOf(suite.mac(nonceKey, place, plain), CipherSuite.NONCE_BYTES);
    byte[] encrypted = suite.encrypt(valueKey, nonce, place, plain);
    return ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted).array();
  }

  /** The text again; empty when it was altered or sealed for another place. */
  Optional<byte[]> open(byte[] place, byte[] sealed) {
    return suite.decrypt(
        valueKey,
        Arrays.copyOf(sealed, CipherSuite.NONCE_BYTES),
        place,
        Arrays.copyOfRange(sealed, CipherSuite.NONCE_BYTES, sealed.length));
  }

  @Override
  public String toString() {
    return "vault key " + version + " (" + suite.id() + ")";
  }
}
