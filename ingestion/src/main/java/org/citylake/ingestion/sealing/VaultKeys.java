package org.citylake.ingestion.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * The keys of a vault: those that values and files were sealed with, of which the newest seals, and
 * the one that makes tokens. Tokens have a key of their own, so that new keys for values leave
 * every token, and what is joined by tokens, as it is. Safe for several threads.
 */
public final class VaultKeys {
  private static final byte FORM = 1;
  private static final int HEADER_BYTES = 1 + Integer.BYTES;
  private static final int TOKEN_BYTES = 16;

  private final VaultKey tokenKey;
  private final List<VaultKey> valueKeys;
  private final byte[] tokenSecret;

  VaultKeys(VaultKey tokenKey, List<VaultKey> valueKeys) {
    this.tokenKey = tokenKey;
    this.valueKeys = List.copyOf(valueKeys);
    this.tokenSecret = tokenKey.derived("token");
  }

  VaultKey tokenKey() {
    return tokenKey;
  }

  /** Oldest first; the last one seals. */
  List<VaultKey> valueKeys() {
    return valueKeys;
  }

  VaultKey newest() {
    return valueKeys.get(valueKeys.size() - 1);
  }

  VaultKey key(int version, String what) {
    return valueKeys.stream()
        .filter(k -> k.version() == version)
        .findFirst()
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.EXTERNAL,
                    "Cannot open "
                        + what
                        + ": it was sealed with vault key "
                        + version
                        + ", and the key file has "
                        + valueKeys.stream().map(VaultKey::version).toList()
                        + "; restore the key file from its backup"));
  }

  /** Version of the key that {@link #seal} uses, from 1. */
  public int sealingVersion() {
    return newest().version();
  }

  /**
   * Seals a text for the place where it will stand; the same again gives the same bytes.
   *
   * @param place such as {@code vault.household_registration/name/123#1}: there alone it opens
   * @return form (1 byte), key version (4 bytes), nonce, encrypted text with tag
   */
  public byte[] seal(String place, byte[] plain) {
    byte[] sealed = newest().seal(place.getBytes(StandardCharsets.UTF_8), plain);
    return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
        .put(FORM)
        .putInt(newest().version())
        .put(sealed)
        .array();
  }

  /**
   * Opens what {@link #seal} gave for the same place, with whichever key it was sealed.
   *
   * @throws CityLakeException of kind DATA when it was altered or moved, EXTERNAL when its key is
   *     missing
   */
  public byte[] open(String place, byte[] sealed) {
    if (sealed.length < HEADER_BYTES + CipherSuite.NONCE_BYTES || sealed[0] != FORM) {
      throw altered(place);
    }
    VaultKey key = key(version(sealed), "a value of " + place);
    return key.open(
            place.getBytes(StandardCharsets.UTF_8),
            Arrays.copyOfRange(sealed, HEADER_BYTES, sealed.length))
        .orElseThrow(() -> altered(place));
  }

  /** Version of the key that a sealed value needs. */
  public static int version(byte[] sealed) {
    return ByteBuffer.wrap(sealed).getInt(1);
  }

  /**
   * The token of a text: equal for equal texts of a domain, and not to be turned back without the
   * key. It names the version of its key.
   *
   * @return such as {@code t1-} and 32 hexadecimal digits
   */
  public String token(String domain, String text) {
    byte[] hash =
        tokenKey
            .suite()
            .mac(
                tokenSecret,
                domain.getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_8));
    return "t" + tokenKey.version() + "-" + HexFormat.of().formatHex(hash, 0, TOKEN_BYTES);
  }

  private static CityLakeException altered(String place) {
    return new CityLakeException(
        Kind.DATA,
        "Cannot open a value of "
            + place
            + ": it was altered, or belongs to another place, or its key is another one of the same"
            + " version");
  }
}
