package org.citylake.streamingjobs.live.event;

/**
 * A message as it came.
 *
 * @param place where it was read: topic and partition, or file
 * @param position offset in the partition, or line of the file
 * @param arrivedAt when it came, milliseconds since 1970
 * @param bytes one record in the form that the source's contract describes
 */
@SuppressWarnings("ArrayRecordComponent") // equality of messages is never asked for
public record Message(String place, long position, long arrivedAt, byte[] bytes) {}
