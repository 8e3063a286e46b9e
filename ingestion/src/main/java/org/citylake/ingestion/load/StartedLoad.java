package org.citylake.ingestion.load;

import java.time.LocalDate;
import org.citylake.core.declaration.SourceDeclaration;

/**
 * A load that begins.
 *
 * @param snapshotDate the day whose state the delivery tells
 * @param replay whether quarantined records of the delivery are read again, and not all of it
 */
public record StartedLoad(
    SourceDeclaration source,
    Delivery delivery,
    LocalDate snapshotDate,
    String loadId,
    boolean replay) {}
