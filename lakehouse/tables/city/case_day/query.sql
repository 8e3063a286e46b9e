-- inputs: city.service_case, city.district, codelist.case_coverage
-- A case counts on three days: when it came, when its time ended, when it was closed, which is not
-- before it came, whatever a clerk typed.
WITH step AS (
  SELECT case_kind, area, moment.step, moment.day, moment.state_on, repeat_of, on_time, solved,
    satisfaction, status, synthetic
  FROM (
    SELECT *, explode(areas(ref_area, subdistrict_code)) AS area FROM city.service_case)
  LATERAL VIEW explode(array(
    named_struct('step', 'received', 'day', received_on, 'state_on', state_on),
    named_struct('step', 'due', 'day', due_on, 'state_on', state_on),
    named_struct('step', 'closed', 'day', IF(closed_on < received_on, received_on, closed_on), 'state_on', state_on))) steps AS moment
  WHERE moment.day <= moment.state_on
),
counted AS (
  SELECT
    case_kind,
    area,
    day,
    count_if(step = 'received') AS received,
    count_if(step = 'received' AND repeat_of IS NOT NULL) AS repeated,
    count_if(step = 'due' AND on_time IS NOT NULL) AS due,
    count_if(step = 'due' AND on_time) AS due_on_time,
    count_if(step = 'closed') AS closed,
    count_if(step = 'closed' AND solved IS NOT NULL) AS asked,
    count_if(step = 'closed' AND solved) AS solved,
    count_if(step = 'closed' AND satisfaction <> 'unanswered') AS answered,
    count_if(step = 'closed' AND satisfaction IN ('very_satisfied', 'satisfied', 'fairly_satisfied')) AS satisfied,
    count_if(step = 'received' AND status <> 'rejected') - count_if(step = 'closed' AND status <> 'rejected') AS more_open
  FROM step
  GROUP BY case_kind, area, day
),
told AS (
  SELECT case_kind, area, max(state_on) AS state_on, bool_or(synthetic) AS synthetic
  FROM step
  GROUP BY case_kind, area
),
-- A district that a source answers for has no case where the source told of none.
silent AS (
  SELECT city.case_kind, district.code AS area, city.state_on, city.synthetic,
    district.valid_from, district.valid_to
  FROM told AS city
  JOIN codelist.case_coverage AS coverage
    ON substring_index(coverage.label, '/', 1) = city.case_kind
  JOIN city.district AS district ON coverage.code IN ('310000', district.code)
  LEFT ANTI JOIN told ON told.case_kind = city.case_kind AND told.area = district.code
  WHERE city.area = '310000'
),
known AS (
  SELECT *, CAST(NULL AS DATE) AS valid_from, CAST(NULL AS DATE) AS valid_to FROM told
  UNION ALL
  SELECT * FROM silent
),
-- Where a source answers for its whole area, each day since its first case is one on which it told
-- of all that there was; another source has told of the days on which cases came.
days AS (
  SELECT DISTINCT case_kind, day FROM step WHERE step = 'received'
  UNION
  SELECT case_kind, explode(sequence(min(day), max(state_on))) AS day
  FROM step
  LEFT SEMI JOIN codelist.case_coverage AS coverage
    ON substring_index(coverage.label, '/', 1) = step.case_kind
  GROUP BY case_kind
),
-- Such a day has a row for the city and each district, be it of zeros.
wanted AS (
  SELECT known.case_kind, known.area, days.day
  FROM known
  JOIN days ON days.case_kind = known.case_kind
  WHERE length(known.area) = 6
    AND days.day >= coalesce(known.valid_from, days.day)
    AND days.day < coalesce(known.valid_to, date_add(days.day, 1))
  UNION
  SELECT case_kind, area, day FROM counted
)
SELECT
  wanted.case_kind,
  wanted.area AS ref_area,
  wanted.day,
  coalesce(counted.received, 0) AS received,
  coalesce(counted.repeated, 0) AS repeated,
  coalesce(counted.due, 0) AS due,
  coalesce(counted.due_on_time, 0) AS due_on_time,
  coalesce(counted.closed, 0) AS closed,
  coalesce(counted.asked, 0) AS asked,
  coalesce(counted.solved, 0) AS solved,
  coalesce(counted.answered, 0) AS answered,
  coalesce(counted.satisfied, 0) AS satisfied,
  sum(coalesce(counted.more_open, 0)) OVER (
    PARTITION BY wanted.case_kind, wanted.area ORDER BY wanted.day) AS open_at_end,
  known.state_on,
  known.synthetic
FROM wanted
JOIN (SELECT DISTINCT case_kind, area, state_on, synthetic FROM known) AS known
  ON known.case_kind = wanted.case_kind AND known.area = wanted.area
LEFT JOIN counted
  ON counted.case_kind = wanted.case_kind
  AND counted.area = wanted.area
  AND counted.day = wanted.day
