-- zh: 各区人口密度，由高到低
-- en: Population density by district, highest first
SELECT d.name_zh, d.name_en, v.time_period, v.value, v.unit_measure, v.value_status
FROM metric.indicator_value v
JOIN city.district d ON d.code = v.ref_area AND d.valid_from = v.ref_area_valid_from
WHERE v.indicator_code = 'population_density'
ORDER BY v.time_period DESC, v.value DESC
