-- Pending notices are found by destination: each pager, mail to those on duty, mail to organisations.
create index notice_lane on notice (
  (case when channel = 'pager' then 'pager ' || recipient when purpose = 'news' then 'mail' else 'mail to duty' end),
  next_attempt_at) where state = 'pending';
drop index notice_pending;
