package org.citylake.ingestion.load;

import java.nio.file.Path;

/**
 * One delivered file in the archive.
 *
 * @param sha256 its SHA-256, its name in the archive
 * @param file name under which it came
 * @param bytes its size
 * @param path where the archive keeps it
 */
public record Delivery(String sha256, String file, long bytes, Path path) {}
