package org.citylake.superset.client;

/**
 * Something that bears a tag.
 *
 * @param kind what it is: tags are on charts, dashboards and datasets
 * @param id its number in this Superset
 */
public record TaggedThing(ResourceKind kind, int id) {}
