package org.citylake.streamingjobs.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What was measured. Seconds are those of the jobs, from the connected catalog to the counted rows,
 * without the start of their JVMs.
 *
 * @param benchmark {@code stream}
 * @param readings how many, synthetic
 * @param seed of the delivery
 * @param jobReadingsPerSecond of the sensor readings' job
 * @param bareReadingsPerSecond of the job that only writes
 * @param ratio the former to the latter
 * @param jobSeconds time of the sensor readings' job
 * @param bareSeconds time of the job that only writes
 * @param jobCpuSeconds of its JVM, start included
 * @param bareCpuSeconds of its JVM, start included
 * @param jobPeakMemoryMib resident memory of its JVM
 * @param barePeakMemoryMib resident memory of its JVM
 * @param heap the flag that bounded both heaps
 */
record StreamBenchmarkResult(
    @JsonProperty("benchmark") String benchmark,
    @JsonProperty("readings") long readings,
    @JsonProperty("seed") long seed,
    @JsonProperty("job_readings_per_second") long jobReadingsPerSecond,
    @JsonProperty("bare_readings_per_second") long bareReadingsPerSecond,
    @JsonProperty("ratio") double ratio,
    @JsonProperty("job_seconds") double jobSeconds,
    @JsonProperty("bare_seconds") double bareSeconds,
    @JsonProperty("job_cpu_seconds") double jobCpuSeconds,
    @JsonProperty("bare_cpu_seconds") double bareCpuSeconds,
    @JsonProperty("job_peak_memory_mib") long jobPeakMemoryMib,
    @JsonProperty("bare_peak_memory_mib") long barePeakMemoryMib,
    @JsonProperty("heap") String heap) {

  static StreamBenchmarkResult of(
      long readings,
      double job,
      double bare,
      MeasuredJvm.Usage jobUsage,
      MeasuredJvm.Usage bareUsage,
      String heap) {
    return new StreamBenchmarkResult(
        "stream",
        readings,
        StreamBenchmark.SEED,
        Math.round(readings / job),
        Math.round(readings / bare),
        rounded(bare / job),
        rounded(job),
        rounded(bare),
        rounded(jobUsage.cpuSeconds()),
        rounded(bareUsage.cpuSeconds()),
        jobUsage.peakMib(),
        bareUsage.peakMib(),
        heap);
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
