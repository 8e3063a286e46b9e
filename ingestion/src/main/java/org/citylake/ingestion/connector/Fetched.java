package org.citylake.ingestion.connector;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One delivery that a connector fetched.
 *
 * @param file as the source's contract describes it
 * @param snapshotDate the day whose state it tells; empty for the day of the pull
 * @param position where the next pull goes on; empty where each pull fetches all
 */
public record Fetched(Path file, Optional<LocalDate> snapshotDate, Optional<String> position) {}
