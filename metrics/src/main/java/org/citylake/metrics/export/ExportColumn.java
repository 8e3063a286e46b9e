package org.citylake.metrics.export;

/**
 * A column of an exported table, with what a reader has to know of it.
 *
 * @param name lower_snake
 * @param type Iceberg type as written in its spec, such as {@code decimal(38,10)}
 * @param nameZh Chinese name
 * @param description meaning
 * @param unit code of the list unit_measure, empty when without
 */
public record ExportColumn(
    String name, String type, String nameZh, String description, String unit) {}
