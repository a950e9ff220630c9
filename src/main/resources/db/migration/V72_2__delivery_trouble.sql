-- In what way the last attempt failed, for operators: how it failed in detail names hosts and quotes the destination.
alter table delivery add column trouble text check (trouble in ('unavailable', 'refused'));
update delivery d set trouble = case l.outcome when 'refused' then 'refused' else 'unavailable' end
from (select distinct on (delivery_id) delivery_id, outcome from delivery_attempt where outcome is not null order by delivery_id, number desc) l
where l.delivery_id = d.id
  and d.state <> 'delivered';

drop policy delivery_attempt_sight on delivery_attempt;
create policy delivery_attempt_sight on delivery_attempt
  using (sees_all());
