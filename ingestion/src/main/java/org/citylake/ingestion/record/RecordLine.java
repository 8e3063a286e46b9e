package org.citylake.ingestion.record;

/**
 * The bytes of one record as delivered, without the line break at its end.
 *
 * @param line the physical line it starts on, from 1 (the header)
 * @param bytes not copied; nobody writes into them
 */
@SuppressWarnings("ArrayRecordComponent") // equality of lines is never asked for
public record RecordLine(long line, byte[] bytes) {}
