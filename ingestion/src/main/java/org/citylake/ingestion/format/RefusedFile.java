package org.citylake.ingestion.format;

import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/** Says why a whole file is refused. */
final class RefusedFile {
  private RefusedFile() {}

  /** The failure that names the file, the reason and the way out. */
  static CityLakeException because(DeliveredFile file, String reason) {
    return because(file, reason, null);
  }

  /** The same, with what caused it. */
  static CityLakeException because(DeliveredFile file, String reason, @Nullable Throwable cause) {
    return new CityLakeException(
        Kind.DATA, "Cannot read " + file.file() + ", nothing was loaded: " + reason, cause);
  }

  /** The failure of a file without any record. */
  static CityLakeException empty(DeliveredFile file, String source) {
    return new CityLakeException(
        Kind.DATA, "The file " + file.file() + " of source " + source + " is empty: send it anew");
  }

  /** What an exception says, or its kind when it says nothing. */
  static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
