-- inputs: raw.fiscal_revenue, codelist.ref_area_label
-- A subject's sum contains those of the subjects whose codes begin with its own.
SELECT
  revenue.source_key,
  substr(revenue.report_month, 1, 4) || '-' || substr(revenue.report_month, 5, 2) AS month,
  area.code AS ref_area,
  revenue.scope,
  revenue.subject_code,
  revenue.year_to_date,
  revenue.budget,
  NOT EXISTS (
    SELECT 1
    FROM raw.fiscal_revenue AS above
    WHERE above.report_month = revenue.report_month
      AND above.scope = revenue.scope
      AND above.district = revenue.district
      AND above.subject_code <> revenue.subject_code
      AND startswith(revenue.subject_code, above.subject_code)) AS summed,
  revenue.status = '决算' AS final,
  coalesce(contains(revenue.file, '_synthetic'), false) AS synthetic,
  revenue.delivery,
  revenue.line,
  revenue.load_id
FROM raw.fiscal_revenue AS revenue
JOIN codelist.ref_area_label AS area ON area.label = revenue.district
