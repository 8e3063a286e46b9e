-- zh: 历次发布及其快照（时间旅行从这里开始）
-- en: The snapshots of a table, where time travel begins
SELECT committed_at, snapshot_id, operation
FROM metric."indicator_value$snapshots"
ORDER BY committed_at DESC
