package org.citylake.ingestion.load;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.reference.ReferenceRules;
import org.citylake.ingestion.vault.RecordVault;

/**
 * What a load is a function of.
 *
 * @param known versions before this load
 * @param openQuarantine ids of the source's open quarantined records before this load
 * @param references relationships to other sources, with the keys that they had
 * @param vault parts personal values from the others
 * @param volumesBefore records that arrived with each of the source's last loads; empty for a
 *     replay
 * @param replay whether quarantined records are read again instead of a file
 */
record LoadContext(
    SourceDeclaration source,
    DeclarationLibrary library,
    Delivery delivery,
    LocalDate snapshotDate,
    String loadId,
    OffsetDateTime arrival,
    KeyVersions known,
    Set<String> openQuarantine,
    ReferenceRules references,
    RecordVault vault,
    List<Long> volumesBefore,
    boolean replay) {}
