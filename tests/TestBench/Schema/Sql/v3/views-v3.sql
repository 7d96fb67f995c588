-- v3 and v4: a list without members counts as one, with null as its status.
create materialized view mat_list_subscriber_stats as
select now() as updated_at, l.id as list_id, m.status, count(*) as subscriber_count
from lists l left join subscriber_lists m on m.list_id = l.id
group by l.id, m.status
union all
select now(), 0, null, count(*) from subscribers;
create unique index mat_list_subscriber_stats_row on mat_list_subscriber_stats (list_id, status);
