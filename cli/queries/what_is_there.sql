-- zh: 可以查询的表及其说明
-- en: The tables that you see, with what a row is
SELECT schema_name, table_name, comment
FROM system.metadata.table_comments
WHERE catalog_name = 'published' AND schema_name <> 'information_schema'
ORDER BY schema_name, table_name
