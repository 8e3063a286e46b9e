package org.citylake.core.declaration;

import java.time.ZoneId;
import org.citylake.core.schedule.CatchUp;
import org.citylake.core.schedule.CronSchedule;

/**
 * When an export is written and delivered.
 *
 * @param cron five fields as in crontab
 * @param zone name of the zone that the expression's days and hours are of
 * @param catchUp what is made up for after a downtime
 */
public record ExportSchedule(String cron, String zone, CatchUp catchUp) {
  /** The schedule's slots. Throws IllegalArgumentException, which checked declarations do not. */
  public CronSchedule slots() {
    return CronSchedule.parse(cron, ZoneId.of(zone));
  }
}
