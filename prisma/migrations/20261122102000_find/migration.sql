-- Finding: people and employers by names half known or mistyped, what one read last, and how one is helped along.

-- A word, and each way to have struck two of its neighbouring letters in the wrong order.
CREATE FUNCTION word_and_swaps(word text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT word
  UNION
  SELECT left(word, at - 1) || substr(word, at + 1, 1) || substr(word, at, 1) || substr(word, at + 2)
  FROM generate_series(1, least(char_length(word), 20) - 1) AS at WHERE char_length(word) > 3
$$;

-- The doors below take words in search form, the longest first: the rarest as a rule, which goes by the trigram index, the
-- others being looked for among what it found. As for people_named: a policy would keep that index out, so the operator is
-- part of the query, and who may see which file is for the query around to say. The basins and the people who follow the
-- files only keep the count from being spent out of reach; none given is no limit.

-- People of the current operator, each word beginning a word of their name.
CREATE FUNCTION people_begun(asked text[], in_basins uuid[], followed_by uuid[], most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id FROM person p
  WHERE p.operator_id = current_operator()
    AND (p.search_name LIKE asked[1] || '%' OR p.search_name LIKE '% ' || asked[1] || '%')
    AND ' ' || p.search_name LIKE ALL (SELECT '% ' || word || '%' FROM unnest(asked) AS word)
    AND (in_basins IS NULL OR p.id IN (SELECT c.person_id FROM case_file c WHERE c.operator_id = current_operator() AND c.basin_id = ANY (in_basins)))
    AND (followed_by IS NULL OR p.id IN (SELECT c.person_id FROM case_file c WHERE c.operator_id = current_operator()
                                            AND (c.counsellor_id = ANY (followed_by) OR c.referent_id = ANY (followed_by))))
  LIMIT most
$$;

-- People whose name resembles every word, one of them mistyped: the nearest first.
CREATE FUNCTION people_near(asked text[], in_basins uuid[], followed_by uuid[], most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, public, pg_temp SET pg_trgm.word_similarity_threshold = 0.4 AS $$
  SELECT near.id FROM (
    SELECT p.id, (SELECT sum(word_similarity(word, p.search_name)) FROM unnest(asked) AS word) AS nearness
    FROM person p WHERE p.operator_id = current_operator() AND p.search_name %> asked[1]
    UNION ALL
    SELECT p.id, 2 FROM word_and_swaps(asked[1]) AS swapped JOIN person p ON p.search_name LIKE '%' || swapped || '%'
    WHERE p.operator_id = current_operator()
  ) AS near
  WHERE (in_basins IS NULL OR near.id IN (SELECT c.person_id FROM case_file c WHERE c.operator_id = current_operator() AND c.basin_id = ANY (in_basins)))
    AND (followed_by IS NULL OR near.id IN (SELECT c.person_id FROM case_file c WHERE c.operator_id = current_operator()
                                            AND (c.counsellor_id = ANY (followed_by) OR c.referent_id = ANY (followed_by))))
  ORDER BY near.nearness DESC LIMIT most
$$;

-- Employers of the current operator, likewise.
CREATE FUNCTION employers_begun(asked text[], most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.id FROM employer e
  WHERE e.operator_id = current_operator()
    AND (e.search_name LIKE asked[1] || '%' OR e.search_name LIKE '% ' || asked[1] || '%')
    AND ' ' || e.search_name LIKE ALL (SELECT '% ' || word || '%' FROM unnest(asked) AS word)
  LIMIT most
$$;
CREATE FUNCTION employers_near(asked text[], most integer) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, public, pg_temp SET pg_trgm.word_similarity_threshold = 0.4 AS $$
  SELECT near.id FROM (
    SELECT e.id, (SELECT sum(word_similarity(word, e.search_name)) FROM unnest(asked) AS word) AS nearness
    FROM employer e WHERE e.operator_id = current_operator() AND e.search_name %> asked[1]
    UNION ALL
    SELECT e.id, 2 FROM word_and_swaps(asked[1]) AS swapped JOIN employer e ON e.search_name LIKE '%' || swapped || '%'
    WHERE e.operator_id = current_operator()
  ) AS near
  ORDER BY near.nearness DESC LIMIT most
$$;

REVOKE EXECUTE ON FUNCTION people_begun(text[], uuid[], uuid[], integer), people_near(text[], uuid[], uuid[], integer),
  employers_begun(text[], integer), employers_near(text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_begun(text[], uuid[], uuid[], integer), people_near(text[], uuid[], uuid[], integer),
  employers_begun(text[], integer), employers_near(text[], integer) TO rebond_app;

-- The files that someone opened last: their own reads, from the journal.
CREATE INDEX journal_entry_own_reads ON journal_entry (actor_id, at DESC) WHERE action = 'file.read';

-- How one is helped along: whether the first tour was taken or put away, and whether single keys act.
ALTER TABLE account
  ADD COLUMN tour_seen_at timestamptz(6),
  ADD COLUMN single_keys boolean NOT NULL DEFAULT true;
GRANT SELECT (tour_seen_at, single_keys) ON account TO rebond_app;

-- Everyone reads and keeps their own, those who belong to no operator too.
CREATE FUNCTION own_guidance() RETURNS TABLE (tour_seen boolean, single_keys boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.tour_seen_at IS NOT NULL, a.single_keys FROM account a WHERE a.id = current_account()
$$;
CREATE FUNCTION keep_guidance(seen boolean, keys boolean) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE account SET tour_seen_at = CASE WHEN seen THEN coalesce(tour_seen_at, now()) ELSE tour_seen_at END,
                     single_keys = coalesce(keys, single_keys)
  WHERE id = current_account()
$$;
REVOKE EXECUTE ON FUNCTION own_guidance(), keep_guidance(boolean, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_guidance(), keep_guidance(boolean, boolean) TO rebond_app;
