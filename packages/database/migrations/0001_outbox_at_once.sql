-- Written in one statement with the event it is for, which is never deleted before it.
alter table outbox_deliveries drop constraint outbox_deliveries_position_fkey;
