-- Placements whose process died are looked for when their lease has ended; before, each had a job of its own, which
-- nearly every order took back again.
create index placements_open on placements (lease_until) where state in ('RUNNING', 'COMPENSATING');
