package org.citylake.streamingjobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * What a replay did; see docs/adr/0003-deliveries.md for the counts.
 *
 * @param loadId the load
 * @param arrived records that came
 * @param accepted readings on the branch
 * @param quarantined records put into quarantine on the branch
 * @param duplicate records that were there already
 * @param missing empty cells
 * @param reasons rule to records that broke it
 * @param branch branch of each table
 * @param tables table to the snapshot at the branch's head
 * @param seconds the job's time
 * @param readingsPerSecond arrived per second
 */
public record SensorReadingResult(
    @JsonProperty("load_id") String loadId,
    @JsonProperty("arrived") long arrived,
    @JsonProperty("accepted") long accepted,
    @JsonProperty("quarantined") long quarantined,
    @JsonProperty("duplicate") long duplicate,
    @JsonProperty("missing") long missing,
    @JsonProperty("reasons") Map<String, Long> reasons,
    @JsonProperty("branch") String branch,
    @JsonProperty("tables") Map<String, Long> tables,
    @JsonProperty("seconds") double seconds,
    @JsonProperty("readings_per_second") double readingsPerSecond) {}
