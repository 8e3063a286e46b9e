package org.citylake.ingestion.scaffold;

/**
 * The file of a test case.
 *
 * @param name {@code input.} and the ending of its format
 * @param bytes as an agency would send them
 */
@SuppressWarnings("ArrayRecordComponent") // Written to a file and never compared.
public record CaseFile(String name, byte[] bytes) {}
