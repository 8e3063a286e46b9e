-- zh: 各区沿革
-- en: Districts and what became of them
SELECT code, valid_from, valid_to, name_zh, name_en, successor
FROM city.district
ORDER BY code, valid_from
