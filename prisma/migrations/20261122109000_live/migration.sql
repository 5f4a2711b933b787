-- A change to a file is said at once to whoever has it, or a list with it, on screen. Only who it concerns is told, never what:
-- the screens ask for that themselves, with their own rights. What the worker does for many files at midnight is not said.
CREATE FUNCTION say_file_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rebond_live', json_build_object(
    'operator', NEW.operator_id, 'file', NEW.id, 'reference', NEW.reference, 'version', NEW.version, 'by', current_account(),
    'basin', NEW.basin_id,
    'counsellors', CASE WHEN TG_OP = 'UPDATE' THEN json_build_array(OLD.counsellor_id, NEW.counsellor_id) ELSE json_build_array(NEW.counsellor_id) END,
    'referents', CASE WHEN TG_OP = 'UPDATE' THEN json_build_array(OLD.referent_id, NEW.referent_id) ELSE json_build_array(NEW.referent_id) END)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER case_file_said AFTER UPDATE ON case_file
  FOR EACH ROW WHEN (current_account() IS NOT NULL AND (NEW.version <> OLD.version OR NEW.counsellor_id <> OLD.counsellor_id OR NEW.referent_id IS DISTINCT FROM OLD.referent_id))
  EXECUTE FUNCTION say_file_changed();
CREATE TRIGGER case_file_opened_said AFTER INSERT ON case_file
  FOR EACH ROW WHEN (current_account() IS NOT NULL) EXECUTE FUNCTION say_file_changed();
