package org.citylake.streamingjobs.live.metric;

import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Found by Flink as a service, and chosen by its class name. */
public final class LiveMetricReporterFactory implements MetricReporterFactory {
  private static final String NAME = "citylake";

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return new LiveMetricReporter(LiveMetrics.PROCESS);
  }

  /** Has Flink report by it. */
  public static void configure(Configuration configuration) {
    configuration.set(MetricOptions.REPORTERS_LIST, NAME);
    MetricOptions.forReporter(configuration, NAME)
        .set(MetricOptions.REPORTER_FACTORY_CLASS, LiveMetricReporterFactory.class.getName());
  }
}
