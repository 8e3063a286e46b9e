package org.citylake.streamingjobs.delivery;

import java.io.Serializable;

/**
 * The delivery that is replayed.
 *
 * @param source id of the source
 * @param contractVersion version of the contract that reads it
 * @param sha256 hash of the file
 * @param file name of the delivered file
 * @param loadId the load, see audit.load
 * @param snapshotDay the day whose state it tells, in days from 1970-01-01
 * @param knownFrom its arrival, in milliseconds from 1970-01-01T00:00Z
 */
public record Delivery(
    String source,
    String contractVersion,
    String sha256,
    String file,
    String loadId,
    long snapshotDay,
    long knownFrom)
    implements Serializable {}
