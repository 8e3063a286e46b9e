-- inputs: raw.industrial_output, codelist.ref_area_label
-- Figures of single months in hundred million yuan; of several releases the last one stands.
WITH monthly AS (
  SELECT
    *,
    regexp_extract(period, '^([0-9]{4})年', 1) || '-'
      || lpad(regexp_extract(period, '年([0-9]{1,2})月$', 1), 2, '0') AS month
  FROM raw.industrial_output
  WHERE period RLIKE '^[0-9]{4}年[0-9]{1,2}月$' AND measure_unit = '亿元'
),
released AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY indicator_code, district, month
      ORDER BY released_on DESC, source_key) AS place_from_newest
  FROM monthly
)
SELECT
  released.indicator_code,
  area.code AS ref_area,
  released.month,
  released.value,
  released.status = '快报' AS flash,
  released.released_on,
  coalesce(contains(released.file, '_synthetic'), false) AS synthetic,
  released.delivery,
  released.line,
  released.load_id
FROM released
JOIN codelist.ref_area_label AS area ON area.label = released.district
WHERE released.place_from_newest = 1
