package org.citylake.superset.client;

/**
 * A role of Superset.
 *
 * @param id number in this Superset
 * @param name unique there
 */
public record SupersetRole(int id, String name) {}
