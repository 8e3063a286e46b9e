package org.citylake.ingestion.load;

import java.time.LocalDate;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.json.ContentHash;

/** The id of a load, the same for the same work, see docs/adr/0003. */
public final class LoadId {
  private LoadId() {}

  /**
   * First 16 hexadecimal digits of the SHA-256 over source id, delivery, snapshot date and contract
   * hash, one a line.
   *
   * @param delivery SHA-256 of the delivered file
   */
  public static String of(SourceDeclaration source, String delivery, LocalDate snapshotDate) {
    return hash(source.id(), delivery, snapshotDate.toString(), source.contentHash());
  }

  /** The id of a piece of work that is a function of these parts. */
  public static String hash(String... parts) {
    return ContentHash.of(String.join("\n", parts)).substring(0, 16);
  }
}
