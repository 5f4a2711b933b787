-- The figures of a territory, across operators: the only thing a committee reads. They are counted and masked here, by
-- the owner's right, so that the app never holds a count of another operator's people, masked or not.

-- Masks, within one total, what would let a small count be found again: every count of 1 to 4, and, when the masked ones
-- could be had by subtraction (a single one, or several worth less than 5 together), the smallest of the others.
CREATE FUNCTION mask_parts(counts integer[]) RETURNS boolean[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  masked boolean[] := array(SELECT c BETWEEN 1 AND 4 FROM unnest(counts) WITH ORDINALITY AS u (c, i) ORDER BY i);
  hidden integer;
  worth integer;
  smallest integer;
BEGIN
  SELECT count(*), coalesce(sum(c), 0) INTO hidden, worth
    FROM unnest(counts, masked) AS u (c, m) WHERE m;
  IF hidden = 1 OR (hidden > 1 AND worth < 5) THEN
    SELECT i INTO smallest FROM unnest(counts, masked) WITH ORDINALITY AS u (c, m, i) WHERE NOT m AND c > 0 ORDER BY c, i LIMIT 1;
    IF smallest IS NOT NULL THEN masked[smallest] := true; END IF;
  END IF;
  RETURN masked;
END
$$;

-- Counts a quarter for every basin served, all operators together.
--   entries, exits             CSP begun, ended, in the quarter
--   pre_bilan_due, _in_time    pré-bilans whose day fell in the quarter and has passed, or that were held; held in time
--   plan_due, _in_time         the same for plans
--   live, live_*               files followed today, by group of stages: only with_stock, for the present quarter
CREATE FUNCTION compute_territory_figures(of_quarter text, first_day date, last_day date, today date, with_stock boolean) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  basin_count record;
  parts integer[];
  hidden boolean[];
  groups text[] := ARRAY['live_proposal', 'live_support', 'live_suspended', 'live_placed', 'live_term'];
  written integer := 0;
BEGIN
  DELETE FROM territory_figure WHERE quarter = of_quarter AND (with_stock OR NOT indicator LIKE 'live%');
  FOR basin_count IN
    SELECT b.id,
      (SELECT count(*)::integer FROM case_file c WHERE c.basin_id = b.id AND c.csp_start BETWEEN first_day AND least(last_day, today)) AS entries,
      (SELECT count(*)::integer FROM case_file c WHERE c.basin_id = b.id AND c.ended_on BETWEEN first_day AND least(last_day, today)) AS exits,
      pre_bilan.due AS pre_bilan_due, pre_bilan.in_time AS pre_bilan_in_time, plan.due AS plan_due, plan.in_time AS plan_in_time,
      CASE WHEN with_stock THEN (
        SELECT ARRAY[
          count(*) FILTER (WHERE c.stage IN ('to_propose', 'reflection', 'awaiting_authorisation', 'accepted_pending'))::integer,
          count(*) FILTER (WHERE c.stage IN ('pre_bilan_due', 'plan_due', 'in_follow_up', 'asp_stopped', 'breach_proposed'))::integer,
          count(*) FILTER (WHERE c.stage IN ('suspended_work', 'suspended_health', 'suspended_family'))::integer,
          count(*) FILTER (WHERE c.stage IN ('in_job', 'follow_up_after_job'))::integer,
          count(*) FILTER (WHERE c.stage = 'term')::integer]
        FROM case_file c WHERE c.basin_id = b.id AND NOT c.closed) END AS live
    FROM basin b
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT d.case_id)::integer AS due, count(DISTINCT d.case_id) FILTER (WHERE d.met_on <= d.due_on)::integer AS in_time
      FROM deadline d WHERE d.basin_id = b.id AND d.label = 'preBilan' AND d.due_on BETWEEN first_day AND last_day
        AND (d.met_on IS NOT NULL OR (NOT d.cancelled AND d.due_on < today))) pre_bilan
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT d.case_id)::integer AS due, count(DISTINCT d.case_id) FILTER (WHERE d.met_on <= d.due_on)::integer AS in_time
      FROM deadline d WHERE d.basin_id = b.id AND d.label = 'plan' AND d.due_on BETWEEN first_day AND last_day
        AND (d.met_on IS NOT NULL OR (NOT d.cancelled AND d.due_on < today))) plan
    WHERE EXISTS (SELECT FROM operator_basin ob WHERE ob.basin_id = b.id)
  LOOP
    INSERT INTO territory_figure (basin_id, indicator, quarter, figure, masked, computed_at)
    SELECT basin_count.id, f.indicator, of_quarter, CASE WHEN f.hide THEN NULL ELSE f.value END, f.hide, now()
    FROM (VALUES
      ('entries', basin_count.entries, basin_count.entries BETWEEN 1 AND 4),
      ('exits', basin_count.exits, basin_count.exits BETWEEN 1 AND 4),
      ('pre_bilan_due', basin_count.pre_bilan_due, basin_count.pre_bilan_due BETWEEN 1 AND 4),
      ('plan_due', basin_count.plan_due, basin_count.plan_due BETWEEN 1 AND 4),
      -- A share is masked as soon as it, or what is missing to it, is small.
      ('pre_bilan_in_time', basin_count.pre_bilan_in_time,
        basin_count.pre_bilan_in_time BETWEEN 1 AND 4 OR basin_count.pre_bilan_due - basin_count.pre_bilan_in_time BETWEEN 1 AND 4),
      ('plan_in_time', basin_count.plan_in_time,
        basin_count.plan_in_time BETWEEN 1 AND 4 OR basin_count.plan_due - basin_count.plan_in_time BETWEEN 1 AND 4)
    ) AS f (indicator, value, hide);
    written := written + 6;
    IF with_stock THEN
      parts := basin_count.live;
      hidden := mask_parts(parts);
      INSERT INTO territory_figure (basin_id, indicator, quarter, figure, masked, computed_at)
      SELECT basin_count.id, f.indicator, of_quarter, CASE WHEN f.hide THEN NULL ELSE f.value END, f.hide, now()
      FROM (
        SELECT g, v, h FROM unnest(groups, parts, hidden) AS u (g, v, h)
        UNION ALL
        SELECT 'live', total, total BETWEEN 1 AND 4 FROM (SELECT sum(v)::integer AS total FROM unnest(parts) AS v) AS whole
      ) AS f (indicator, value, hide);
      written := written + 6;
    END IF;
  END LOOP;
  RETURN written;
END
$$;

REVOKE EXECUTE ON FUNCTION compute_territory_figures(text, date, date, date, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION compute_territory_figures(text, date, date, date, boolean) TO rebond_app;
