-- zh: 超时未结案件，按街镇
-- en: Open cases beyond their time, by subdistrict
SELECT district_zh, subdistrict_zh, case_kind, count(*) AS cases, bool_or(synthetic) AS synthetic
FROM views.case_now
WHERE status = 'open' AND on_time = false
GROUP BY 1, 2, 3
ORDER BY cases DESC
