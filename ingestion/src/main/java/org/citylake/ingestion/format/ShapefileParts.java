package org.citylake.ingestion.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The files of one shapefile in its zip: the same name with other endings, in any case. */
final class ShapefileParts {
  /** Of a text file that says something about the others. */
  private static final int LONGEST_NOTE = 1 << 16;

  private final DeliveredFile file;
  private final ZipDelivery zip;
  private final UnpackLimit limit;
  private final ZipArchiveEntry shapes;

  /**
   * Finds them.
   *
   * @param glob names the .shp file when the zip holds several
   * @throws org.citylake.core.CityLakeException of kind DATA when there is none, or several
   */
  ShapefileParts(DeliveredFile file, ZipDelivery zip, Optional<String> glob, UnpackLimit limit) {
    this.file = file;
    this.zip = zip;
    this.limit = limit;
    this.shapes = zip.entry(Optional.of(glob.orElse("{*.shp,*.SHP}")));
  }

  /** The geometries. */
  InputStream shapes() {
    return zip.stream(shapes, limit);
  }

  /**
   * The table of the attributes.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when it is missing
   */
  InputStream attributes() {
    return zip.stream(
        find("dbf")
            .orElseThrow(
                () ->
                    RefusedFile.because(
                        file,
                        "the zip archive has no "
                            + base()
                            + ".dbf, which holds the attributes of "
                            + shapes.getName()
                            + ": pack all files of the shapefile")),
        limit);
  }

  /** What the .prj says of the coordinates' system; empty when there is none. */
  Optional<String> system() {
    return note("prj");
  }

  /** What the .cpg says of the attributes' encoding; empty when there is none. */
  Optional<String> encoding() {
    return note("cpg");
  }

  private Optional<String> note(String ending) {
    return find(ending)
        .map(
            entry -> {
              try (InputStream in = zip.stream(entry, limit)) {
                return new String(in.readNBytes(LONGEST_NOTE), StandardCharsets.UTF_8).strip();
              } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + entry.getName(), e);
              }
            });
  }

  private Optional<ZipArchiveEntry> find(String ending) {
    String name = (base() + "." + ending).toLowerCase(Locale.ROOT);
    return zip.files().stream()
        .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  private String base() {
    return shapes.getName().substring(0, shapes.getName().lastIndexOf('.'));
  }
}
