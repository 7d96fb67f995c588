-- What the migrations after v4.1.0 and up to v5.0.2 change: visual editor, lists without members count as none. The last migration of the three
-- patch levels is v5.0.0 (2.2).
alter type content_type add value 'visual';
alter type template_type add value 'campaign_visual' after 'campaign';
alter table templates add column body_source text;
alter table campaigns
    add column body_source text,
    alter column template_id drop default,
    alter column archive_template_id drop default,
    drop constraint campaigns_template,
    drop constraint campaigns_archive_template,
    add constraint campaigns_template foreign key (template_id) references templates (id) on delete set null,
    add constraint campaigns_archive_template foreign key (archive_template_id) references templates (id) on delete set null;

drop materialized view mat_list_subscriber_stats;
create materialized view mat_list_subscriber_stats as
select now() as updated_at, l.id as list_id, m.status, count(m.subscriber_id) as subscriber_count
from lists l left join subscriber_lists m on m.list_id = l.id
group by l.id, m.status
union all
select now(), 0, null, count(*) from subscribers;
create unique index mat_list_subscriber_stats_row on mat_list_subscriber_stats (list_id, status);

insert into settings (key, value) values ('privacy.domain_allowlist', '[]');
update settings set value = '[]' where key = 'app.notify_emails';
update settings set value = value || '{"provider_name": ""}' where key = 'security.oidc';
update settings set value = '["v5.0.0"]' where key = 'migrations';
