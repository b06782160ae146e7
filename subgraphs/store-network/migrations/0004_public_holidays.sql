-- Whether a location is closed on the public holidays of its country, unless a closure with special hours says otherwise.
alter table locations add column closes_on_holidays boolean not null default false;
