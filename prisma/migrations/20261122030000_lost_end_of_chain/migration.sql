-- A chain whose last entries are gone is still a chain: nothing after them tells. For a file, what was recorded does:
-- every fact has its entry, and every assignment after the first. One that has none says that the end was cut, after the
-- last position left. The ends of an operator's chain and of the platform's have no such witness.
CREATE OR REPLACE FUNCTION journal_breaks(of_chain text) RETURNS TABLE ("position" bigint, fault text) LANGUAGE sql STABLE AS $$
  WITH linked AS (
    SELECT e.*, lag(e.position) OVER w AS position_before, lag(e.hash) OVER w AS hash_before
    FROM journal_entry e WHERE e.chain = of_chain WINDOW w AS (ORDER BY e.position)
  ), broken AS (
    SELECT l.position, f.fault
    FROM linked l LEFT JOIN journal_detail d ON d.entry_id = l.id
    CROSS JOIN LATERAL (VALUES
      ('missing', l.position <> coalesce(l.position_before, 0) + 1),
      ('unlinked', l.previous_hash <> coalesce(l.hash_before, ''::bytea)),
      ('altered', l.hash <> journal_hash(l.chain, l.position, l.previous_hash, l.digest, l.action, l.actor_id, l.case_id, l.fact_id, l.at)),
      ('detail', d.detail IS NOT NULL AND l.digest <> sha256(convert_to(d.detail::text, 'UTF8')))
    ) AS f (fault, broken)
    WHERE f.broken
  ), file AS (
    SELECT CASE WHEN of_chain ~ '^case:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN substr(of_chain, 6)::uuid END AS id
  ), cut AS (
    SELECT (SELECT coalesce(max(l.position), 0) + 1 FROM linked l) AS "position", 'cut' AS fault
    FROM file
    WHERE EXISTS (SELECT FROM fact f WHERE f.case_id = file.id AND NOT EXISTS (SELECT FROM linked l WHERE l.fact_id = f.id))
       OR (SELECT count(*) FROM assignment a WHERE a.case_id = file.id) - 1 > (SELECT count(*) FROM linked l WHERE l.action = 'file.assigned')
  )
  SELECT a.position, a.fault FROM (SELECT * FROM broken UNION ALL SELECT * FROM cut) a
  ORDER BY a.position, array_position(ARRAY['missing', 'unlinked', 'altered', 'detail', 'cut'], a.fault)
$$;
