-- inputs: raw.water_supply_reading, raw.gas_supply_reading, raw.power_supply_reading, codelist.ref_area_label
-- Limits: turbidity 1 NTU and residual chlorine 0.05 mg/L (GB 5749-2006), gas at 20 percent of the
-- lower limit of explosion (CJJ/T 146-2011), mains pressure 0.14 MPa (model choice).
WITH reading AS (
  SELECT
    'water' AS net, sensor_code AS device, observed_at, district,
    CASE
      WHEN quality = '0' THEN 'quality'
      WHEN pressure < 0.14 THEN 'pressure'
      WHEN turbidity > 1 THEN 'turbidity'
      WHEN chlorine < 0.05 THEN 'chlorine'
    END AS anomaly,
    file, delivery, line, load_id
  FROM raw.water_supply_reading
  UNION ALL
  SELECT
    'gas', sensor_code, observed_at, district,
    CASE WHEN leakage >= 20 THEN 'leakage' END,
    file, delivery, line, load_id
  FROM raw.gas_supply_reading
  UNION ALL
  SELECT
    'power', feeder_code, observed_at, district,
    CASE WHEN interrupted = '1' THEN 'interrupted' END,
    file, delivery, line, load_id
  FROM raw.power_supply_reading
)
SELECT
  reading.net,
  reading.device,
  reading.observed_at,
  area.code AS ref_area,
  city_day(reading.observed_at) AS observed_on,
  reading.anomaly,
  reading.anomaly IS NOT NULL AS anomalous,
  coalesce(contains(reading.file, '_synthetic'), false) AS synthetic,
  reading.delivery,
  reading.line,
  reading.load_id
FROM reading
JOIN codelist.ref_area_label AS area ON area.label = reading.district
