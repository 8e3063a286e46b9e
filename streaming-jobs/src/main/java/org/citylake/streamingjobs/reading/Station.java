package org.citylake.streamingjobs.reading;

/**
 * What a reading says besides its value.
 *
 * @param unit code of unit_measure
 * @param official whether the station belongs to the official network
 * @param refArea GB/T 2260 code of its district on the day
 */
public record Station(String unit, boolean official, String refArea) {}
