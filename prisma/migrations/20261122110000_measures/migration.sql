-- What figures are made from: one line for each file (lib/indicators/measures.ts), and what the lines of a basin add up to
-- by month, so that a figure of the whole country adds cells rather than files.

-- A basin lies in several departments; figures count it whole in one, that of the town it is named after. Source: Insee.
ALTER TABLE basin ADD COLUMN main_department_code text;
UPDATE basin SET main_department_code = coalesce(
  (SELECT main FROM (VALUES
('0051', '61'), ('0052', '13'), ('0053', '84'), ('0054', '60'), ('0055', '26'), ('0056', '58'), ('0057', '28'), ('0058', '76'),
('0059', '71'), ('0060', '58'), ('0061', '28'), ('0062', '35'), ('0063', '19'), ('0064', '84'), ('0101', '971'), ('0102', '971'),
('0103', '971'), ('0104', '971'), ('0105', '971'), ('0201', '972'), ('0202', '972'), ('0203', '972'), ('0204', '972'), ('0205', '972'),
('0206', '972'), ('0301', '973'), ('0302', '973'), ('0303', '973'), ('0401', '974'), ('0402', '974'), ('0403', '974'), ('0404', '974'),
('0601', '976'), ('1101', '95'), ('1102', '77'), ('1103', '91'), ('1104', '91'), ('1105', '77'), ('1106', '77'), ('1107', '77'),
('1108', '77'), ('1109', '75'), ('1110', '77'), ('1111', '78'), ('1112', '95'), ('1113', '91'), ('1114', '78'), ('1115', '78'),
('2401', '41'), ('2402', '18'), ('2403', '28'), ('2404', '28'), ('2405', '36'), ('2406', '37'), ('2407', '45'), ('2408', '37'),
('2409', '45'), ('2410', '45'), ('2411', '45'), ('2412', '41'), ('2413', '37'), ('2414', '41'), ('2415', '18'), ('2701', '71'),
('2702', '89'), ('2703', '89'), ('2704', '21'), ('2705', '90'), ('2706', '25'), ('2707', '71'), ('2708', '71'), ('2709', '21'),
('2710', '71'), ('2711', '21'), ('2712', '39'), ('2713', '39'), ('2714', '25'), ('2715', '25'), ('2716', '39'), ('2717', '89'),
('2718', '70'), ('2801', '61'), ('2802', '50'), ('2803', '27'), ('2804', '14'), ('2805', '50'), ('2806', '50'), ('2807', '76'),
('2808', '27'), ('2809', '61'), ('2810', '50'), ('2811', '27'), ('2812', '61'), ('2813', '76'), ('2814', '14'), ('2815', '76'),
('2816', '50'), ('2817', '27'), ('2818', '14'), ('2819', '76'), ('3201', '80'), ('3202', '80'), ('3203', '62'), ('3204', '62'),
('3205', '62'), ('3206', '62'), ('3207', '62'), ('3208', '59'), ('3209', '02'), ('3210', '60'), ('3211', '60'), ('3212', '59'),
('3213', '59'), ('3214', '02'), ('3215', '62'), ('3216', '59'), ('3217', '59'), ('3218', '59'), ('3219', '62'), ('3220', '02'),
('3221', '02'), ('3222', '59'), ('4401', '55'), ('4402', '51'), ('4403', '08'), ('4404', '52'), ('4405', '68'), ('4406', '51'),
('4407', '88'), ('4408', '57'), ('4409', '67'), ('4410', '57'), ('4411', '68'), ('4412', '54'), ('4413', '51'), ('4414', '88'),
('4415', '10'), ('4416', '57'), ('4417', '88'), ('4418', '68'), ('4419', '57'), ('4420', '57'), ('4421', '08'), ('4422', '67'),
('4423', '67'), ('4424', '57'), ('4425', '10'), ('4426', '55'), ('4427', '51'), ('5201', '44'), ('5202', '49'), ('5203', '85'),
('5204', '53'), ('5205', '44'), ('5206', '49'), ('5207', '85'), ('5208', '72'), ('5209', '72'), ('5210', '85'), ('5211', '53'),
('5212', '72'), ('5213', '85'), ('5214', '85'), ('5215', '53'), ('5216', '44'), ('5217', '44'), ('5218', '72'), ('5219', '44'),
('5220', '49'), ('5221', '49'), ('5301', '56'), ('5302', '29'), ('5303', '29'), ('5304', '22'), ('5305', '35'), ('5306', '22'),
('5307', '22'), ('5308', '22'), ('5309', '56'), ('5310', '29'), ('5311', '56'), ('5312', '56'), ('5313', '29'), ('5314', '29'),
('5315', '35'), ('5316', '22'), ('5317', '35'), ('5318', '56'), ('5319', '35'), ('7501', '47'), ('7502', '16'), ('7503', '64'),
('7504', '24'), ('7505', '33'), ('7506', '79'), ('7507', '19'), ('7508', '86'), ('7509', '16'), ('7510', '40'), ('7511', '23'),
('7512', '17'), ('7513', '33'), ('7514', '33'), ('7515', '33'), ('7516', '33'), ('7517', '87'), ('7518', '47'), ('7519', '40'),
('7520', '79'), ('7521', '64'), ('7522', '64'), ('7523', '24'), ('7524', '86'), ('7525', '17'), ('7526', '17'), ('7527', '87'),
('7528', '17'), ('7529', '24'), ('7530', '79'), ('7531', '19'), ('7532', '47'), ('7601', '34'), ('7602', '81'), ('7603', '30'),
('7604', '32'), ('7605', '30'), ('7606', '34'), ('7607', '46'), ('7608', '11'), ('7609', '82'), ('7610', '81'), ('7611', '46'),
('7612', '09'), ('7613', '48'), ('7614', '12'), ('7615', '82'), ('7616', '34'), ('7617', '11'), ('7618', '30'), ('7619', '46'),
('7620', '66'), ('7621', '12'), ('7622', '31'), ('7623', '34'), ('7624', '65'), ('7625', '31'), ('8401', '74'), ('8402', '07'),
('8403', '15'), ('8404', '01'), ('8405', '01'), ('8406', '38'), ('8407', '73'), ('8408', '63'), ('8409', '38'), ('8410', '63'),
('8411', '73'), ('8412', '42'), ('8413', '73'), ('8414', '74'), ('8415', '74'), ('8416', '74'), ('8417', '63'), ('8418', '74'),
('8419', '43'), ('8420', '43'), ('8421', '69'), ('8422', '26'), ('8423', '03'), ('8424', '03'), ('8425', '01'), ('8426', '42'),
('8427', '26'), ('8428', '42'), ('8429', '15'), ('8430', '69'), ('8431', '26'), ('8432', '03'), ('8433', '38'), ('8434', '69'),
('8435', '38'), ('9301', '13'), ('9302', '05'), ('9303', '83'), ('9304', '06'), ('9305', '84'), ('9306', '84'), ('9307', '04'),
('9308', '83'), ('9309', '83'), ('9310', '05'), ('9311', '04'), ('9312', '13'), ('9313', '13'), ('9314', '06'), ('9315', '06'),
('9316', '84'), ('9317', '83'), ('9318', '83'), ('9401', '2A'), ('9402', '2B'), ('9403', '2B'), ('9404', '2B'), ('9405', '2B'),
('9406', '2A'), ('9407', '2A')
  ) AS zone (code, main) WHERE zone.code = basin.code AND basin.scheme = 'ZE2020'),
  department_codes[1]);
CREATE FUNCTION fill_main_department() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.main_department_code := coalesce(NEW.main_department_code, NEW.department_codes[1]);
  RETURN NEW;
END
$$;
CREATE TRIGGER basin_main_department BEFORE INSERT OR UPDATE ON basin FOR EACH ROW EXECUTE FUNCTION fill_main_department();
ALTER TABLE basin ADD CONSTRAINT basin_main_department CHECK (main_department_code IS NULL OR main_department_code = ANY (department_codes));

CREATE TABLE case_measure (
  case_id uuid PRIMARY KEY,
  operator_id uuid NOT NULL,
  basin_id uuid NOT NULL,
  counsellor_id uuid NOT NULL,
  referent_id uuid,
  regime_code text,
  entry_path text NOT NULL,
  seniority text,
  accepted_on date,
  entered_on date,
  ended_on date,
  exit_motive text,
  pre_bilan_due_on date,
  pre_bilan_on date,
  days_to_pre_bilan integer,
  plan_due_on date,
  plan_on date,
  review_due_on date,
  review_on date,
  last_contact_on date,
  first_training_on date,
  first_training_month smallint,
  first_training_delay integer,
  training_days integer NOT NULL,
  first_work_on date,
  work_days integer NOT NULL,
  work_months integer[] NOT NULL,
  first_job_on date,
  job_within_three_months boolean,
  extension_days integer NOT NULL,
  extended_by_work boolean NOT NULL,
  stay_days integer,
  stayed_under_twelve_months boolean,
  durable_job_on date,
  durable_at_exit boolean,
  situation_at_six_months text,
  bonus_claim_due_on date,
  bonus_claimed_on date,
  bonus_first_paid_on date,
  bonus_first_amount numeric(12, 2),
  bonus_payments smallint NOT NULL,
  wage_gap_claimed_on date,
  wage_gap_payments smallint NOT NULL,
  asp_days integer,
  asp_daily numeric(12, 2),
  FOREIGN KEY (operator_id, case_id) REFERENCES case_file (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE UNIQUE INDEX case_measure_operator_id_case_id_key ON case_measure (operator_id, case_id);
CREATE INDEX case_measure_operator_id_basin_id_idx ON case_measure (operator_id, basin_id);
CREATE INDEX case_measure_operator_id_counsellor_id_idx ON case_measure (operator_id, counsellor_id);
CREATE INDEX case_measure_operator_id_entered_on_idx ON case_measure (operator_id, entered_on);
CREATE INDEX case_measure_operator_id_ended_on_idx ON case_measure (operator_id, ended_on);
CREATE INDEX case_measure_operator_id_pre_bilan_due_on_idx ON case_measure (operator_id, pre_bilan_due_on);
CREATE INDEX case_measure_operator_id_pre_bilan_on_idx ON case_measure (operator_id, pre_bilan_on);
CREATE INDEX case_measure_operator_id_plan_due_on_idx ON case_measure (operator_id, plan_due_on);
CREATE INDEX case_measure_operator_id_review_due_on_idx ON case_measure (operator_id, review_due_on);
CREATE INDEX case_measure_operator_id_bonus_claim_due_on_idx ON case_measure (operator_id, bonus_claim_due_on);
CREATE INDEX case_measure_operator_id_durable_job_on_idx ON case_measure (operator_id, durable_job_on);
CREATE INDEX case_measure_operator_id_wage_gap_claimed_on_idx ON case_measure (operator_id, wage_gap_claimed_on);

-- What the lines of an operator's basin add up to in a month: the key names an indicator and what of it is counted
-- (lib/steering/cells.ts). Nothing is kept of a count of none.
CREATE TABLE indicator_cell (
  operator_id uuid NOT NULL REFERENCES operator (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  basin_id uuid NOT NULL REFERENCES basin (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  month date NOT NULL,
  key text NOT NULL,
  amount numeric NOT NULL,
  PRIMARY KEY (operator_id, month, key, basin_id),
  CONSTRAINT indicator_cell_month CHECK (extract(day FROM month) = 1)
);
CREATE INDEX indicator_cell_operator_id_basin_id_month_idx ON indicator_cell (operator_id, basin_id, month);

-- Cells to be added up again, since a line that they count, or counted, has changed. A cell may be named many times: were
-- it named once, two people writing in one basin would wait for each other.
CREATE TABLE indicator_stale (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  operator_id uuid NOT NULL REFERENCES operator (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  basin_id uuid NOT NULL REFERENCES basin (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  month date NOT NULL
);
CREATE INDEX indicator_stale_operator_id_idx ON indicator_stale (operator_id);

-- The months that a line counts in: those of its anchors, and those it worked in.
CREATE FUNCTION months_of_measure(m case_measure) RETURNS SETOF date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT DISTINCT date_trunc('month', day)::date FROM unnest(ARRAY[
    m.entered_on, m.ended_on, m.pre_bilan_due_on, m.pre_bilan_on, m.plan_due_on, m.review_due_on, m.bonus_claim_due_on,
    m.durable_job_on, m.wage_gap_claimed_on]) AS day WHERE day IS NOT NULL
  UNION
  SELECT make_date(month / 100, month % 100, 1) FROM unnest(m.work_months) AS month
$$;

CREATE FUNCTION mark_new_measures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO indicator_stale (operator_id, basin_id, month)
  SELECT DISTINCT n.operator_id, n.basin_id, months_of_measure(n) FROM new_lines n;
  RETURN NULL;
END
$$;
CREATE FUNCTION mark_changed_measures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO indicator_stale (operator_id, basin_id, month)
  SELECT DISTINCT operator_id, basin_id, month FROM (
    SELECT o.operator_id, o.basin_id, months_of_measure(o) AS month FROM old_lines o JOIN new_lines n USING (case_id) WHERE o IS DISTINCT FROM n
    UNION ALL
    SELECT n.operator_id, n.basin_id, months_of_measure(n) FROM old_lines o JOIN new_lines n USING (case_id) WHERE o IS DISTINCT FROM n
  ) AS touched;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_measure_new AFTER INSERT ON case_measure
  REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION mark_new_measures();
CREATE TRIGGER case_measure_changed AFTER UPDATE ON case_measure
  REFERENCING OLD TABLE AS old_lines NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_measures();

-- Whose a file is, copied on its line, follows the file.
CREATE FUNCTION measures_follow_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE case_measure SET basin_id = NEW.basin_id, counsellor_id = NEW.counsellor_id, referent_id = NEW.referent_id WHERE case_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_file_measures AFTER UPDATE OF basin_id, counsellor_id, referent_id ON case_file
  FOR EACH ROW WHEN (OLD.basin_id <> NEW.basin_id OR OLD.counsellor_id <> NEW.counsellor_id OR OLD.referent_id IS DISTINCT FROM NEW.referent_id)
  EXECUTE FUNCTION measures_follow_file();

ALTER TABLE case_measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE indicator_cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE indicator_stale ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON case_measure USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON indicator_cell USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON indicator_stale USING (operator_id = (SELECT current_operator()));
GRANT SELECT, INSERT, UPDATE ON case_measure TO rebond_app;
GRANT SELECT, INSERT, DELETE ON indicator_cell TO rebond_app;
GRANT SELECT, INSERT, DELETE ON indicator_stale TO rebond_app;
