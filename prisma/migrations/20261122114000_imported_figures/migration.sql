-- What no file holds, as others publish it: a figure with its source and the day it was published. Kept for everyone by the
-- platform (no operator), or by an operator for itself. Never changed: a figure revised is one that replaces it, and says why.
CREATE TABLE imported_figure (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  operator_id uuid REFERENCES operator (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  indicator text NOT NULL,
  place_level text NOT NULL,
  place_code text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  -- In the unit of the indicator: people, percent, euros, a count.
  amount numeric(16, 4) NOT NULL,
  source_title text NOT NULL,
  source_url text,
  published_on date NOT NULL,
  replaces uuid REFERENCES imported_figure (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  reason text,
  imported_by uuid NOT NULL REFERENCES account (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  imported_at timestamptz(6) NOT NULL,
  CONSTRAINT imported_figure_indicator CHECK (indicator ~ '^[a-zA-Z]{2,40}$'),
  CONSTRAINT imported_figure_place CHECK (place_level IN ('basin', 'department', 'region', 'nation') AND (place_level = 'nation') = (place_code = '')),
  CONSTRAINT imported_figure_days CHECK (to_day >= from_day AND from_day >= DATE '1990-01-01' AND to_day <= DATE '2199-12-31'),
  CONSTRAINT imported_figure_amount CHECK (amount >= 0),
  CONSTRAINT imported_figure_source CHECK (btrim(source_title) <> '' AND char_length(source_title) <= 200),
  CONSTRAINT imported_figure_address CHECK (source_url ~ '^https://[^[:space:]]+$' AND char_length(source_url) <= 500),
  CONSTRAINT imported_figure_reason CHECK ((replaces IS NULL) = (reason IS NULL) AND char_length(reason) <= 2000 AND btrim(reason) <> '')
);
CREATE UNIQUE INDEX imported_figure_replaces_key ON imported_figure (replaces);
-- One first figure of an indicator, a place and a period for each keeper; those after it replace one another.
CREATE UNIQUE INDEX imported_figure_first_key ON imported_figure (coalesce(operator_id, '00000000-0000-0000-0000-000000000000'::uuid), indicator, place_level, place_code, from_day, to_day)
  WHERE replaces IS NULL;
CREATE INDEX imported_figure_place_idx ON imported_figure (place_level, place_code, indicator);
CREATE TRIGGER imported_figure_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON imported_figure
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A figure replaces one of the same keeper, about the same thing.
CREATE FUNCTION check_imported_replaces() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM imported_figure f WHERE f.id = NEW.replaces AND f.operator_id IS NOT DISTINCT FROM NEW.operator_id AND f.indicator = NEW.indicator
      AND f.place_level = NEW.place_level AND f.place_code = NEW.place_code AND f.from_day = NEW.from_day AND f.to_day = NEW.to_day) THEN
    RAISE EXCEPTION 'an imported figure replaces one about the same thing'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'imported_figure_same_thing', TABLE = 'imported_figure';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER imported_figure_same_thing BEFORE INSERT ON imported_figure
  FOR EACH ROW WHEN (NEW.replaces IS NOT NULL) EXECUTE FUNCTION check_imported_replaces();

ALTER TABLE imported_figure ENABLE ROW LEVEL SECURITY;
-- What the platform keeps is published elsewhere: everyone reads it.
CREATE POLICY published ON imported_figure FOR SELECT USING (operator_id IS NULL OR operator_id = (SELECT current_operator()));
CREATE POLICY kept ON imported_figure FOR INSERT WITH CHECK (
  operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform()) AND (SELECT current_operator()) IS NULL));
GRANT SELECT, INSERT ON imported_figure TO rebond_app;
