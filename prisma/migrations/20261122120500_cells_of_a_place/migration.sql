-- The cells of a place lie together under each key, its months in order: between two months, those of every basin were read
-- for the few of one. What all basins add up to is found by month.
ALTER TABLE indicator_cell DROP CONSTRAINT indicator_cell_pkey;
ALTER TABLE indicator_cell ADD PRIMARY KEY (operator_id, key, basin_id, month);
CREATE INDEX indicator_cell_operator_id_key_month_idx ON indicator_cell (operator_id, key, month);
