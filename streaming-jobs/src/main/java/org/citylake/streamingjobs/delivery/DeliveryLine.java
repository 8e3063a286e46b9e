package org.citylake.streamingjobs.delivery;

/**
 * One record's line of a delivery.
 *
 * @param line physical line it starts on, from 1
 * @param bytes as delivered, without the line break; nobody writes into them
 */
@SuppressWarnings("ArrayRecordComponent") // equality of lines is never asked for
public record DeliveryLine(long line, byte[] bytes) {}
