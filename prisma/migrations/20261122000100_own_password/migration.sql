-- Everyone changes their own password, members of a committee included, whose account belongs to no operator and
-- is out of reach of the policies. Every session of the account ends.
CREATE FUNCTION keep_own_password(new_hash text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE account SET password_hash = new_hash, session_version = session_version + 1 WHERE id = current_account() AND active
$$;
REVOKE EXECUTE ON FUNCTION keep_own_password(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_own_password(text) TO rebond_app;
