-- The liaison's own view beside its severity: how sure it is, and what the report is worth as information.

alter table report
  add column liaison_confidence text,
  add column liaison_grade      text;
grant update (liaison_confidence, liaison_grade) on report to ${service};
