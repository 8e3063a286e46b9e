package org.citylake.streamingjobs.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The job file of {@link BareJobMain}.
 *
 * @param catalogUri address of the catalog server
 * @param table where the rows go
 * @param readings how many rows
 * @param parallelism tasks of each operator
 * @param result where {@link Result} goes
 */
record BareJobConfig(
    @JsonProperty("catalog_uri") String catalogUri,
    @JsonProperty("table") String table,
    @JsonProperty("readings") long readings,
    @JsonProperty("parallelism") int parallelism,
    @JsonProperty("result") String result) {

  /**
   * What the bare job did.
   *
   * @param rows rows that are in the table
   * @param seconds the job's time
   */
  record Result(@JsonProperty("rows") long rows, @JsonProperty("seconds") double seconds) {}
}
