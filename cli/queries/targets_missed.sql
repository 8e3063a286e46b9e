-- zh: 按目前进度不能完成的目标
-- en: Targets that will be missed at this pace
SELECT indicator_zh, area_zh, time_period, target, actual_period, actual, outlook_zh, outlook_en
FROM views.target_progress
WHERE outlook = 'will_miss'
ORDER BY time_period, indicator_zh
