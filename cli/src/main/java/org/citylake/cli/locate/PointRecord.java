package org.citylake.cli.locate;

/**
 * A point as its file has it.
 *
 * @param line where it begins in the file, from 1
 * @param id as written, each byte a character
 * @param longitude as written
 * @param latitude as written
 */
record PointRecord(long line, String id, String longitude, String latitude) {}
