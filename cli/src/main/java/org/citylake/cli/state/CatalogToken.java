package org.citylake.cli.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.citylake.access.user.OwnerFile;
import org.citylake.core.home.Home;
import org.citylake.lakehouse.server.CatalogServer;

/** The catalog's bearer token of a home: 256 random bits, made once, readable by its owner. */
public final class CatalogToken {
  private CatalogToken() {}

  /**
   * The token with which other engines read releases; made when there is none.
   *
   * @return the file with it
   */
  public static Path readingFile(Home home) {
    String token = CatalogServer.readingToken(of(home));
    Path file = home.secrets().resolve("catalog-reading.token");
    OwnerFile.write(file, token + "\n");
    return file;
  }

  /** The home's token; made when there is none. */
  public static String of(Home home) {
    home.create();
    Path file = home.secrets().resolve("catalog.token");
    try {
      if (!Files.exists(file)) {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        Path part = Files.createTempFile(home.secrets(), "catalog", ".part");
        if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(
            part,
            HexFormat.of().formatHex(bits),
            StandardCharsets.US_ASCII,
            StandardOpenOption.TRUNCATE_EXISTING);
        // A hard link fails where a second command was faster; its token counts then.
        try {
          Files.createLink(file, part);
        } catch (java.nio.file.FileAlreadyExistsException e) {
          return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } finally {
          Files.delete(part);
        }
      }
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or make the catalog's token " + file, e);
    }
  }
}
