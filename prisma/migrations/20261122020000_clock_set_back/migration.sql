-- A demo's day may be set back. What was derived for a later day is then ahead of its time: every file becomes one whose
-- day of change has come, so that the next read, or the worker, derives it for the day it is again.
CREATE FUNCTION derive_again_when_set_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(NEW.civil_day, current_date) < coalesce(OLD.civil_day, current_date) THEN
    UPDATE case_file SET next_change_on = coalesce(NEW.civil_day, current_date);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER demo_clock_set_back AFTER UPDATE ON demo_clock
  FOR EACH ROW EXECUTE FUNCTION derive_again_when_set_back();
