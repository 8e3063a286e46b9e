package org.citylake.superset.asset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.citylake.superset.client.ResourceKind;

/**
 * Stable uuids of a form of our own (RFC 9562, version 8): the first half tells that CityLake made
 * the thing, and for which site; the second is a hash of its kind and key. So whatever a site made
 * is known by its uuid alone, and nothing else is ever changed or removed.
 *
 * @param site name of the city's installation; two on one Superset keep apart by it
 */
public record AssetUuid(String site) {
  private static final long MARK = 0xC171A4E0L << 32;
  private static final long VERSION = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  /** The uuid of the thing with that key. */
  public UUID of(ResourceKind kind, String key) {
    long hash = hash(site + "\n" + kind + "\n" + key);
    return new UUID(half(), hash & ~(3L << 62) | VARIANT);
  }

  /** Whether this site made the thing. */
  public boolean made(UUID uuid) {
    return uuid.getMostSignificantBits() == half();
  }

  /** The name of what Superset keeps by name alone, such as a role: {@code SITE:KEY}. */
  public String named(String key) {
    return site + ":" + key;
  }

  /** Whether a name is one that this site gives. */
  public boolean gave(String name) {
    return name.startsWith(named(""));
  }

  private long half() {
    long tag = hash(site);
    return MARK | (tag & 0xFFFF) << 16 | VERSION | (tag >>> 16 & 0xFFF);
  }

  private static long hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
