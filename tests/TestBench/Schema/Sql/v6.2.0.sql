-- What the migrations after v5.1.0 and up to v6.2.0 change: archived lists, second factor, routing of senders.
create type list_status as enum ('active', 'archived');
create type twofa_type as enum ('none', 'totp');
alter table lists add column status list_status not null default 'active';
create index idx_lists_status on lists (status);
alter table campaigns add column attribs jsonb not null default '{}';
alter table users
    add column twofa_type twofa_type not null default 'none',
    add column twofa_key text;

insert into settings (key, value) values
    ('app.show_optin_page', 'true'),
    ('privacy.disable_tracking', 'false'),
    ('security.trusted_urls', '[]'),
    ('bounce.lettermint', '{"enabled": false, "key": ""}'),
    ('bounce.azure', '{"enabled": false, "shared_secret": "", "shared_secret_header": ""}'),
    ('maintenance.db', '{"vacuum": false, "vacuum_cron_interval": "0 2 * * *"}');
update settings set value = (
    select jsonb_agg(block || '{"msg_retry_delay": "10ms", "from_addresses": []}' order by place)
    from jsonb_array_elements(value) with ordinality as blocks (block, place))
where key = 'smtp';
update settings set value = '["v6.2.0"]' where key = 'migrations';
