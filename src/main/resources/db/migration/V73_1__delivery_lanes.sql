-- Pending deliveries are found by destination: the outbox looks for the oldest of each, and no task wakes them any more. Tasks that are
-- there stay for replicas of the release before; the scheduler forgets them by itself.
create index delivery_lane on delivery (destination, next_attempt_at) where state = 'pending';
drop index delivery_unfinished;
