package org.citylake.streamingjobs.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * A made-up delivery of the source {@code air_quality_pm25}: hours in order from 2010 on, three
 * sites each, every value there. Equal seeds give equal bytes. Its file's name says that it is
 * synthetic, for it must never be taken for measurements.
 */
final class SyntheticDelivery {
  private static final String HEADER =
      "No,year,month,day,hour,season,PM_Jingan,PM_US Post,PM_Xuhui,DEWP,HUMI,PRES,TEMP,cbwd,Iws,"
          + "precipitation,Iprec\n";
  private static final LocalDateTime START = LocalDateTime.of(2010, 1, 1, 0, 0);

  /** The contract's last year is 2100. */
  private static final LocalDateTime END = LocalDateTime.of(2101, 1, 1, 0, 0);

  private static final int SITES = 3;
  private static final String[] WINDS = {"NE", "NW", "SE", "SW", "cv"};

  private SyntheticDelivery() {}

  /**
   * Writes a delivery.
   *
   * @param readings how many, a multiple of three or up to two less
   * @return the file
   * @throws CityLakeException of kind USER when the source's years do not hold so many
   */
  static Path write(Path folder, long readings, long seed) throws IOException {
    Path file = folder.resolve("synthetic-pm25-" + readings + "-seed-" + seed + ".csv");
    Random random = new Random(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(HEADER);
      long left = readings;
      for (long hour = 0; left > 0; hour++) {
        LocalDateTime time = START.plusHours(hour);
        if (!time.isBefore(END)) {
          throw new CityLakeException(
              Kind.USER,
              "The source's years until 2100 hold at most " + hour * SITES + " readings");
        }
        out.write(line(hour + 1, time, (int) Math.min(SITES, left), random));
        left -= SITES;
      }
    }
    return file;
  }

  private static String line(long number, LocalDateTime time, int sites, Random random) {
    StringBuilder line = new StringBuilder(96);
    line.append(number).append(',').append(time.getYear()).append(',');
    line.append(time.getMonthValue()).append(',').append(time.getDayOfMonth()).append(',');
    line.append(time.getHour()).append(',').append((time.getMonthValue() + 9) / 3 % 4 + 1);
    for (int site = 0; site < SITES; site++) {
      line.append(',');
      if (site < sites) {
        line.append(random.nextInt(300));
      } else {
        line.append("NA");
      }
    }
    line.append(',').append(random.nextInt(30) - 5);
    line.append(',').append(30 + random.nextInt(70)).append('.').append(random.nextInt(100));
    line.append(',').append(1000 + random.nextInt(40));
    line.append(',').append(random.nextInt(40) - 5);
    line.append(',').append(WINDS[random.nextInt(WINDS.length)]);
    return line.append(',').append(random.nextInt(200)).append(",0,0\n").toString();
  }
}
