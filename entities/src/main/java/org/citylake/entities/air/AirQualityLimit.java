package org.citylake.entities.air;

import java.io.Serializable;
import java.math.BigDecimal;
import org.citylake.entities.standard.Validity;

/**
 * One limit of one edition of GB 3095.
 *
 * @param edition such as {@code GB 3095-2012}
 * @param metric pollutant, such as {@code pm25}
 * @param averaging over what time
 * @param grade functional area class: 1 or 2
 * @param limit in mg/m³ of {@code co}, µg/m³ of all others; what is greater exceeds it
 * @param validity when it is in force
 */
public record AirQualityLimit(
    String edition,
    String metric,
    Averaging averaging,
    int grade,
    BigDecimal limit,
    Validity validity)
    implements Serializable {}
