package org.citylake.ingestion.format;

import java.io.InputStream;
import java.nio.file.Path;
import org.citylake.core.declaration.SourceDeclaration.Packing;

/** The bytes of a text file that stands there, unpacked while they are read. */
public final class DeliveredText {
  private DeliveredText() {}

  /**
   * Opens a file, which has to be packed as said and in no other way.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when it is not
   */
  public static InputStream open(Path file, Packing packing) {
    return DeliveredBytes.open(DeliveredFile.at(file), packing, UnpackLimit.of(System.getenv()));
  }
}
