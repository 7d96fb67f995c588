-- Tables as v3 has them (contract 2.2); what later versions add: the file of each.
create table subscribers (
    id serial primary key,
    uuid uuid not null unique,
    email text not null constraint subscribers_email_key unique,
    name text not null,
    attribs jsonb not null default '{}',
    status subscriber_status not null default 'enabled',
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create unique index idx_subs_email on subscribers (lower(email));
create index idx_subs_status on subscribers (status);
create index idx_subs_created_at on subscribers (created_at);
create index idx_subs_updated_at on subscribers (updated_at);

create table lists (
    id serial primary key,
    uuid uuid not null unique,
    name text not null,
    type list_type not null,
    optin list_optin not null default 'single',
    tags varchar(100)[],
    description text not null default '',
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create index idx_lists_type on lists (type);
create index idx_lists_optin on lists (optin);
create index idx_lists_name on lists (name);
create index idx_lists_created_at on lists (created_at);
create index idx_lists_updated_at on lists (updated_at);

create table subscriber_lists (
    subscriber_id integer references subscribers (id) on delete cascade on update cascade,
    list_id integer references lists (id) on delete cascade on update cascade,
    meta jsonb not null default '{}',
    status subscription_status not null default 'unconfirmed',
    created_at timestamptz default now(),
    updated_at timestamptz default now(),
    primary key (subscriber_id, list_id)
);
create index idx_sub_lists_sub_id on subscriber_lists (subscriber_id);
create index idx_sub_lists_list_id on subscriber_lists (list_id);
create index idx_sub_lists_status on subscriber_lists (status);

create table templates (
    id serial primary key,
    name text not null,
    type template_type not null default 'campaign',
    subject text not null,
    body text not null,
    is_default boolean not null default false,
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);
create unique index templates_one_default on templates (is_default) where is_default;

create table campaigns (
    id serial primary key,
    uuid uuid not null unique,
    name text not null,
    subject text not null,
    from_email text not null,
    body text not null,
    altbody text,
    content_type content_type not null default 'richtext',
    send_at timestamptz,
    headers jsonb not null default '[]',
    status campaign_status not null default 'draft',
    tags varchar(100)[],
    type campaign_type default 'regular',
    messenger text not null,
    template_id integer default 1 constraint campaigns_template references templates (id) on delete set default,
    to_send integer not null default 0,
    sent integer not null default 0,
    max_subscriber_id integer not null default 0,
    last_subscriber_id integer not null default 0,
    archive boolean not null default false,
    archive_slug text unique,
    archive_template_id integer default 1 constraint campaigns_archive_template references templates (id) on delete set default,
    archive_meta jsonb not null default '{}',
    started_at timestamptz,
    created_at timestamptz default now(),
    updated_at timestamptz default now()
);

create table campaign_lists (
    id bigserial primary key,
    campaign_id integer not null references campaigns (id) on delete cascade on update cascade,
    list_id integer references lists (id) on delete set null on update cascade,
    list_name text not null default '',
    unique (campaign_id, list_id)
);

create table links (
    id serial primary key,
    uuid uuid not null unique,
    url text not null unique,
    created_at timestamptz default now()
);

create table campaign_views (
    id bigserial primary key,
    campaign_id integer not null references campaigns (id) on delete cascade on update cascade,
    subscriber_id integer references subscribers (id) on delete set null on update cascade,
    created_at timestamptz default now()
);

create table link_clicks (
    id bigserial primary key,
    campaign_id integer references campaigns (id) on delete cascade on update cascade,
    link_id integer not null references links (id) on delete cascade on update cascade,
    subscriber_id integer references subscribers (id) on delete set null on update cascade,
    created_at timestamptz default now()
);

create table bounces (
    id serial primary key,
    subscriber_id integer not null references subscribers (id) on delete cascade on update cascade,
    campaign_id integer references campaigns (id) on delete set null on update cascade,
    type bounce_type not null default 'hard',
    source text not null default '',
    meta jsonb not null default '{}',
    created_at timestamptz default now()
);
create index idx_bounces_sub_id on bounces (subscriber_id);
create index idx_bounces_camp_id on bounces (campaign_id);
create index idx_bounces_source on bounces (source);
create index idx_bounces_date on bounces ((timezone('UTC', created_at)::date));

create table settings (
    key text not null unique,
    value jsonb not null default '{}',
    updated_at timestamptz default now()
);
create index idx_settings_key on settings (key);
