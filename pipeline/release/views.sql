-- Questions with names. One view, one question; rows that only say again what another row says (same_as) are left out. What a row is about
-- is looked up in the SELECT, so that counting and narrowing down need not look it up.
-- $LARGE_SUM is replaced by the sum from which on the feed of large sums tells of one (publish.yml).

CREATE VIEW decisions AS
SELECT v.meeting_date, v.council, v.body,
       (SELECT m.title FROM matters AS m WHERE m.document_id = v.document_id AND m.agenda_item IS v.agenda_item) AS title,
       v.outcome, v.yes, v.no, v.abstain, v.permalink, v.quote, v.original_url, v.agenda_item,
       (SELECT m.paper FROM matters AS m WHERE m.document_id = v.document_id AND m.agenda_item IS v.agenda_item) AS paper,
       v.subject, v.subject_text, v.unanimous, v.flags, v.document_kind, v.year, v.document_id, v.id, v.rowid AS search_row
FROM votes AS v
WHERE v.same_as IS NULL;

-- Close: yes and no lie at most a tenth of the votes, or one vote, apart.
CREATE VIEW close_votes AS
SELECT meeting_date, council, body, title, outcome, yes, no, abstain, ABS(yes - no) AS margin, permalink, quote, original_url, subject_text,
       flags, year, id
FROM decisions
WHERE yes + no >= 3 AND (ABS(yes - no) * 10 <= yes + no OR ABS(yes - no) <= 1);

CREATE VIEW money AS
SELECT a.meeting_date, a.council, a.body,
       (SELECT m.title FROM matters AS m WHERE m.document_id = a.document_id AND m.agenda_item IS a.agenda_item) AS title, a.amount, a.amount_max, a.currency, a.role, a.basis, a.bound,
       (SELECT v.outcome FROM votes AS v WHERE v.document_id = a.document_id AND v.agenda_item IS a.agenda_item AND v.subject = 'main'
        ORDER BY v.char_start LIMIT 1) AS outcome,
       a.permalink, a.quote, a.original_url, a.agenda_item, a.point,
       (SELECT m.paper FROM matters AS m WHERE m.document_id = a.document_id AND m.agenda_item IS a.agenda_item) AS paper,
       a.fiscal_years, a.document_kind, a.year, a.document_id, a.id, a.rowid AS search_row
FROM amounts AS a
WHERE a.section = 'resolution' AND a.same_as IS NULL;

-- Money of adopted items. What is granted, what is earned and what was there before are never added up: a row for each role.
-- A table, because it is asked as a whole and made of all amounts.
CREATE TABLE money_by_policy_field AS
SELECT money.council, money.year, f.field, money.role, money.basis, money.currency, COUNT(*) AS statements, SUM(money.amount) AS amount,
       MAX(money.amount) AS largest, k.title, money.permalink  -- of the largest: SQLite takes what stands beside a single MAX from its row
FROM policy_fields AS f
JOIN matters AS k ON k.id = f.matter_id
JOIN money ON money.document_id = k.document_id AND money.agenda_item IS k.agenda_item
WHERE money.outcome IN ('adopted', 'adopted_amended') AND money.amount IS NOT NULL
GROUP BY money.council, money.year, f.field, money.role, money.basis, money.currency
ORDER BY money.council, money.year, f.field, money.role, money.basis, money.currency;
CREATE INDEX money_by_policy_field_of ON money_by_policy_field (field, council, year);

CREATE VIEW money_for_integration AS
SELECT council, year, role, basis, currency, statements, amount, largest, title, permalink
FROM money_by_policy_field
WHERE field = 'integration';

-- The amounts that those sums are made of.
CREATE VIEW money_of_policy_fields AS
SELECT f.field, money.meeting_date, money.council, money.body, k.title, money.amount, money.currency, money.role, money.basis, money.outcome,
       money.permalink, money.quote, money.original_url, money.year, money.id
FROM policy_fields AS f
JOIN matters AS k ON k.id = f.matter_id
JOIN money ON money.document_id = k.document_id AND money.agenda_item IS k.agenda_item
WHERE money.outcome IN ('adopted', 'adopted_amended') AND money.amount IS NOT NULL;

CREATE VIEW largest_sums AS
SELECT meeting_date, council, body, title, amount, amount_max, currency, role, basis, bound, outcome, permalink, quote, original_url, year, id
FROM money
WHERE amount IS NOT NULL
ORDER BY amount DESC, id;

-- Everything with a day: what has to be done until then, and when a report on it is announced.
CREATE VIEW due_dates AS
SELECT d.date_to AS due, 'deadline' AS what, d.council, d.body, m.title, d.duty, d.permalink, d.quote, d.kind, d.precision, d.original_url,
       d.document_id, d.id
FROM deadlines AS d
LEFT JOIN matters AS m ON m.document_id = d.document_id AND m.agenda_item IS d.agenda_item
WHERE d.same_as IS NULL AND d.date_to IS NOT NULL AND d.kind IN ('due', 'period', 'next_report') AND d.section <> 'debate'
UNION ALL
SELECT f.next_report, 'next report', f.council, f.body, COALESCE(m.title, f.paper), 'report', f.permalink, f.quote, f.status, 'day',
       f.original_url, f.document_id, MIN(f.id)
FROM follow_ups AS f
LEFT JOIN matters AS m ON m.document_id = f.document_id AND m.agenda_item IS f.agenda_item
WHERE f.same_as IS NULL AND f.next_report IS NOT NULL
GROUP BY f.document_id, f.paper, f.next_report;

-- Adopted decisions that instruct somebody, and whose paper no report of the same council names.
CREATE VIEW decisions_without_report AS
SELECT k.meeting_date, k.council, k.body, k.title, k.paper, k.outcome,
       (SELECT COUNT(*) FROM resolution_points AS p WHERE p.document_id = k.document_id AND p.agenda_item IS k.agenda_item
        AND p.act IN ('instruct', 'request')) AS instructions,
       k.permalink, k.quote, k.original_url, k.year, k.id
FROM decisions AS k
WHERE k.subject = 'main' AND k.outcome IN ('adopted', 'adopted_amended') AND k.paper IS NOT NULL
  AND EXISTS (SELECT 1 FROM resolution_points AS p WHERE p.document_id = k.document_id AND p.agenda_item IS k.agenda_item
              AND p.act IN ('instruct', 'request'))
  AND NOT EXISTS (SELECT 1 FROM follow_ups AS f WHERE f.council = k.council AND f.paper = k.paper);

-- A vote's counts one below the other, in the words of Popolo.
CREATE VIEW popolo_counts AS
SELECT id AS vote_id, council, meeting_date, 'yes' AS option, yes AS value FROM votes WHERE yes IS NOT NULL AND same_as IS NULL
UNION ALL
SELECT id, council, meeting_date, 'no', no FROM votes WHERE no IS NOT NULL AND same_as IS NULL
UNION ALL
SELECT id, council, meeting_date, 'abstain', abstain FROM votes WHERE abstain IS NOT NULL AND same_as IS NULL
UNION ALL
SELECT id, council, meeting_date, 'not voting', recused FROM votes WHERE recused IS NOT NULL AND same_as IS NULL;

-- Feeds, in the columns of datasette-atom and some to choose by. Updated: when the document's present bytes came, never the clock.
CREATE VIEW feed_decisions AS
SELECT 'tag:beschlussbuch,2026:votes/' || v.id AS atom_id,
       COALESCE((SELECT m.title FROM matters AS m WHERE m.document_id = v.document_id AND m.agenda_item IS v.agenda_item), d.title, d.name,
                'Abstimmung') || ': ' || COALESCE(o.de, v.outcome)
       || CASE WHEN v.yes IS NULL OR v.no IS NULL THEN '' ELSE ' (' || v.yes || ' Ja, ' || v.no || ' Nein)' END AS atom_title,
       d.fetched_at AS atom_updated,
       CASE WHEN v.permalink GLOB 'http*' THEN v.permalink ELSE COALESCE(v.original_url, '/' || v.permalink) END AS atom_link,
       LTRIM(COALESCE(v.body, '') || COALESCE(' · ' || v.meeting_date, '') || COALESCE(' · TOP ' || v.agenda_item, '') || ': „', ' ·:')
       || v.quote || '“'
       AS atom_content,
       v.council, v.meeting_date, v.id,
       (SELECT m.id FROM matters AS m WHERE m.document_id = v.document_id AND m.agenda_item IS v.agenda_item) AS matter_id
FROM documents AS d
JOIN votes AS v ON v.document_id = d.id
LEFT JOIN terms AS o ON o."table" = 'votes' AND o."column" = 'outcome' AND o.value = v.outcome
WHERE v.same_as IS NULL AND d.fetched_at IS NOT NULL
ORDER BY d.fetched_at DESC, d.id, v.char_start, v.id;

CREATE VIEW feed_close_votes AS
SELECT f.* FROM feed_decisions AS f JOIN close_votes ON close_votes.id = f.id
ORDER BY f.atom_updated DESC, f.id;

CREATE VIEW feed_large_sums AS
SELECT 'tag:beschlussbuch,2026:amounts/' || a.id AS atom_id,
       REPLACE(PRINTF('%,d', CAST(a.amount AS INTEGER)), ',', '.') || ' ' || a.currency || ': '
       || COALESCE((SELECT m.title FROM matters AS m WHERE m.document_id = a.document_id AND m.agenda_item IS a.agenda_item), d.title, d.name,
                   'Betrag') AS atom_title,
       d.fetched_at AS atom_updated,
       CASE WHEN a.permalink GLOB 'http*' THEN a.permalink ELSE COALESCE(a.original_url, '/' || a.permalink) END AS atom_link,
       LTRIM(COALESCE(a.body, '') || COALESCE(' · ' || a.meeting_date, '') || COALESCE(' · ' || o.de, '') || ': „', ' ·:') || a.quote || '“'
       AS atom_content,
       a.council, a.meeting_date, a.id,
       (SELECT m.id FROM matters AS m WHERE m.document_id = a.document_id AND m.agenda_item IS a.agenda_item) AS matter_id
FROM amounts AS a
JOIN documents AS d ON d.id = a.document_id
LEFT JOIN terms AS o ON o."table" = 'amounts' AND o."column" = 'role' AND o.value = a.role
WHERE a.same_as IS NULL AND a.section = 'resolution' AND a.amount >= $LARGE_SUM AND d.fetched_at IS NOT NULL
ORDER BY d.fetched_at DESC, d.id, a.char_start, a.id;

CREATE VIEW feed_follow_ups AS
SELECT 'tag:beschlussbuch,2026:follow_ups/' || u.id AS atom_id,
       COALESCE(u.paper || COALESCE(', Punkt ' || u.point, '') || ': ', '') || COALESCE(o.de, u.status_raw, u.status) AS atom_title,
       d.fetched_at AS atom_updated,
       CASE WHEN u.permalink GLOB 'http*' THEN u.permalink ELSE COALESCE(u.original_url, '/' || u.permalink) END AS atom_link,
       COALESCE((SELECT m.title FROM matters AS m WHERE m.document_id = u.document_id AND m.agenda_item IS u.agenda_item) || ': ', '')
       || '„' || u.quote || '“' AS atom_content,
       u.council, u.meeting_date, u.id,
       (SELECT m.id FROM matters AS m WHERE m.document_id = u.document_id AND m.agenda_item IS u.agenda_item) AS matter_id
FROM documents AS d
JOIN follow_ups AS u ON u.document_id = d.id
LEFT JOIN terms AS o ON o."table" = 'follow_ups' AND o."column" = 'status' AND o.value = u.status
WHERE u.same_as IS NULL AND d.fetched_at IS NOT NULL
ORDER BY d.fetched_at DESC, d.id, u.char_start, u.id;
