-- The catalogue: institution kinds, roles, functions and who may what. It is data: rules only look things up here.

INSERT INTO rights_institution_kind (system, kind, first_role) VALUES
  ('STAR', 'omavalitsus', 'administraator'),
  ('STAR', 'teenuseosutaja', 'administraator'),
  ('SKAIS', 'amet', 'õiguste haldur');

INSERT INTO rights_role (system, kind, role, place) VALUES
  ('STAR', 'omavalitsus', 'administraator', 1),
  ('STAR', 'omavalitsus', 'sotsiaaltöötaja', 2),
  ('STAR', 'omavalitsus', 'arveldaja', 3),
  ('STAR', 'teenuseosutaja', 'administraator', 1),
  ('STAR', 'teenuseosutaja', 'teenuseosutaja esindaja', 2),
  ('SKAIS', 'amet', 'õiguste haldur', 1),
  ('SKAIS', 'amet', 'menetleja', 2),
  ('SKAIS', 'amet', 'otsustaja', 3),
  ('SKAIS', 'amet', 'maksja', 4),
  ('SKAIS', 'amet', 'finantsist', 5),
  ('SKAIS', 'amet', 'klassifikaatorihaldur', 6),
  ('SKAIS', 'amet', 'vaatleja', 7),
  ('SKAIS', 'amet', 'auditeerija', 8);

INSERT INTO rights_function (system, function, place) VALUES
  ('STAR', 'kasutajate haldamine', 1),
  ('STAR', 'kliendi andmete vaatamine', 2),
  ('STAR', 'menetluse algatamine', 3),
  ('STAR', 'otsuse tegemine', 4),
  ('STAR', 'registripäringu tegemine', 5),
  ('STAR', 'arve koostamine', 6),
  ('STAR', 'arve kinnitamine', 7),
  ('STAR', 'teenuse osutamise märkimine', 8),
  ('STAR', 'logi vaatamine', 9),
  ('SKAIS', 'kasutajate haldamine', 1),
  ('SKAIS', 'kliendi andmete vaatamine', 2),
  ('SKAIS', 'taotluse registreerimine', 3),
  ('SKAIS', 'menetluse algatamine', 4),
  ('SKAIS', 'otsuse tegemine', 5),
  ('SKAIS', 'väljamakse kinnitamine', 6),
  ('SKAIS', 'enammakse nõude koostamine', 7),
  ('SKAIS', 'finantsaruande koostamine', 8),
  ('SKAIS', 'klassifikaatori muutmine', 9),
  ('SKAIS', 'massarvutuse käivitamine', 10),
  ('SKAIS', 'logi vaatamine', 11),
  ('SKAIS', 'registripäringu tegemine', 12);

INSERT INTO rights_role_function (system, kind, role, function) VALUES
  ('STAR', 'omavalitsus', 'administraator', 'kasutajate haldamine'),
  ('STAR', 'teenuseosutaja', 'administraator', 'kasutajate haldamine'),
  ('STAR', 'omavalitsus', 'sotsiaaltöötaja', 'kliendi andmete vaatamine'),
  ('STAR', 'omavalitsus', 'arveldaja', 'kliendi andmete vaatamine'),
  ('STAR', 'teenuseosutaja', 'teenuseosutaja esindaja', 'kliendi andmete vaatamine'),
  ('STAR', 'omavalitsus', 'sotsiaaltöötaja', 'menetluse algatamine'),
  ('STAR', 'omavalitsus', 'sotsiaaltöötaja', 'otsuse tegemine'),
  ('STAR', 'omavalitsus', 'sotsiaaltöötaja', 'registripäringu tegemine'),
  ('STAR', 'omavalitsus', 'arveldaja', 'arve koostamine'),
  ('STAR', 'teenuseosutaja', 'teenuseosutaja esindaja', 'arve koostamine'),
  ('STAR', 'omavalitsus', 'arveldaja', 'arve kinnitamine'),
  ('STAR', 'teenuseosutaja', 'teenuseosutaja esindaja', 'teenuse osutamise märkimine'),
  ('STAR', 'omavalitsus', 'administraator', 'logi vaatamine'),
  ('STAR', 'teenuseosutaja', 'administraator', 'logi vaatamine'),
  ('SKAIS', 'amet', 'õiguste haldur', 'kasutajate haldamine'),
  ('SKAIS', 'amet', 'menetleja', 'kliendi andmete vaatamine'),
  ('SKAIS', 'amet', 'otsustaja', 'kliendi andmete vaatamine'),
  ('SKAIS', 'amet', 'maksja', 'kliendi andmete vaatamine'),
  ('SKAIS', 'amet', 'finantsist', 'kliendi andmete vaatamine'),
  ('SKAIS', 'amet', 'vaatleja', 'kliendi andmete vaatamine'),
  ('SKAIS', 'amet', 'menetleja', 'taotluse registreerimine'),
  ('SKAIS', 'amet', 'menetleja', 'menetluse algatamine'),
  ('SKAIS', 'amet', 'otsustaja', 'otsuse tegemine'),
  ('SKAIS', 'amet', 'maksja', 'väljamakse kinnitamine'),
  ('SKAIS', 'amet', 'finantsist', 'enammakse nõude koostamine'),
  ('SKAIS', 'amet', 'finantsist', 'finantsaruande koostamine'),
  ('SKAIS', 'amet', 'klassifikaatorihaldur', 'klassifikaatori muutmine'),
  ('SKAIS', 'amet', 'maksja', 'massarvutuse käivitamine'),
  ('SKAIS', 'amet', 'auditeerija', 'logi vaatamine'),
  ('SKAIS', 'amet', 'menetleja', 'registripäringu tegemine');

INSERT INTO rights_forbidden_pair (system, one, other) VALUES
  ('SKAIS', 'otsustaja', 'maksja'),
  ('SKAIS', 'menetleja', 'maksja'),
  ('SKAIS', 'õiguste haldur', 'auditeerija'),
  ('SKAIS', 'otsustaja', 'õiguste haldur'),
  ('SKAIS', 'maksja', 'õiguste haldur')
