package org.citylake.metrics.index;

import java.util.List;

/**
 * What scoring gives.
 *
 * @param scores one per period, unit and node, in the order of periods, units and tree of the
 *     edition
 * @param trace every stage of every indicator and node, in the same order
 */
public record IndexResult(List<NodeScore> scores, List<TracePoint> trace) {
  public IndexResult {
    scores = List.copyOf(scores);
    trace = List.copyOf(trace);
  }
}
