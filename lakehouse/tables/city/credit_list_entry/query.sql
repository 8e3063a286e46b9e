-- inputs: raw.abnormal_operation_list, raw.incentive_list, raw.serious_dishonesty_list, city.credit_record
-- Whose entry it is, and from when to when it counts, is said by the record of credit that it gives.
WITH told AS (
  SELECT 'serious_dishonesty_list' AS source_id, source_key, 'grave_breach' AS list_kind, list_name,
    reason, basis, removed_on, removed_reason, date_add(expires_on, 1) AS expired_on,
    exchange_operation = 'D' AS withdrawn
  FROM raw.serious_dishonesty_list
  UNION ALL
  -- 《企业经营异常名录管理暂行办法》, article 4: the four grounds are the codes of the register.
  SELECT 'abnormal_operation_list', source_key, 'abnormal_operation', '经营异常名录',
    CASE listed_reason WHEN '1' THEN '未按规定期限公示年度报告' WHEN '2' THEN '未按责令期限公示有关企业信息'
      WHEN '3' THEN '公示信息隐瞒真实情况、弄虚作假' WHEN '4' THEN '通过登记的住所或者经营场所无法联系' END,
    '《企业经营异常名录管理暂行办法》第四条', removed_on, removed_reason, NULL, false
  FROM raw.abnormal_operation_list
  UNION ALL
  SELECT 'incentive_list', source_key, 'incentive', list_name, NULL, NULL, removed_on, NULL,
    date_add(valid_to, 1), false
  FROM raw.incentive_list
)
SELECT
  told.source_id,
  told.source_key,
  told.list_kind,
  told.list_name,
  record.item,
  record.legal_entity_id,
  record.subject_name,
  told.reason,
  told.basis,
  record.document_number,
  record.authority,
  record.valid_from AS listed_on,
  record.valid_to,
  CASE
    WHEN record.valid_to IS NULL THEN NULL
    WHEN told.expired_on = record.valid_to AND NOT told.removed_on <=> record.valid_to THEN 'expiry'
    WHEN told.withdrawn AND NOT told.removed_on <=> record.valid_to THEN 'withdrawal'
    WHEN contains(told.removed_reason, '修复') THEN 'repair'
    ELSE 'removal'
  END AS exit,
  told.removed_reason AS exit_reason,
  record.state_on,
  record.valid_from <= record.state_on
    AND (record.valid_to IS NULL OR record.valid_to > record.state_on) AS valid,
  record.synthetic,
  record.delivery,
  record.line,
  record.load_id
FROM told
JOIN city.credit_record AS record
  ON record.source_id = told.source_id AND record.source_key = told.source_key
  -- An entry in the list of abnormal operation gives a second record for its ground.
  AND record.item NOT IN ('annual_report_missing', 'not_reachable')
