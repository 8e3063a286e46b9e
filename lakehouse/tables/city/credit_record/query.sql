-- inputs: raw.abnormal_operation_list, raw.administrative_penalty, raw.credit_commitment, raw.credit_record, raw.credit_reward, raw.incentive_list, raw.legal_entity_registration, raw.serious_dishonesty_list, raw.tax_registration, city.legal_entity, city.legal_entity_link
-- Of the bureau's own items breaches alone (03) count against anybody; its penalties (05) are those of
-- the register of penalties. One without a known grade means nothing to the model.
-- The last day of a record is the last on which it counts, so it ends on the next.
WITH told AS (
  SELECT 'credit_record' AS source_id, source_key,
    CASE severity WHEN '1' THEN 'breach_minor' WHEN '2' THEN 'breach_ordinary'
      WHEN '3' THEN 'breach_grave' ELSE 'breach_ungraded' END AS item,
    item_kind AS kind, subject_uscc AS credit_code, registration_no AS registration_number,
    organisation_code, subject_name, CAST(NULL AS STRING) AS document_number, provider AS authority,
    occurred_on AS valid_from,
    -- One that was withdrawn counts no more from that day.
    least(date_add(nullif(show_until, DATE'9999-12-31'), 1), IF(state = '1', CAST(updated_at AS DATE), NULL)) AS valid_to,
    IF(state = '2', CAST(updated_at AS DATE), NULL) AS repaired_on,
    snapshot_date, file, delivery, line, load_id
  FROM raw.credit_record
  WHERE item_kind = '03'
  UNION ALL
  SELECT 'serious_dishonesty_list', source_key, 'grave_list', list_name, subject_uscc, NULL, NULL,
    subject_name, document_no, listed_by, listed_on,
    least(date_add(expires_on, 1), removed_on,
      IF(state = '2' OR exchange_operation = 'D', CAST(sent_at AS DATE), NULL)),
    NULL, snapshot_date, file, delivery, line, load_id
  FROM raw.serious_dishonesty_list
  UNION ALL
  SELECT 'administrative_penalty', source_key, 'breach_ordinary', coalesce(offence_kind, ''), uscc,
    registration_no, organisation_code, subject_name, document_no, authority, decided_on,
    date_add(published_to, 1), NULL, snapshot_date, file, delivery, line, load_id
  FROM raw.administrative_penalty
  UNION ALL
  SELECT 'abnormal_operation_list', source_key, what.item, coalesce(CAST(report_year AS STRING), ''),
    uscc, registration_no, NULL, enterprise_name, listed_document, listed_by, listed_on, removed_on,
    NULL, snapshot_date, file, delivery, line, load_id
  FROM raw.abnormal_operation_list
  LATERAL VIEW explode(filter(array(
    'abnormal_operation',
    CASE listed_reason WHEN '1' THEN 'annual_report_missing' WHEN '4' THEN 'not_reachable' END),
    item -> item IS NOT NULL)) what AS item
  UNION ALL
  SELECT 'credit_commitment', source_key, 'commitment_broken', commitment_kind, subject_uscc, NULL,
    NULL, subject_name, commitment_no, accepted_by, coalesce(breach_on, checked_on, committed_on),
    NULL, NULL, snapshot_date, file, delivery, line, load_id
  FROM raw.credit_commitment
  WHERE kept IN ('部分履行', '未履行')
  UNION ALL
  SELECT 'credit_reward', source_key, IF(contains(honour, '质量奖'), 'quality_award', 'honour'),
    level, subject_uscc, NULL, NULL, subject_name, document_no, awarded_by, awarded_on,
    least(date_add(valid_to, 1), revoked_on), NULL, snapshot_date, file, delivery, line, load_id
  FROM raw.credit_reward
  UNION ALL
  SELECT 'incentive_list', source_key,
    CASE list_name WHEN '纳税信用A级纳税人' THEN 'tax_grade_a' WHEN '海关高级认证企业' THEN 'customs_advanced'
      ELSE 'incentive_list' END,
    list_name, subject_uscc, NULL, NULL, subject_name, NULL, recognised_by, published_on,
    least(date_add(valid_to, 1), removed_on), NULL, snapshot_date, file, delivery, line, load_id
  FROM raw.incentive_list
  UNION ALL
  SELECT 'legal_entity_registration', source_key, 'licence_revoked', state, uscc, registration_no,
    organisation_code, entity_name, NULL, authority, revoked_on, NULL, NULL, snapshot_date, file,
    delivery, line, load_id
  FROM raw.legal_entity_registration
  WHERE startswith(state, '吊销') AND revoked_on IS NOT NULL
  UNION ALL
  SELECT 'tax_registration', source_key, 'tax_irregular', taxpayer_state, uscc, NULL, NULL,
    taxpayer_name, NULL, tax_office, irregular_since, cancelled_on, NULL, snapshot_date, file,
    delivery, line, load_id
  FROM raw.tax_registration
  WHERE taxpayer_state = '非正常' AND irregular_since IS NOT NULL
),
-- A number names an entity when no other has it.
numbered AS (
  SELECT what, number, min(legal_entity_id) AS legal_entity_id
  FROM (
    SELECT 'credit_code' AS what, upper(credit_code) AS number, legal_entity_id FROM city.legal_entity
    UNION ALL
    SELECT 'registration_number', registration_number, legal_entity_id FROM city.legal_entity
    UNION ALL
    SELECT 'organisation_code', replace(upper(organisation_code), '-', ''), legal_entity_id
    FROM city.legal_entity)
  WHERE number IS NOT NULL
  GROUP BY what, number
  HAVING count(*) = 1
)
SELECT
  told.source_id,
  told.source_key,
  told.item,
  told.kind,
  coalesce(link.legal_entity_id, by_code.legal_entity_id, by_registration.legal_entity_id,
    by_organisation.legal_entity_id) AS legal_entity_id,
  CASE
    WHEN link.legal_entity_id IS NOT NULL THEN 'record'
    ELSE coalesce(by_code.what, by_registration.what, by_organisation.what)
  END AS matched_by,
  told.subject_name,
  told.document_number,
  told.authority,
  told.valid_from,
  told.valid_to,
  told.repaired_on,
  max(told.snapshot_date) OVER () AS state_on,
  coalesce(contains(told.file, '_synthetic'), false) AS synthetic,
  told.delivery,
  told.line,
  told.load_id
FROM told
LEFT JOIN city.legal_entity_link AS link
  ON link.source_id = told.source_id AND link.source_key = told.source_key
LEFT JOIN numbered AS by_code
  ON by_code.what = 'credit_code' AND by_code.number = upper(told.credit_code)
LEFT JOIN numbered AS by_registration
  ON by_registration.what = 'registration_number' AND by_registration.number = told.registration_number
LEFT JOIN numbered AS by_organisation
  ON by_organisation.what = 'organisation_code'
  AND by_organisation.number = replace(upper(told.organisation_code), '-', '')
