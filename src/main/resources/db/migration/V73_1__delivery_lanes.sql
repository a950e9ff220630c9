-- Pending deliveries are found by destination: the outbox looks for the oldest of each, and no task wakes them any more.
create index delivery_lane on delivery (destination, next_attempt_at) where state = 'pending';
drop index delivery_unfinished;
delete from scheduled_tasks where task_name = 'deliver';
