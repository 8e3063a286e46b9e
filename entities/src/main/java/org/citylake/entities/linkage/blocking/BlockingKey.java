package org.citylake.entities.linkage.blocking;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows that agree in all parts are compared; without a part, all rows are.
 *
 * @param parts the parts
 */
public record BlockingKey(List<KeyPart> parts) {
  /** Every row with every other. */
  public static final BlockingKey ALL = new BlockingKey(List.of());

  public BlockingKey {
    parts = List.copyOf(parts);
  }

  /** A key of some parts. */
  public static BlockingKey of(KeyPart... parts) {
    return new BlockingKey(List.of(parts));
  }

  /** Such as {@code surname sound + date_of_birth}. */
  public String text() {
    return parts.isEmpty()
        ? "all pairs"
        : parts.stream().map(KeyPart::text).collect(Collectors.joining(" + "));
  }
}
