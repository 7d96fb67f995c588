-- Figures of the dashboard (contract 2.4), refreshed on demand or, with app.cache_slow_queries, once a day (G45).
create materialized view mat_dashboard_counts as
select now() as updated_at,
       json_build_object(
           'subscribers', json_build_object(
               'total', (select count(*) from subscribers),
               'blocklisted', (select count(*) from subscribers where status = 'blocklisted'),
               'orphans', (select count(*) from subscribers s
                           where not exists (select from subscriber_lists m where m.subscriber_id = s.id))),
           'lists', json_build_object(
               'total', count(*),
               'private', count(*) filter (where type = 'private'),
               'public', count(*) filter (where type = 'public'),
               'optin_single', count(*) filter (where optin = 'single'),
               'optin_double', count(*) filter (where optin = 'double'))) as data
from lists;
create unique index mat_dashboard_counts_one on mat_dashboard_counts (updated_at);

create materialized view mat_dashboard_charts as
select now() as updated_at,
       json_build_object(
           'link_clicks', (select coalesce(json_agg(d), '[]') from (
               select count(*) as count, created_at::date as date from link_clicks group by 2 order by 2) d),
           'campaign_views', (select coalesce(json_agg(d), '[]') from (
               select count(*) as count, created_at::date as date from campaign_views group by 2 order by 2) d)) as data;
create unique index mat_dashboard_charts_one on mat_dashboard_charts (updated_at);

-- v3 and v4: a list without members counts as one, with null as its status.
create materialized view mat_list_subscriber_stats as
select now() as updated_at, l.id as list_id, m.status, count(*) as subscriber_count
from lists l left join subscriber_lists m on m.list_id = l.id
group by l.id, m.status
union all
select now(), 0, null, count(*) from subscribers;
create unique index mat_list_subscriber_stats_row on mat_list_subscriber_stats (list_id, status);
